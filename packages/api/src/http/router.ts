import { type Day, dayOf, type Id, type Person, publicReader, type Reader, type Settings } from "@heed/core";
import type { OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import type { ReadFor, TrackerReads } from "@heed/core/read-models/tracker-store";
import type { ReminderDesk } from "@heed/core/reminders/reminder-desk";
import type { AccessDesk, DraftDesk, RecordItem } from "@heed/store";
import express, { type Request, type Response, type Router } from "express";
import type { ActingAs } from "../contract/acting-as.ts";
import type { Files, SentFile } from "../contract/files.ts";
import type { ImportDesk } from "../contract/import-desk.ts";
import {
  type Answer,
  type Context,
  type Operation,
  type Perform,
  type PerformRegister,
  type PerformRegisterActs,
  type PerformSeveral,
  type TakeItems,
  tableTypes,
} from "../contract/operation.ts";
import { noAccessToken, ProblemError, simpleProblems } from "../contract/problem.ts";
import type { Identify } from "../sign-in/identify.ts";
import { entityTag, expectedIn, knownTag } from "./entity-tag.ts";
import { inLanguage } from "./in-language.ts";
import { keyedRequest } from "./keyed-request.ts";
import { languageOf } from "./language.ts";
import { otherMethods } from "./other-methods.ts";
import { presentFile } from "./present-file.ts";
import { presentStream } from "./present-stream.ts";
import { fileName, presentTable } from "./present-table.ts";
import { type PublicLink, textWithPublicLinks } from "./public-links.ts";
import { readBody } from "./read-body.ts";
import { dropTheRest, sentFile } from "./read-file.ts";
import { noQuery, readPath, readQuery } from "./read-input.ts";
import { personOfRequest } from "./reader-of.ts";

export type RouterOptions = {
  reads: TrackerReads;
  identify: Identify;
  perform: (acting: ActingAs, act: Parameters<Perform>[0]) => ReturnType<Perform>;
  performSeveral: (acting: ActingAs, ...acts: Parameters<PerformSeveral>) => ReturnType<PerformSeveral>;
  performRegisterActs: (
    acting: Omit<ActingAs, "request">,
    ...acts: Parameters<PerformRegisterActs>
  ) => ReturnType<PerformRegisterActs>;
  takeItems: (acting: Omit<ActingAs, "request">, ...table: Parameters<TakeItems>) => ReturnType<TakeItems>;
  performRegister: (acting: ActingAs, act: Parameters<PerformRegister>[0]) => ReturnType<PerformRegister>;
  drafts: (acting: ActingAs) => DraftDesk;
  access: (acting: ActingAs) => AccessDesk;
  reminders: (acting: ActingAs) => ReminderDesk;
  imports: { desk: (acting: ActingAs) => ImportDesk };
  files: {
    upload: (acting: Omit<ActingAs, "settings">, sent: SentFile) => ReturnType<Files["upload"]>;
    uploaded: (person: Person, id: Id) => ReturnType<Files["uploaded"]>;
    open: Files["open"];
    propose: Files["propose"];
    readFigures: Files["readFigures"];
    readItems: Files["readItems"];
  };
  record: (reader: Reader, today: Day, settings: Settings) => AsyncIterable<RecordItem>;
  now: () => Date;
  /** Turns a link into the one that is used from outside. */
  link: PublicLink;
  /** The address from outside, where there is one. */
  publicUrl?: string | undefined;
  /** On what terms the data may be used. */
  terms?: OpenDataTerms;
};

/**
 * Builds the router from the operations: parse the request, call the operation, present the answer. Another method on a
 * known path is a 405 with Allow.
 */
export function operationRouter(operations: readonly Operation[], options: RouterOptions): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const [path, some] of byPath(operations)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ":$1"));
    for (const operation of some)
      route[operation.method](...readBody(operation), (request: Request, response: Response) => {
        response.locals.operation = operation.id;
        const handled = handle(operation, options, request, response);
        return operation.takesFile ? handled.finally(() => dropTheRest(request)) : handled;
      });
    const allowed = some.flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]));
    route.all(otherMethods(allowed));
  }
  return router;
}

function byPath(operations: readonly Operation[]): Map<string, Operation[]> {
  const paths = new Map<string, Operation[]>();
  for (const operation of operations) {
    const known = paths.get(operation.path);
    if (known) known.push(operation);
    else paths.set(operation.path, [operation]);
  }
  return paths;
}

