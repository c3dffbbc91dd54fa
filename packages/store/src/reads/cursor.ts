import { DomainError, type Page, type Paging } from "@heed/core";
import type { SqlValue } from "../sql.ts";

/** The place of a row in its order, as an opaque text: rows that come or go meanwhile shift nothing. */
export function cursorOf(place: readonly SqlValue[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place that a cursor names; invalidInput when it is none of this list's. */
export function placeOf(cursor: string, length: number): SqlValue[] {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    read = undefined;
  }
  if (Array.isArray(read) && read.length === length && read.every((each) => ["string", "number"].includes(typeof each)))
    return read;
  throw new DomainError("invalidInput", "the cursor is none that this list gave", [
    { name: "after", value: cursor, detail: "not a cursor of this list; take it from `next` of the page before" },
  ]);
}

/** Cuts rows that were read with one more than asked for: the one more tells that there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: Paging,
  placeIn: (row: Row) => readonly SqlValue[],
): Page<Row> {
  if (limit === undefined || rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return last === undefined ? { items } : { items, next: cursorOf(placeIn(last)) };
}

export function limitText({ limit, skip }: Paging): string {
  return limit === undefined ? "" : ` LIMIT ${limit + 1}${skip ? ` OFFSET ${skip}` : ""}`;
}

/** How many rows a page needs to have been found, from the start of the list or its cursor; undefined for all. */
export function rowsToFind({ limit, skip = 0 }: Paging): number | undefined {
  return limit === undefined ? undefined : skip + limit + 1;
}
