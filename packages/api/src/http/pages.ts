import { publicReader } from "@heed/core";
import {
  assetsFolder,
  assetsPath,
  createPortal,
  isPageLanguage,
  type PageLanguage,
  type Portal,
  type PortalAnswer,
  type PortalOptions,
} from "@heed/portal";
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from "express";
import type { Logger } from "pino";
import { basePath } from "../contract/base-path.ts";
import { problemFor } from "../contract/problem.ts";
import { entityTag, knownTag } from "./entity-tag.ts";
import { languageOf } from "./language.ts";
import { onlyRead } from "./other-methods.ts";

type PagesOptions = Omit<PortalOptions, "apiPath"> & { logger?: Logger };

/** A page loads its style sheet, typeface and icon from here, and sends its forms here; it has no script and no frame. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const oneYear = 365 * 86_400;

/** The pages, for everybody: whoever asks, they show what the public may read. */
export function pagesRouter({ logger, ...options }: PagesOptions): Router {
  const portal = createPortal({ ...options, apiPath: basePath });
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(
    assetsPath,
    express.static(assetsFolder, { immutable: true, maxAge: oneYear * 1000, index: false, redirect: false }),
  );
  router.all("/", onlyRead, (request, response) => {
    response.vary("Accept-Language").setHeader("Cache-Control", "no-cache");
    const wanted = languageOf(request);
    response.redirect(302, portal.front(isPageLanguage(wanted) ? wanted : "en"));
  });
  router.use(
    (request, _response, next) => next(portal.languageOf(request.path) === undefined ? "router" : undefined),
    onlyRead,
    async (request, response) => {
      const [, search = ""] = request.originalUrl.split(/\?(.*)/s);
      present(await portal.answer(request.path, search), request, response);
    },
  );
  router.use(asPage(portal, logger));
  return router;
}

function present(answer: PortalAnswer, request: Request, response: Response): void {
  // What failed may be there the next time; a page is asked for again with its tag.
  response.setHeader("Cache-Control", answer.status >= 500 ? "no-store" : "no-cache");
  if (answer.status === 302) {
    response.redirect(302, answer.location);
    return;
  }
  const tag = entityTag(answer.body, "text/html", publicReader, undefined);
  const known = answer.status === 200 ? knownTag(request.get("if-none-match"), tag) : undefined;
  response.setHeader("Content-Security-Policy", policy).setHeader("Content-Language", answer.language);
  if (answer.status === 200) response.setHeader("ETag", known ?? tag);
  if (known !== undefined) response.status(304).end();
  else response.status(answer.status).type("html").send(answer.body);
}

/** What fails on the way to a page is told on a page. */
function asPage(portal: Portal, logger: Logger | undefined): ErrorRequestHandler {
  return (error, request, response, next) => {
    const language: PageLanguage | undefined = portal.languageOf(request.path);
    const { problem, headers } = problemFor(error, "query");
    const { status } = problem;
    if (language === undefined || response.headersSent || status === 405) return next(error);
    if (status >= 500)
      (request.log ?? logger)?.error({ err: error, request: request.get("x-request-id") }, "the page failed");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    present(portal.fault(status === 503 ? 503 : status < 500 ? 400 : 500, language), request, response);
  };
}
