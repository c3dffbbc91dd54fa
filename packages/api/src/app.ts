import { randomUUID } from "node:crypto";
import type { OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import type { Desks, Followers } from "@heed/portal";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { basePath } from "./contract/base-path.ts";
import { badHeader, noSuchPath, ProblemError, problemFor, problemType, simpleProblems } from "./contract/problem.ts";
import { withFaults } from "./faults.ts";
import { crossOriginReads } from "./http/cross-origin.ts";
import { tagPerCoding } from "./http/entity-tag.ts";
import { limiter } from "./http/limiter.ts";
import { noteFailure } from "./http/note-failure.ts";
import { onlyRead } from "./http/other-methods.ts";
import { pagesRouter } from "./http/pages.ts";
import type { VisitorOf } from "./http/present-page.ts";
import { publicLinks } from "./http/public-links.ts";
import { withoutQuery } from "./http/read-input.ts";
import { operationRouter, type RouterOptions } from "./http/router.ts";
import { documentsRouter } from "./open-api/documents.ts";
import { operations } from "./operations/operations.ts";
import type { PageSignIn } from "./sign-in/page-sign-in.ts";
import { figuresForDesk } from "./workbooks/figures.ts";
import { workbookForDesk } from "./workbooks/organization-workbook.ts";
import type { TakeFigures } from "./workbooks/take-brought-figures.ts";
import type { TakeBroughtItems } from "./workbooks/take-brought-items.ts";
import type { TakeWorkbook } from "./workbooks/take-brought-workbook.ts";

/** What operations read and write with. */
export type ServiceTracker = Omit<RouterOptions, "now" | "link"> & {
  /** Makes drafts of a workbook of answers that was brought as a file. */
  takeWorkbook: TakeWorkbook;
  /** Takes in a workbook of numbers that was brought as a file. */
  takeFigures: TakeFigures;
  takeBroughtItems: TakeBroughtItems;
  /** What an act on the register would move. */
  foresees: Desks["foresees"];
};

export type AppOptions = ServiceTracker & {
  /** Whether the database answers. */
  isUp: () => Promise<boolean>;
  /** Whether requests may be sent to it; without it, whether the database answers. */
  isReady?: () => Promise<boolean>;
  /** Counts requests for who watches the service. */
  countRequests?: RequestHandler | undefined;
  /** Requests per client per minute; 0 sets no limit. */
  rateLimit?: number;
  /**
   * Proxies whose X-Forwarded-For header is trusted: addresses, networks, or `loopback`, `linklocal`, `uniquelocal`.
   */
  trustedProxies?: readonly string[];
  /** The address at which the service is reached from outside, including the prefix before its base path. */
  publicUrl?: string;
  /** Origins whose pages may read what is public; `*` allows any origin. */
  allowedOrigins?: readonly string[];
  /** On what terms the data may be used, as the pages and the catalogue tell it. */
  terms?: OpenDataTerms;
  /** How people sign in on the pages; without it nobody does. */
  signIn?: PageSignIn | undefined;
  /** Following by mail; without it the pages do not offer it. */
  followers?: Followers | undefined;
  /** Finds who is signed in on the pages, in another way than by signing in. */
  visitorOf?: VisitorOf | undefined;
  logger?: Logger;
  now?: () => Date;
};

const longestAddress = 8192;

/** Builds the service, without a port. */
export function createApp({
  isUp,
  isReady = isUp,
  countRequests,
  rateLimit: perMinute = 0,
  trustedProxies = [],
  publicUrl,
  allowedOrigins = [],
  terms = {},
  signIn,
  followers,
  visitorOf,
  logger,
  now = () => new Date(),
  ...tracker
}: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.enable("case sensitive routing");
  app.set("query parser", false);
  app.set("trust proxy", trustedProxies);
  if (trustedProxies.length > 0) app.use(withoutClientPorts);
  const link = publicLinks(publicUrl);

  if (countRequests) app.use(countRequests);
  app.use(withRequestId);
  app.use(withFaults((error, request, response) => answerProblem(error, request, response, request.log ?? logger)));
  // Requests are logged at the level info; asProblem() logs failures at every level.
  if (logger?.isLevelEnabled("info"))
    app.use(
      pinoHttp({
        ...{ logger, serializers: logged },
        genReqId: (request) => String(request.headers["x-request-id"]),
      }),
    );
  app.use(withSecurityHeaders());
  if (allowedOrigins.length > 0) app.use(crossOriginReads(allowedOrigins));
  app.use(refuseWithoutHost, refuseLongAddress);
  app.use(tagPerCoding, withCompression());
  // Who watches the service is not limited: the answer is one of two, whoever asks, and requests at one time share a check.
  app.all(`${basePath}/health`, onlyRead, withoutQuery, answerHealth("health", isUp));
  app.all(`${basePath}/readiness`, onlyRead, withoutQuery, answerHealth("readiness", isReady));
  if (perMinute > 0) app.use(limiter(perMinute, 60_000));
  app.use(`${basePath}/doc`, documentsRouter(link(`${basePath}/`).replace(/\/$/, "")));
  app.use(basePath, operationRouter(operations, { ...tracker, now, link, publicUrl, terms }));
  const { drafts, files, perform, performSeveral, performRegister, performRegisterActs, access, foresees, reminders } =
    tracker;
  const desks = {
    ...{
      work: drafts,
      register: performRegister,
      registerAll: performRegisterActs,
      newKey: randomUUID,
      broughtFile: files.uploaded,
    },
    ...{ access, foresees, reminders, amend: perform, performSeveral },
    workbook: workbookForDesk(tracker.reads),
    takeWorkbook: tracker.takeWorkbook,
    takeFigures: tracker.takeFigures,
    takeItems: tracker.takeBroughtItems,
    figuresWorkbook: figuresForDesk(tracker.reads),
  };
  app.use(
    pagesRouter({
      reads: tracker.reads,
      publicUrl,
      terms,
      now,
      signIn,
      followers,
      visitorOf,
      desks,
      upload: files.upload,
      propose: files.propose,
      ...(logger && { logger }),
    }),
  );
  app.use(() => {
    throw new ProblemError(noSuchPath);
  });
  app.use(asProblem(logger));
  return app;
}

function answerHealth(operation: string, isSo: () => Promise<boolean>): RequestHandler {
  return async (_request, response) => {
    response.locals.operation = operation;
    const up = await isSo();
    response
      .status(up ? 200 : 503)
      .setHeader("Cache-Control", "no-store")
      .json({ status: up ? "UP" : "DOWN" });
  };
}

/** Helmet's headers are the same for every request, so they are computed once. */
function withSecurityHeaders(): RequestHandler {
  const headers = new Map<string, string>();
  // No page of another site shows an answer of this one, an error either, and leads somebody to press what is in it.
  const directives = { "default-src": ["'none'"], "frame-ancestors": ["'none'"] };
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    xFrameOptions: { action: "deny" },
  });
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  secure({} as Request, response as unknown as Response, (error) => {
    if (error) throw error;
  });
  return (_request, each, next) => {
    for (const [name, value] of headers) each.setHeader(name, value);
    next();
  };
}

