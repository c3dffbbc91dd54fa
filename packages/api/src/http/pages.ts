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
  type Visitor,
} from "@heed/portal";
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from "express";
import type { Logger } from "pino";
import { basePath } from "../contract/base-path.ts";
import { problemFor } from "../contract/problem.ts";
import { entityTag, knownTag } from "./entity-tag.ts";
import { languageOf } from "./language.ts";
import { onlyRead } from "./other-methods.ts";
import { formOf, readForm } from "./read-form.ts";
import type { RouterOptions } from "./router.ts";

/** Finds who is signed in. */
export type VisitorOf = (request: Request) => Promise<Visitor | undefined>;

type PagesOptions = Omit<PortalOptions, "apiPath"> & {
  visitorOf?: VisitorOf | undefined;
  /** Takes in a file that a form brings. */
  upload: RouterOptions["files"]["upload"];
  logger?: Logger;
};

/** A page loads its style sheet, typeface and icon from here, and sends its forms here; it has no script and no frame. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const oneYear = 365 * 86_400;

/** The pages. Those for everybody show what the public may read, whoever asks. */
export function pagesRouter({ visitorOf = nobody, upload, logger, ...options }: PagesOptions): Router {
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
  router.use((request, _response, next) => next(portal.languageOf(request.path) === undefined ? "router" : undefined));
  router.post(
    "/*path",
    (request, _response, next) => next(portal.takesForm(request.path) ? undefined : "route"),
    async (request, response, next) => {
      response.locals.visitor = await visitorOf(request);
      next();
    },
    ...readForm,
    async (request, response) => {
      const { visitor } = response.locals;
      const { form, brought } = await formOf(request, visitor, (sent, acting) =>
        upload({ ...acting, at: options.now().toISOString() }, sent),
      );
      present(await portal.submit(request.path, form, visitor, brought), request, response);
    },
  );
  router.use(onlyRead, async (request, response) => {
    const [, search = ""] = request.originalUrl.split(/\?(.*)/s);
    const visitor = await visitorOf(request);
    response.locals.visitor = visitor;
    present(await portal.answer(request.path, search, visitor), request, response);
  });
  router.use(asPage(portal, logger));
  return router;
}

async function nobody(): Promise<undefined> {}

function present(answer: PortalAnswer, request: Request, response: Response): void {
  const visitor: Visitor | undefined = response.locals.visitor;
  // What failed may be there the next time; a page is asked for again with its tag.
  response.setHeader(
    "Cache-Control",
    visitor !== undefined ? "private, no-store" : answer.status >= 500 ? "no-store" : "no-cache",
  );
  if ("location" in answer) {
    response.redirect(answer.status, answer.location);
    return;
  }
  response.setHeader("Content-Security-Policy", policy).setHeader("Content-Language", answer.language);
  // What is for one person is kept nowhere, so it has no tag to ask for it again.
  if (visitor !== undefined) {
    response.status(answer.status).type("html").send(answer.body);
    return;
  }
  const tag = entityTag(answer.body, "text/html", publicReader, undefined);
  const known = answer.status === 200 ? knownTag(request.get("if-none-match"), tag) : undefined;
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
    const shown = status === 503 ? 503 : status < 500 ? 400 : 500;
    present(portal.fault(shown, language, response.locals.visitor), request, response);
  };
}
