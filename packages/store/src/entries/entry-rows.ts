import type { Entry, Id, Instant } from "@heed/core";
import { contentDigest } from "../audit/content-digest.ts";
import { type Columns, insertRows } from "../bulk/insert-rows.ts";
import type { Sql } from "../sql.ts";

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

/** The record keeps moments in UTC with milliseconds, so that their text order is their order in time. */
export function inUtc(instant: Instant): Instant {
  return new Date(instant).toISOString();
}

/** An entry as it is kept: its moment in UTC. Its digest is of this whole content. */
export function asKept(entry: Entry): Entry {
  return { ...entry, recordedAt: inUtc(entry.recordedAt) };
}

/** Appends entries that were read by asKept(), within a transaction. */
export async function insertEntries(sql: Sql, entries: readonly { followUp: Id; entry: Entry }[]): Promise<number> {
  return insertRows(
    sql,
    "entry",
    entryColumns,
    entries.map(({ followUp, entry }) => [
      entry.id,
      followUp,
      entry.type,
      entry.givenOn ?? null,
      entry.knownBy ?? null,
      entry.recordedAt,
      JSON.stringify(entry),
      contentDigest(entry),
    ]),
  );
}
