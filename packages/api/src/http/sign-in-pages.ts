import { type Day, dayOf, type Instant } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import {
  isPageLanguage,
  type PageLanguage,
  type Portal,
  pageLanguages,
  pageWithin,
  type SignInFault,
  type SignInView,
  visitorAddresses,
} from "@heed/portal";
import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type { Logger } from "pino";
import { signInTime } from "../sign-in/issuer-client.ts";
import { type Begun, callbackPath, type PageSignIn } from "../sign-in/page-sign-in.ts";
import { SignInRefused } from "../sign-in/sign-in-refused.ts";
import { isOfThisMachine } from "../sign-in/this-machine.ts";
import { cookiesOf } from "./cookies.ts";
import { languageOf } from "./language.ts";
import { onlyRead } from "./other-methods.ts";
import { presentPage, type VisitorOf } from "./present-page.ts";
import { readForm } from "./read-form.ts";

/** The cookie of a session, and what a browser keeps while it is at the issuer. */
const [session, atIssuer] = ["heed", "heed-sign-in"];

type Options = {
  signIn: PageSignIn;
  portal: Portal;
  reads: Pick<TrackerReads, "settings">;
  publicUrl?: string | undefined;
  now: () => Date;
  logger?: Logger | undefined;
};

/** The pages of signing in and out, and who is signed in. */
export function signInPages({ signIn, portal, reads, publicUrl, now, logger }: Options): {
  visitorOf: VisitorOf;
  router: Router;
} {
  const cookies = cookiesOf(publicUrl);
  const { issuer } = signIn;

  const moment = async (): Promise<{ at: Instant; today: Day }> => {
    const at = now().toISOString();
    return { at, today: dayOf(await reads.settings(), at) };
  };

  const visitorOf: VisitorOf = async (request) => {
    const secret = cookies.read(request, session);
    if (secret === undefined) return undefined;
    const { at, today } = await moment();
    const person = await signIn.personOf(secret, at, today);
    return person && { person, reader: { rights: person.rights, today } };
  };

  const show = (request: Request, response: Response, language: PageLanguage, view: SignInView) => {
    // The address may hold a secret: nobody that the page leads to is told it. The origin is, by which a form is known as our own.
    response.locals.referrerPolicy = "strict-origin";
    response.locals.isPrivate = true;
    presentPage(portal.signIn(language, view, response.locals.visitor), request, response);
  };

  const tell = (request: Request, response: Response, language: PageLanguage, fault: SignInFault, name?: string) =>
    show(request, response, language, { kind: "fault", fault, name });

  /** A page of its own for what could not be done; the log tells what an issuer said. */
  const telling =
    (work: (request: Request, response: Response, language: PageLanguage) => Promise<void>): RequestHandler =>
    async (request, response) => {
      const wanted = portal.languageOf(request.path) ?? languageOf(request);
      const language = isPageLanguage(String(wanted)) ? (String(wanted) as PageLanguage) : "en";
      response.setHeader("Cache-Control", "private, no-store");
      try {
        await work(request, response, language);
      } catch (error) {
        if (!(error instanceof SignInRefused)) throw error;
        logger?.warn({ fault: error.fault, said: error.message, request: request.get("x-request-id") }, "no sign-in");
        tell(request, response, isPageLanguage(error.language) ? error.language : language, error.fault, error.who);
      }
    };

  /** The session that the browser had before ends: it must not be taken for the new one. */
  const enter = async (
    request: Request,
    response: Response,
    language: PageLanguage,
    { session: secret, to }: Begun,
  ) => {
    const former = cookies.read(request, session);
    if (former !== undefined) await signIn.end(former);
    cookies.set(request, response, session, secret);
    response.redirect(303, portal.at(pageWithin(to) ?? portal.home(language)));
  };

  const router = express.Router({ caseSensitive: true, strict: true });
  const at = (address: string) => pageLanguages.map((language) => `/${language}${address}`);

  router.get(
    at(visitorAddresses.signIn),
    telling(async (request, response, language) => {
      const visitor = await visitorOf(request);
      response.locals.visitor = visitor;
      const to = pageWithin(parameter(request, "to"));
      if (visitor === undefined) return show(request, response, language, { kind: "start", to, byIssuer: !!issuer });
      const { id, name } = visitor.person;
      const sessions = await signIn.sessions(id, now().toISOString());
      show(request, response, language, { kind: "who", name, sessions });
    }),
  );

  if (issuer !== undefined) {
    router.get(
      at(visitorAddresses.issuer),
      telling(async (request, response, language) => {
        const to = pageWithin(parameter(request, "to"));
        const { address, kept } = await issuer.begin({ language, to }, now().toISOString());
        cookies.set(request, response, atIssuer, kept, signInTime);
        response.redirect(303, address);
      }),
    );
    router.get(
      callbackPath,
      telling(async (request, response, wanted) => {
        const { at, today } = await moment();
        const kept = cookies.read(request, atIssuer);
        cookies.clear(request, response, atIssuer);
        const [, search = ""] = request.originalUrl.split(/\?(.*)/s);
        const begun = await issuer.finish(search, kept, at, today);
        const language = isPageLanguage(begun.language) ? begun.language : wanted;
        await enter(request, response, language, begun);
      }),
    );
    router.all(callbackPath, onlyRead);
  }

  router.get(
    at(visitorAddresses.link),
    telling(async (request, response, language) => {
      const { at, today } = await moment();
      const secret = parameter(request, "secret") ?? "";
      show(request, response, language, { kind: "link", secret, name: await signIn.nameOnLink(secret, at, today) });
    }),
  );
  router.post(
    at(visitorAddresses.link),
    ...readForm,
    telling(async (request, response, language) => {
      if (!isSafe(request, publicUrl)) return tell(request, response, language, "notSecure");
      const { at, today } = await moment();
      const secret = new URLSearchParams(String(request.body ?? "")).get("secret") ?? "";
      await enter(request, response, language, await signIn.byLink(secret, at, today));
    }),
  );
  router.post(
    at(visitorAddresses.signOut),
    ...readForm,
    telling(async (request, response, language) => {
      const secret = cookies.read(request, session);
      const everywhere = new URLSearchParams(String(request.body ?? "")).has("everywhere");
      const visitor = everywhere ? await visitorOf(request) : undefined;
      if (visitor !== undefined) await signIn.endAll(visitor.person.id);
      if (secret !== undefined) await signIn.end(secret);
      cookies.clear(request, response, session);
      response.redirect(303, portal.at(`/${language}${visitorAddresses.signedOut}`));
    }),
  );
  router.get(
    at(visitorAddresses.signedOut),
    telling(async (request, response, language) => {
      response.locals.visitor = await visitorOf(request);
      show(request, response, language, { kind: "signedOut" });
    }),
  );
  return { visitorOf, router };
}

/** A browser drops our cookie that came over http from elsewhere than this machine: it tells so by the origin of the form. */
function isSafe(request: Request, publicUrl: string | undefined): boolean {
  const origin = request.get("origin") ?? publicUrl ?? "https://";
  return !origin.startsWith("http:") || isOfThisMachine(origin);
}

function parameter(request: Request, name: string): string | undefined {
  const [, search = ""] = request.originalUrl.split(/\?(.*)/s);
  return new URLSearchParams(search).get(name) ?? undefined;
}
