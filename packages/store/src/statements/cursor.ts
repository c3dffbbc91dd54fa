import { DomainError, type Id } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { ShortText } from "@heed/core/text/bounded-text";
import type { SqlValue } from "../connection/sql.ts";

/** The orders of each list, with the values that make up the place of a row in it. */
const orders = {
  overdue: ["text", "text"],
  overdueOriginal: ["text", "text"],
  dueSoon: ["text", "text"],
  dueSoonOriginal: ["text", "text"],
  obligations: ["text", "text"],
  changes: ["text", "text", "number"],
  comparison: ["place", "text"],
  stale: ["text", "text"],
  recommendations: ["place"],
  followUps: ["place", "text"],
  reports: ["number", "text"],
  organizations: ["text"],
  reportingCycles: ["number", "text"],
  snapshot: ["text", "text"],
  unassessed: ["text", "text"],
  auditCheckpoints: ["number"],
  deadlineRequests: ["text", "text"],
  drafts: ["text", "text"],
  users: ["text"],
  tokens: ["text", "text"],
  imports: ["text", "text"],
  collectedItems: ["number", "text", "text"],
  reportSections: ["text", "text", "number", "text"],
  outboxMessages: ["text", "text"],
} as const;

export type List = keyof typeof orders;

/** The place of a row in the order of its list. */
export type Place<Of extends List> = ValuesOf<(typeof orders)[Of]>;
type Kind = "text" | "number" | "place";
type ValuesOf<Kinds extends readonly Kind[]> = {
  -readonly [Index in keyof Kinds]: Kinds[Index] extends "text" ? string : number;
};

/** The list of what is overdue or due soon, in the order of the current or the original due dates. */
export function overdueList({ dueSoon, against }: Pick<OverdueFilter, "dueSoon" | "against">) {
  return `${dueSoon ? "dueSoon" : "overdue"}${against === "original" ? "Original" : ""}` as const;
}

/**
 * The place of a row in its list, as an opaque text: rows that are added or removed meanwhile do not shift the pages.
 */
function cursorOf<Of extends List>(list: Of, place: Readonly<Place<Of>>): string {
  return Buffer.from(JSON.stringify([list, ...(place as readonly SqlValue[])])).toString("base64url");
}

/** The place in a cursor; throws invalidInput when the cursor does not belong to this list. */
export function placeOf<Of extends List>(list: Of, cursor: string): Place<Of> {
  const [of, ...place] = read(cursor);
  const kinds = orders[list];
  if (of === list && place.length === kinds.length && kinds.every((kind, index) => isSound(kind, place[index])))
    return place as unknown as Place<Of>;
  throw ofAnotherList(cursor);
}

/** The last follow-up that a cursor of a cycle's list has passed; throws invalidInput for a cursor of another cycle. */
export function followUpPassed(list: "snapshot" | "unassessed", cycle: Id, cursor: string): Id {
  const [of, followUp] = placeOf(list, cursor);
  if (of === cycle) return followUp;
  throw ofAnotherList(cursor);
}

function ofAnotherList(cursor: string): DomainError {
  return new DomainError("invalidInput", "the cursor does not belong to this list", [
    { name: "after", value: cursor, detail: "not a cursor of this list; take it from `next` of the page before" },
  ]);
}

function read(cursor: string): unknown[] {
  try {
    const bytes = Buffer.from(cursor, "base64url");
    const values: unknown = JSON.parse(bytes.toString());
    return Array.isArray(values) && bytes.toString("base64url") === cursor ? values : [];
  } catch {
    return [];
  }
}

/** A value that a database can compare with its own. */
function isSound(kind: Kind, value: unknown): boolean {
  if (kind === "text") return ShortText.safeParse(value).success;
  if (kind === "place") return Number.isSafeInteger(value);
  return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
}

/** Cuts off the extra row that was read: it tells that there is a next page. */
export function pageOf<Of extends List, Row>(
  list: Of,
  rows: readonly Row[],
  { limit }: Paging,
  placeIn: (row: Row) => Readonly<Place<Of>>,
): Page<Row> {
  if (limit === undefined || rows.length <= limit) return { items: rows };
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return last === undefined ? { items } : { items, next: cursorOf(list, placeIn(last)) };
}

export function limitText({ limit, skip }: Paging): string {
  return limit === undefined ? "" : ` LIMIT ${limit + 1}${skip ? ` OFFSET ${skip}` : ""}`;
}

/** The number of rows that must be found for a page, from the start of the list or its cursor; undefined for all. */
export function rowsToFind({ limit, skip = 0 }: Paging): number | undefined {
  return limit === undefined ? undefined : skip + limit + 1;
}
