import type { Entry, Id, Instant } from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";
import { type Columns, insertRows } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";

export const entryColumns = {
  id: "text",
  follow_up_id: "text",
  type: "text",
  given_on: "text",
  known_by: "text",
  recorded_at: "text",
  body: "text",
  content_digest: "text",
} as const satisfies Columns;

/** The record stores moments in UTC with milliseconds, so that the order of the texts is the order in time. */
export function inUtc(instant: Instant): Instant {
  return new Date(instant).toISOString();
}

/** An entry as it is stored: its moment in UTC. Its digest covers this whole content. */
export function asKept(entry: Entry): Entry {
  return { ...entry, recordedAt: inUtc(entry.recordedAt) };
}

/** The values of an entry that asKept() made, in the order of entryColumns. */
export function entryValues(followUp: Id, entry: Entry): SqlValue[] {
  return [
    entry.id,
    followUp,
    entry.type,
    entry.givenOn ?? null,
    entry.knownBy ?? null,
    entry.recordedAt,
    JSON.stringify(entry),
    contentDigest(entry),
  ];
}

/** Appends entries that asKept() made, within a transaction. */
export async function insertEntries(sql: Sql, entries: readonly { followUp: Id; entry: Entry }[]): Promise<number> {
  return insertRows(
    sql,
    "entry",
    entryColumns,
    entries.map(({ followUp, entry }) => entryValues(followUp, entry)),
  );
}