async function handle(
  operation: Operation,
  {
    reads: all,
    identify,
    perform,
    performSeveral,
    performRegister,
    performRegisterActs,
    takeItems,
    drafts,
    access,
    reminders,
    imports,
    files,
    record,
    now,
    link,
    publicUrl = "",
    terms = {},
  }: RouterOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const at = now().toISOString();
  const person = await personOfRequest(request, identify, at);
  if (operation.secured && person === undefined) throw noAccessToken();
  // What an act is decided by is read where it is written.
  const reads = all.forOneRequest(whoReads(operation, person));
  const input: { lang?: string; format?: keyof typeof tableTypes; asOf?: Day; id?: string; name?: string } = {
    ...(operation.params && readPath(operation.params, request.params)),
    ...readQuery(operation.query ?? noQuery, request),
  };
  const mediaType = mediaTypeOf(operation, input.format, request);
  const settings = await reads.settings();
  const reader = person === undefined ? publicReader : { rights: person.rights, today: dayOf(settings, at) };
  const keyOf = operation.method === "get" ? undefined : keyedRequest(request);
  const keyed = keyOf === undefined ? {} : { request: keyOf };
  const required = () => {
    if (person === undefined) throw noAccessToken();
    return person;
  };
  const context: Context = {
    reads,
    reader,
    person,
    at,
    perform: (act) => perform({ person: required(), at, settings, ...keyed }, act),
    performSeveral: (acts, together) => performSeveral({ person: required(), at, settings, ...keyed }, acts, together),
    performRegister: (act) => performRegister({ person: required(), at, settings, ...keyed }, act),
    takeItems: (...table) => takeItems({ person: required(), at, settings }, ...table),
    performRegisterActs: (...acts) => performRegisterActs({ person: required(), at, settings }, ...acts),
    files: {
      upload: (sent) => files.upload({ person: required(), at, ...keyed }, sent),
      uploaded: (id) => files.uploaded(required(), id),
      open: files.open,
      propose: files.propose,
      readFigures: files.readFigures,
      readItems: files.readItems,
    },
    record: () => record(reader, dayOf(settings, at), settings),
    get drafts() {
      return drafts({ person: required(), at, settings, ...keyed });
    },
    get access() {
      return access({ person: required(), at, settings, ...keyed });
    },
    get reminders() {
      return reminders({ person: required(), at, settings, ...keyed });
    },
    get imports() {
      return imports.desk({ person: required(), at, settings, ...keyed });
    },
    terms,
    pageAddress: (path) => publicUrl.replace(/\/+$/, "") + path,
    get today() {
      return dayOf(settings, at);
    },
    language: input.lang ?? languageOf(request),
    ifMatch: expectedIn(request.get("if-match")),
  };
  response.vary("Accept");
  response.setHeader("Cache-Control", operation.secret ? "no-store" : "no-cache");
  if (operation.method === "get") response.vary("Accept-Language");
  if (mediaType !== "application/json" && operation.table) {
    const table = await operation.table(context, input as never);
    const name = fileName(operation.path, [input.id, input.asOf ?? context.today]);
    await presentTable(table, { mediaType, name, language: context.language }, request, response);
    return;
  }
  if (operation.download) {
    await presentFile(await operation.download(context, input as never), request, response);
    return;
  }
  if (operation.stream) {
    await presentStream(operation.stream(context), request, response);
    return;
  }
  if (operation.handle === undefined) throw new Error(`${operation.id} answers nothing`);
  const answer = await operation.handle(context, input as never, bodyOf(operation, request, input.name));
  present(operation, answer, context, link, request, response);
}

function whoReads({ method }: Operation, person: Person | undefined): ReadFor | undefined {
  if (method !== "get") return undefined;
  return person === undefined ? "anyone" : "person";
}

function bodyOf({ takesFile }: Operation, request: Request, name: string | undefined): unknown {
  return takesFile ? sentFile(request, name) : request.body;
}

type MediaType = "application/json" | (typeof tableTypes)[keyof typeof tableTypes];

/** What `format` names, or else what Accept does. */
function mediaTypeOf(
  { table, handle, download, stream }: Operation,
  format: keyof typeof tableTypes | undefined,
  request: Request,
): MediaType {
  // What a file is was told when it was named: there is no other form of it.
  if (download || stream) return "application/json";
  if (format !== undefined) return tableTypes[format];
  const best = request.accepts([...(handle ? ["application/json"] : []), ...(table ? Object.values(tableTypes) : [])]);
  if (best === false) throw new ProblemError(simpleProblems.notAcceptable);
  return best as MediaType;
}

function present(
  { method, output }: Operation,
  answer: Answer,
  { reader, language }: Context,
  link: PublicLink,
  request: Request,
  response: Response,
): void {
  if (method === "delete") {
    response.status(204).end();
    return;
  }
  const shown =
    method === "get" && language !== undefined
      ? inLanguage(output, answer.body, language)
      : { body: answer.body, languages: [] };
  if (shown.languages.length > 0) response.setHeader("Content-Language", shown.languages.join(", "));
  const body = textWithPublicLinks(shown.body, link);
  if (answer.location) response.setHeader("Location", link(answer.location));
  if (method === "post") response.status(201);
  if (method === "get") {
    const tag = entityTag(body, "application/json", reader, answer.version);
    const known = knownTag(request.get("if-none-match"), tag);
    response.setHeader("ETag", known ?? tag);
    if (known !== undefined) {
      response.status(304).end();
      return;
    }
  }
  response.type("application/json").send(body);
}
