import { type Day, dayOf, type Instant, publicReader, type Settings } from "@heed/core";
import type { OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import type { FollowerDesk } from "@heed/core/followers/follower";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { render } from "preact-render-to-string";
import { queryText } from "./address/query.ts";
import { textOfSegment } from "./address/segment.ts";
import { visitorAddresses } from "./address/visitor-addresses.ts";
import { type Asked, waysOf } from "./asked/asked.ts";
import { type Desks, deskOf } from "./asked/desk.ts";
import { type AddressFault, FaultyAddress } from "./asked/faulty-address.ts";
import type { FeedAnswer } from "./asked/feed-answer.ts";
import type { FileAnswer } from "./asked/file-answer.ts";
import type { Page } from "./asked/page.ts";
import { dayAsked, parametersOf } from "./asked/parameters.ts";
import type { Visitor } from "./asked/visitor.ts";
import { assetsPath } from "./assets.ts";
import { type FaultStatus, faultPage } from "./components/fault-page.tsx";
import { Layout, type Site } from "./components/layout.tsx";
import { type BroughtFile, noteFiles } from "./desk/form/brought-files.ts";
import { endFollowing } from "./followers/follow.tsx";
import { isPageLanguage, type PageLanguage } from "./language/languages.ts";
import { type Say, sayIn } from "./language/say.ts";
import { routeOf } from "./routes.ts";
import { signInPage } from "./sign-in/sign-in-page.tsx";
import { faultStatus, type SignInView } from "./sign-in/sign-in-view.ts";

export type PortalOptions = {
  reads: TrackerReads;
  /** Where the service's own answers are, for the same as data. */
  apiPath: string;
  /** The address at which the pages are reached from outside, including a prefix. */
  publicUrl?: string | undefined;
  /** On what terms the data may be used. */
  terms?: OpenDataTerms;
  now: () => Date;
  /** Whether people can sign in. */
  offersSignIn?: boolean;
  /** What the desks of who is signed in write with; without it there is no desk. */
  desks?: Desks;
  /** Following by mail, where mail goes out. */
  followers?: Followers | undefined;
};

/** Following by mail at a moment. */
export type Followers = (acting: { at: Instant; settings: Settings }) => FollowerDesk;

/** A page as it is sent, or the address where it is. */
export type PortalAnswer =
  | { status: 200 | 409 | 422 | FaultStatus; language: PageLanguage; body: string; hasScript?: true; isPrivate?: true }
  | { status: 200; file: FileAnswer["file"] }
  | { status: 200; language: PageLanguage; feed: FeedAnswer["feed"] }
  | { status: 302 | 303; location: string };

export type Portal = {
  /** The language of a path, where the path is one of the pages'. */
  languageOf: (path: string) => PageLanguage | undefined;
  /** The page at a path; `search` is what follows the question mark, `visitor` who is signed in. Errors: those of the reads. */
  answer: (path: string, search: string, visitor?: Visitor) => Promise<PortalAnswer>;
  /** Whether a form can be sent to a path. */
  takesForm: (path: string) => boolean;
  /** Whether a mail program may send it too: the path itself tells that it may. */
  takesFromOutside: (path: string) => boolean;
  /** What a form that was sent to a path leads to, with the files that it brought. Errors: those of the reads, and of the database. */
  submit: (
    path: string,
    form: URLSearchParams,
    visitor: Visitor | undefined,
    brought?: readonly BroughtFile[],
  ) => Promise<PortalAnswer>;
  /** What a reader sees where the page could not be made. */
  fault: (status: FaultStatus, language: PageLanguage, visitor?: Visitor) => PortalAnswer;
  /** A page of signing in and out. */
  signIn: (language: PageLanguage, view: SignInView, visitor?: Visitor) => PortalAnswer;
  /** The address of a path of these pages, with what stands before every path. */
  at: (path: string) => string;
  /** Where who signed in begins: at the desk. */
  home: (language: PageLanguage) => string;
  /** The first page in a language. */
  front: (language: PageLanguage) => string;
};

/** The pages over the reads of a record. Pages for everybody are read as the public reads them, whoever is signed in. */
export function createPortal({
  reads: all,
  apiPath,
  publicUrl,
  terms = {},
  now,
  offersSignIn = false,
  desks,
  followers,
}: PortalOptions): Portal {
  const site = siteOf(publicUrl, offersSignIn);
  const says = new Map<PageLanguage, Say>();
  const sayOf = (language: PageLanguage): Say => {
    const known = says.get(language) ?? sayIn(language);
    says.set(language, known);
    return known;
  };
  const shown = (page: Page, asked: Pick<Asked, "say" | "way" | "today" | "asOf" | "visitor">) =>
    `<!doctype html>${render(<Layout site={site} page={page} asked={asked} />)}`;

  function fault(
    status: FaultStatus,
    language: PageLanguage,
    visitor: Visitor | undefined,
    today: Day = now().toISOString().slice(0, 10),
    { faults, isAtDesk }: { faults?: readonly AddressFault[]; isAtDesk?: boolean } = {},
  ): PortalAnswer {
    const say = sayOf(language);
    const asked = { say, ...waysOf(site.before, apiPath, say, undefined), today, asOf: today, visitor };
    const page = faultPage({ asked, status, ...(faults && { faults }), ...(isAtDesk && { isAtDesk }) });
    return { status, language, body: shown(page, asked) };
  }

  async function pageAt(
    path: string,
    search: string,
    visitor: Visitor | undefined,
    form?: URLSearchParams,
  ): Promise<PortalAnswer> {
    const language = languageAt(path);
    if (language === undefined) throw new Error(`${path} is no page`);
    const who = visitor === undefined ? "anyone" : "person";
    const reads = all.forOneRequest(form === undefined ? who : undefined);
    const at = now().toISOString();
    const settings = await reads.settings();
    const today = dayOf(settings, at);
    const parts = partsOf(path);
    if (parts?.at(-1) === "" && parts.length === 1)
      return { status: 302, location: `${site.before}/${language}${search && `?${search}`}` };
    const route = parts && routeOf(parts);
    if (route === undefined) return fault(404, language, visitor, today);
    if (route.isOfDesk && visitor === undefined) {
      if (form !== undefined) return fault(403, language, visitor, today);
      const to = queryText({ to: `${path}${search && `?${search}`}` });
      if (offersSignIn) return { status: 302, location: `${site.before}/${language}${visitorAddresses.signIn}${to}` };
    }
    const say = sayOf(language);
    try {
      const parameters = parametersOf(search, route.parameters, say);
      const asOf = dayAsked(parameters, say, "asOf") ?? today;
      const ways = waysOf(site.before, apiPath, say, asOf === today ? undefined : asOf);
      const asked: Asked = {
        reads,
        reader: publicReader,
        visitor,
        ...(followers && { followers: followers({ at, settings }) }),
        ...(visitor && desks && { desk: deskOf(desks, { person: visitor.person, at, settings }) }),
        say,
        today,
        asOf,
        parameters,
        origin: site.origin,
        terms,
        ...ways,
      };
      const page =
        form === undefined ? await route.make(asked, route.parts) : await route.submit?.(asked, route.parts, form);
      if (page === undefined)
        return fault(404, language, visitor, today, { isAtDesk: route.isOfDesk === true && visitor !== undefined });
      if ("elsewhere" in page) return { status: form === undefined ? 302 : 303, location: page.elsewhere };
      if ("file" in page) return { status: 200, file: page.file };
      if ("feed" in page) return { status: 200, language, feed: page.feed };
      const { last, address, kept, status = 200 } = page;
      if (last !== undefined && Number(kept?.page ?? 1) > last)
        return { status: 302, location: ways.way(address, { ...kept, page: last === 1 ? undefined : last }) };
      const { saves: hasScript, isPrivate } = page;
      return {
        status,
        language,
        body: shown(page, asked),
        ...(hasScript && { hasScript }),
        ...(isPrivate && { isPrivate }),
      };
    } catch (error) {
      if (error instanceof FaultyAddress) return fault(400, language, visitor, today, { faults: error.faults });
      throw error;
    }
  }

  return {
    languageOf: (path) => languageAt(path),
    front: (language) => `${site.before}/${language}`,
    at: (path) => `${site.before}${path}`,
    home: (language) => `/${language}${routeOf([visitorAddresses.desk.slice(1)]) ? visitorAddresses.desk : ""}`,
    signIn(language, view, visitor) {
      const say = sayOf(language);
      const today = now().toISOString().slice(0, 10);
      const asked = { say, ...waysOf(site.before, apiPath, say, undefined), today, asOf: today, visitor };
      const status = view.kind === "fault" ? faultStatus[view.fault] : 200;
      return { status, language, body: shown(signInPage(asked, view), asked) };
    },
    fault: (status, language, visitor) => fault(status, language, visitor),
    answer: (path, search, visitor) => pageAt(path, search, visitor),
    takesFromOutside: (path) => routeOf(partsOf(path) ?? [])?.make === endFollowing,
    takesForm: (path) => routeOf(partsOf(path) ?? [])?.submit !== undefined,
    submit(path, form, visitor, brought = []) {
      noteFiles(form, brought);
      return pageAt(path, "", visitor, form);
    },
  };
}

function siteOf(publicUrl: string | undefined, offersSignIn: boolean): Site {
  const { origin = "", pathname = "" } = publicUrl === undefined ? {} : new URL(publicUrl);
  const before = pathname.replace(/\/+$/, "");
  return { before, origin, assets: `${before}${assetsPath}`, offersSignIn };
}

function languageAt(path: string): PageLanguage | undefined {
  const [, first] = path.split("/");
  return isPageLanguage(first) ? first : undefined;
}

/** The parts below the language; undefined when they cannot be read. */
function partsOf(path: string): string[] | undefined {
  try {
    const parts = path.split("/").slice(2).map(textOfSegment);
    return parts.some((part) => part.includes("\u0000")) ? undefined : parts;
  } catch {
    return undefined;
  }
}
