import type { Entry, Id, Instant } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { type EntryRow, entryTable } from "../generated/tables.ts";
import { contentDigest } from "./content-digest.ts";
import { insertInto } from "./table.ts";

/** The record stores moments in UTC with milliseconds, so that the order of the texts is the order in time. */
export function inUtc(instant: Instant): Instant {
  return new Date(instant).toISOString();
}

/** An entry as it is stored: its moment in UTC. Its digest covers this whole content. */
export function asStored(entry: Entry): Entry {
  return { ...entry, recordedAt: inUtc(entry.recordedAt) };
}

/** The row of an entry that asStored() made. */
export function entryRow(followUp: Id, entry: Entry): Omit<EntryRow, "importKey"> {
  return {
    id: entry.id,
    followUpId: followUp,
    type: entry.type,
    givenOn: entry.givenOn ?? null,
    knownBy: entry.knownBy ?? null,
    recordedAt: entry.recordedAt,
    body: JSON.stringify(entry),
    contentDigest: contentDigest(entry),
  };
}

/** Appends entries that asStored() made, within a transaction. */
export async function insertEntries(sql: Sql, entries: readonly { followUp: Id; entry: Entry }[]): Promise<number> {
  return insertInto(
    sql,
    entryTable,
    entries.map(({ followUp, entry }) => entryRow(followUp, entry)),
  );
}