/**
 * Compression wraps the whole response, so it is used only when the client asks for it. The Vary header is set in both
 * cases.
 */
function withCompression(): RequestHandler {
  const compress = compression();
  return (request, response, next) => {
    if (request.headers["accept-encoding"] !== undefined) return compress(request, response, next);
    response.vary("Accept-Encoding");
    next();
  };
}

/**
 * What is logged of requests and answers: nothing of a person, such as the address or the program of who asks, and no value of a
 * question, which may be a name, or the secret of a link.
 */
const logged = {
  req: ({ id, method, url }: { id: string; method: string; url: string }) => {
    return { id, method, url: url.replace(/(=|\/follow\/(?:confirm|end)\/)[^&?]*/g, "$1[Redacted]") };
  },
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
};

function withRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.get("x-request-id");
  const id = given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  request.headers["x-request-id"] = id;
  response.setHeader("X-Request-Id", id);
  next();
}

/** Node would refuse such a request without problem details (RFC 9112, 3.2). */
function refuseWithoutHost(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers.host === undefined && request.httpVersion === "1.1")
    throw new ProblemError(badHeader("a request names its Host"));
  next();
}

function refuseLongAddress(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.length > longestAddress) throw new ProblemError(simpleProblems.uriTooLong);
  next();
}

/** Some proxies write the port of the client too; a client has many. */
function withoutClientPorts({ headers }: Request, _response: Response, next: NextFunction): void {
  const forwarded = headers["x-forwarded-for"];
  if (forwarded !== undefined) headers["x-forwarded-for"] = String(forwarded).split(",").map(withoutPort).join(", ");
  next();
}

function withoutPort(client: string): string {
  const address = client.trim();
  return /^\[([\da-f:.]+)\](?::\d+)?$/i.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}

function asProblem(logger: Logger | undefined): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) next(error);
    else answerProblem(error, request, response, request.log ?? logger);
  };
}

function answerProblem(error: unknown, request: Request, response: Response, logger: Logger | undefined): void {
  const { problem, headers } = problemFor(error, request.method === "GET" ? "query" : "body");
  if (problem.status >= 500) noteFailure(error, { request, response, logger }, "the request failed");
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response
    .status(problem.status)
    .setHeader("Content-Type", problemType)
    .send(JSON.stringify({ ...problem, instance: `urn:uuid:${request.get("x-request-id")}` }));
}
