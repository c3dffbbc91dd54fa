import type { ActName, Actor, Day, Entry, Id, Reader, RegisterActName, RegisterDone, TrackerReads } from "@heed/core";
import type { ExpectedVersion } from "@heed/store";
import { z } from "zod";
import { lang } from "./schemas/parameters.ts";

/** What an operation that writes may do. */
export type Perform = (act: {
  followUp: Id;
  act: ActName;
  input: unknown;
  expectedVersion?: ExpectedVersion;
}) => Promise<{ version: number; entries: readonly Entry[] }>;

/** An act on the register: on a thing that exists, or one that makes it. */
export type PerformRegister = (act: {
  act: RegisterActName;
  thing?: Id;
  /** The recommendation of a draft. */
  part?: Id;
  input?: unknown;
  expectedVersion?: ExpectedVersion;
}) => Promise<RegisterDone>;

/** What every operation may use. */
export type Context = {
  reads: TrackerReads;
  reader: Reader;
  /** Who acts; undefined for the public. */
  actor: Actor | undefined;
  perform: Perform;
  performRegister: PerformRegister;
  /** The calendar day of the request in the installation's time zone (D10). */
  today: Day;
  /** The language asked for by `lang`, else by Accept-Language, where it is one of ours. */
  language: string | undefined;
  /** The versions that If-Match names; undefined for `*`. */
  ifMatch: ExpectedVersion | undefined;
};

export type Parameters = z.ZodObject<Record<string, z.ZodType>>;

/** What an operation answers: a body, and what makes its entity tag beside that. */
export type Answer = { body: object; version?: number; location?: string };

/**
 * An operation of the service as one value: the router and both OpenAPI documents are built from the same list, so they
 * cannot disagree (habit 5).
 */
export type Operation = {
  /** Its operationId, and the name of its file. */
  id: string;
  method: "get" | "post" | "patch" | "delete";
  /** Below the base, with parameters as `{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  params?: Parameters;
  query?: Parameters;
  /** What is sent; PATCH is a JSON Merge Patch. */
  input?: z.ZodType;
  output: z.ZodType;
  /** What it writes is new: there is nothing yet that If-Match could name. */
  creates?: true;
  /** Needs a token. */
  secured?: true;
  /** A read that answers everybody alike, whatever the token. */
  sameForAll?: true;
  /** The whole answer as text/csv, however long, where it is one. */
  csv?: (context: Context, input: never) => Promise<AsyncIterable<string>>;
  /** One thing with an entity tag, rather than a list. */
  single?: true;
  /** Absent where it answers CSV alone. */
  handle?: (context: Context, input: never, body: unknown) => Promise<Answer>;
};

/** Ties the handler's input to the operation's own schemas; whatever is read may be asked for in one language. */
export function operation<
  Params extends Parameters = z.ZodObject<Record<never, never>>,
  Query extends Parameters = z.ZodObject<Record<never, never>>,
>(
  definition: Omit<Operation, "handle" | "csv" | "params" | "query" | "method"> & {
    method?: Operation["method"];
    params?: Params;
    query?: Query;
    csv?: (context: Context, input: z.output<Params> & z.output<Query>) => Promise<AsyncIterable<string>>;
    handle: (
      context: Context,
      input: z.output<Params> & z.output<Query> & { lang?: string },
      body: unknown,
    ) => Promise<Answer>;
  },
): Operation {
  const { method = "get", query = z.object({}) } = definition;
  return { ...definition, method, ...(method === "get" && { query: query.extend({ lang }) }) } as Operation;
}

/**
 * The CSV of a list as an operation of its own: a client made from the document then has one type for each answer. The list itself
 * gives the same under `Accept: text/csv`.
 */
export function exportOf({ csv, query, tag, summary, sameForAll }: Operation, id: string, path: string): Operation {
  if (csv === undefined) throw new Error(`${path} has no CSV to give`);
  const paging: Record<string, true> = {};
  for (const name of ["pageSize", "page", "after", "withTotal"]) if (query?.shape[name]) paging[name] = true;
  return {
    ...{ id, path, tag, csv, method: "get", output: z.string() },
    summary: `${summary}, as a CSV file`,
    ...(query && { query: query.omit(paging) }),
    ...(sameForAll && { sameForAll }),
  };
}
