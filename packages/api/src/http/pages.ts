import {
  assetsFolder,
  assetsPath,
  createPortal,
  isPageLanguage,
  type PageLanguage,
  type Portal,
  type PortalOptions,
} from "@heed/portal";
import express, { type ErrorRequestHandler, type Router } from "express";
import type { Logger } from "pino";
import { basePath } from "../contract/base-path.ts";
import { problemFor } from "../contract/problem.ts";
import type { PageSignIn } from "../sign-in/page-sign-in.ts";
import { languageOf } from "./language.ts";
import { limiter } from "./limiter.ts";
import { noteFailure } from "./note-failure.ts";
import { onlyRead } from "./other-methods.ts";
import { isOwnForm } from "./own-form.ts";
import { presentPage, type VisitorOf } from "./present-page.ts";
import { formOf, readForm } from "./read-form.ts";
import type { RouterOptions } from "./router.ts";
import { signInPages } from "./sign-in-pages.ts";

type PagesOptions = Omit<PortalOptions, "apiPath"> & {
  /** How people sign in on the pages; without it nobody does. */
  signIn?: PageSignIn | undefined;
  /** Finds who is signed in, in another way than by signing in. */
  visitorOf?: VisitorOf | undefined;
  /** Takes in a file that a form brings. */
  upload: RouterOptions["files"]["upload"];
  /** Reads the recommendations of a file that a form brings. */
  propose: RouterOptions["files"]["propose"];
  logger?: Logger;
};

const oneYear = 365 * 86_400;

/** So often a client asks for mails in an hour: a whole office may be one client. */
const mostAskedInAnHour = 30;

/** The pages. Those for everybody show what the public may read, whoever asks. */
export function pagesRouter({ signIn, visitorOf: given, upload, propose, logger, ...options }: PagesOptions): Router {
  const { reads, publicUrl, now } = options;
  const offersSignIn = signIn !== undefined || given !== undefined;
  const portal = createPortal({ ...options, apiPath: basePath, offersSignIn });
  const signingIn = signIn && signInPages({ signIn, portal, reads, publicUrl, now, logger });
  const visitorOf = given ?? signingIn?.visitorOf ?? nobody;
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
  // Every form of a page comes through here: what another site sends for who is signed in is not done.
  if (offersSignIn || options.followers !== undefined)
    router.post("/:language{/*path}", (request, response, next) => {
      const language = portal.languageOf(request.path);
      if (portal.takesFromOutside(request.path) || isOwnForm(request, publicUrl)) return next();
      response.locals.isPrivate = true;
      presentPage(portal.signIn(language ?? "en", { kind: "fault", fault: "otherPage" }), request, response);
    });
  // Whoever asks makes us write to somebody.
  if (options.followers !== undefined) router.post("/:language/follow", limiter(mostAskedInAnHour, 60 * 60_000));
  if (signingIn !== undefined) router.use(signingIn.router);
  router.use((request, _response, next) => next(portal.languageOf(request.path) === undefined ? "router" : undefined));
  // Without a pattern: one would refuse an address that cannot be read, which is told on a page below.
  const forms = express.Router();
  forms.use(
    (request, _response, next) =>
      next(request.method === "POST" && portal.takesForm(request.path) ? undefined : "router"),
    async (request, response, next) => {
      response.locals.operation = "form";
      response.locals.visitor = await visitorOf(request);
      next();
    },
    ...readForm,
    async (request, response) => {
      const { visitor } = response.locals;
      const { form, brought } = await formOf(
        request,
        visitor,
        (sent, acting) => upload({ ...acting, at: now().toISOString() }, sent),
        propose,
      );
      presentPage(await portal.submit(request.path, form, visitor, brought), request, response);
    },
  );
  router.use(forms);
  router.use(onlyRead, async (request, response) => {
    response.locals.operation = "page";
    const [, search = ""] = request.originalUrl.split(/\?(.*)/s);
    const visitor = await visitorOf(request);
    response.locals.visitor = visitor;
    presentPage(await portal.answer(request.path, search, visitor), request, response);
  });
  router.use(asPage(portal, logger));
  return router;
}

const nobody: VisitorOf = async () => undefined;

/** What fails on the way to a page is told on a page. */
function asPage(portal: Portal, logger: Logger | undefined): ErrorRequestHandler {
  return (error, request, response, next) => {
    const language: PageLanguage | undefined = portal.languageOf(request.path);
    const { problem, headers } = problemFor(error, "query");
    const { status } = problem;
    if (language === undefined || response.headersSent || status === 405) return next(error);
    if (status >= 500) noteFailure(error, { request, response, logger: request.log ?? logger }, "the page failed");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const shown = status === 503 ? 503 : status < 500 ? 400 : 500;
    presentPage(portal.fault(shown, language, response.locals.visitor), request, response);
  };
}
