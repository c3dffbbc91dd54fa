import type { ActName, Day, Entry, Id, Instant, Issue, Person, Reader } from "@heed/core";
import type { RegisterActName } from "@heed/core/acts/acts";
import type { BroughtTable, ItemsAsked } from "@heed/core/collected-item/brought/item-acts";
import type { OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { ReminderDesk } from "@heed/core/reminders/reminder-desk";
import type { Table } from "@heed/core/tables/list-table";
import type {
  AccessDesk,
  ActOutcome,
  DraftDesk,
  ExpectedVersion,
  KeyedRequest,
  OneOfSeveral,
  RecordItem,
  TakenItems,
} from "@heed/store";
import { z } from "zod";
import type { Download, Files } from "./files.ts";
import type { ImportDesk } from "./import-desk.ts";
import type { Only } from "./only.ts";
import { lang } from "./parameters.ts";
import type { Tag } from "./tags.ts";

/** Performs an act on a follow-up. */
export type Perform = (act: {
  followUp: Id;
  act: ActName;
  input: unknown;
  expectedVersion?: ExpectedVersion;
}) => Promise<{ version: number; entries: readonly Entry[]; warnings: readonly Issue[] }>;

/** Performs several acts on follow-ups: `together` all or none, or else each for itself. */
export type PerformSeveral = (acts: readonly OneOfSeveral[], together: boolean) => Promise<ActOutcome[]>;

/** Performs an act on the register: on something that exists, or one that creates it. */
export type PerformRegister = (act: {
  act: RegisterActName;
  thing?: Id;
  /** The recommendation of a draft, or the override or a link of a recommendation. */
  part?: Id;
  input?: unknown;
  expectedVersion?: ExpectedVersion;
}) => Promise<RegisterResult>;

/** Takes in a table of what was collected, all or nothing. */
export type TakeItems = (
  table: BroughtTable,
  asked: ItemsAsked & { dryRun?: boolean | undefined },
) => Promise<TakenItems>;

/** Performs acts on the register in their order, all or none. `told`: the error to throw for what refuses the act at a place of the list. */
export type PerformRegisterActs = (
  acts: readonly OneRegisterAct[],
  told?: (error: unknown, place: number) => unknown,
) => Promise<readonly RegisterResult[]>;

type OneRegisterAct = {
  act: RegisterActName;
  thing?: Id;
  part?: Id;
  input?: unknown;
  expectedVersion?: ExpectedVersion;
  request?: KeyedRequest;
};

/** What every operation can use. */
export type Context = {
  reads: TrackerReads;
  reader: Reader;
  /** Who asks; undefined for the public. */
  person: Person | undefined;
  perform: Perform;
  performSeveral: PerformSeveral;
  performRegister: PerformRegister;
  performRegisterActs: PerformRegisterActs;
  takeItems: TakeItems;
  files: Files;
  /** The whole record, as the reader sees it. */
  record: () => AsyncIterable<RecordItem>;
  /** The moment of the request. */
  at: Instant;
  /** The drafts of acts that the actor sees. Errors: noAccessToken for the public. */
  readonly drafts: DraftDesk;
  /** Users and all tokens for an admin, own tokens for another user. Errors: noAccessToken for the public; missingPermission. */
  readonly access: AccessDesk;
  /** Reminders. Errors: noAccessToken for the public; missingPermission for who keeps none. */
  readonly reminders: ReminderDesk;
  /** Imports. Errors: noAccessToken for the public; missingPermission for who may import nothing. */
  readonly imports: ImportDesk;
  /** On what terms the data may be used. */
  terms: OpenDataTerms;
  /** The address of a page by its path, with the public address in front where there is one. */
  pageAddress: (path: string) => string;
  /** The calendar day of the request in the installation's time zone (D10). */
  today: Day;
  /** The language of `lang`, or else of Accept-Language, if it is one of ours. */
  language: string | undefined;
  /** The versions that If-Match names; undefined for `*`. */
  ifMatch: ExpectedVersion | undefined;
};

/** JSON in pieces, to be saved under a name. */
export type Streamed = { name: string; pieces: AsyncIterable<string> };

export type Parameters = z.ZodObject<Record<string, z.ZodType>>;

/** The answer of an operation: a body, and what its entity tag is made of besides the body. */
export type Answer<Body extends object = object> = { body: Body; version?: number; location?: string };

/**
 * An operation of the service as one value. The router and both OpenAPI documents are built from the same list, so they
 * cannot disagree.
 */
export type Operation = {
  /** Its operationId, and the name of its file. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  /** The path after the base path, with parameters as `{id}`. */
  path: string;
  tag: Tag;
  summary: string;
  description?: string;
  params?: Parameters;
  query?: Parameters;
  /** The schema of the body; for PATCH it is a JSON Merge Patch. */
  input?: z.ZodType;
  output: z.ZodType;
  /** The body is a file of evidence, and not JSON. */
  takesFile?: true;
  /** It creates something: there is no earlier version that If-Match could name. */
  creates?: true;
  /** Needs a token. */
  secured?: true;
  /** Its answer has a secret, which nothing on the way may keep. */
  secret?: true;
  /** A read whose answer does not depend on the token. */
  sameForAll?: true;
  /** The whole list as a table, however long, where the operation has one: CSV, or a workbook of at most 10,000 rows. */
  table?: (context: Context, input: never) => Promise<Table>;
  /** The file that it answers, instead of JSON. */
  download?: (context: Context, input: never) => Promise<Download>;
  /** A file of any length, written while it is read. */
  stream?: (context: Context) => Streamed;
  /** Absent when the operation answers only a table or a file. */
  handle?: (context: Context, input: never, body: unknown) => Promise<Answer>;
};

/**
 * Gives the handler's input the type of the operation's own schemas, and its body that of the answer's: a body that lacks
 * a property, or has another one, does not compile. Every read also gets the parameter `lang`.
 */
export function operation<
  Output extends z.ZodType,
  Body extends z.input<Output> & object,
  Params extends Parameters = z.ZodObject<Record<never, never>>,
  Query extends Parameters = z.ZodObject<Record<never, never>>,
>(
  definition: Omit<Operation, "handle" | "table" | "params" | "query" | "method" | "output"> & {
    method?: Operation["method"];
    params?: Params;
    query?: Query;
    output: Output;
    table?: (context: Context, input: z.output<Params> & z.output<Query>) => Promise<Table>;
    handle: (
      context: Context,
      input: z.output<Params> & z.output<Query> & { lang?: string },
      body: unknown,
    ) => Promise<Answer<Body> & { body: Only<Body, z.input<Output>> }>;
  },
): Operation {
  const { method = "get", query = z.object({}) } = definition;
  return { ...definition, method, ...(method === "get" && { query: query.extend({ lang }) }) } as Operation;
}

export const mergePatch = "application/merge-patch+json";

/** What a body may come as: a merge patch also as plain JSON (Belgif [doc-patch]). */
export function bodyTypes(method: Operation["method"]): readonly string[] {
  return method === "patch" ? [mergePatch, "application/json"] : ["application/json"];
}

/** The forms of a table: what `format` asks for, and the media type of each. */
export const tableTypes = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const format = z
  .enum(["csv", "xlsx"])
  .optional()
  .describe("CSV, or a workbook of at most 10,000 rows; what Accept names when absent.");

/**
 * The file of a list as an operation of its own, so that a generated client has one type for each answer, and a link can
 * name the form. The list itself gives the same with `Accept`.
 */
export function exportOf(
  { table, params, query, tag, summary, sameForAll }: Operation,
  id: string,
  path: string,
): Operation {
  if (table === undefined) throw new Error(`${path} has no table to give`);
  const paging: Record<string, true> = {};
  for (const name of ["pageSize", "page", "after", "withTotal"]) if (query?.shape[name]) paging[name] = true;
  return {
    ...{ id, path, tag, table, method: "get", output: z.string() },
    summary: `${summary}, as a file`,
    description:
      "Where a language is asked for, the titles of columns are in it, and each code has its label before it; else the head has the names of properties. Read whole, however long: CSV, or a workbook of at most 10,000 rows.",
    ...(params && { params }),
    query: ((query ?? z.object({})) as Parameters).omit(paging).extend({ format }),
    ...(sameForAll && { sameForAll }),
  };
}
