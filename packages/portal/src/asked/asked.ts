import type { Day, Reader } from "@heed/core";
import type { OpenDataTerms } from "@heed/core/exchange/open-data-terms";
import type { FollowerDesk } from "@heed/core/followers/follower";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { type Query, queryText } from "../address/query.ts";
import type { Say } from "../language/say.ts";
import type { Desk } from "./desk.ts";
import type { Visitor } from "./visitor.ts";

/** What a page is asked, and what it answers with. */
export type Asked = {
  reads: TrackerReads;
  reader: Reader;
  /** Who is signed in. */
  visitor?: Visitor | undefined;
  /** The desk of who is signed in. */
  desk?: Desk;
  /** Where people can follow by mail. */
  followers?: FollowerDesk;
  say: Say;
  today: Day;
  /** The day asked about. */
  asOf: Day;
  parameters: Readonly<Record<string, readonly string[]>>;
  /** The scheme and host at which the pages are reached, where that is known. */
  origin: string;
  /** On what terms the data may be used. */
  terms: OpenDataTerms;
  /** The way to another page in the same language and on the same day. */
  way: (address: string, query?: Query) => string;
  /** The way to an answer of the service, under its base path. */
  data: (path: string, query?: Query) => string;
};

export type Ways = Pick<Asked, "way" | "data">;

/** `before` is what stands before every path when the service is reached under a prefix. */
export function waysOf(before: string, apiPath: string, { language }: Say, day: Day | undefined): Ways {
  return {
    way: (address, query = {}) => `${before}/${language}${address}${queryText({ asOf: day, ...query })}`,
    data: (path, query = {}) => `${before}${apiPath}${path}${queryText(query)}`,
  };
}
