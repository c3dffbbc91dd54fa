import type { Entry, Id } from "@heed/core";
import { citationsIn } from "@heed/core/follow-up/entries/citations";
import type { EvidenceFile } from "@heed/core/follow-up/entries/evidence-file";
import { evidenceOf } from "@heed/core/follow-up/entries/shown-evidence";
import type { Sql } from "../connection/sql.ts";
import { type EntryCitationRow, type EntryFileRow, entryCitationTable, entryFileTable } from "../generated/tables.ts";
import { insertInto } from "../tables/table.ts";

/** The files that an entry names. */
export function filesOf(entry: Entry): EvidenceFile[] {
  return evidenceOf(entry).flatMap(({ file }) => file ?? []);
}

/** The rows by which the files of entries are found. */
export function entryFileRows(entries: readonly Entry[]): EntryFileRow[] {
  return entries.flatMap((entry) =>
    [...new Set(filesOf(entry).map(({ digest }) => digest))].map((digest) => ({ digest, entryId: entry.id })),
  );
}

/** The rows by which what entries cite is found. */
export function entryCitationRows(entries: readonly Entry[]): EntryCitationRow[] {
  return entries.flatMap((entry) =>
    [...new Set(citationsIn(evidenceOf(entry)))].map((citedId) => ({ citedId, entryId: entry.id })),
  );
}

/** With the entries, in their transaction. Most entries name and cite nothing, and nothing is written for them. */
export async function insertWhatEntriesName(sql: Sql, entries: readonly Entry[]): Promise<void> {
  await insertInto(sql, entryFileTable, entryFileRows(entries));
  await insertInto(sql, entryCitationTable, entryCitationRows(entries));
}

/** The digests of files that entries name and that begin with some hexadecimal digits, eight or more. */
export async function digestsBeginning(sql: Sql, beginning: string): Promise<string[]> {
  if (!/^[0-9a-f]{8,64}$/.test(beginning)) return [];
  const rows = await sql.all<{ digest: string }>(
    "SELECT DISTINCT digest FROM entry_file WHERE digest >= ? AND digest <= ? ORDER BY digest LIMIT 20",
    [beginning, beginning.padEnd(64, "f")],
  );
  return rows.map(({ digest }) => digest);
}

/** The follow-ups that have an entry that names the file, in order. */
export async function followUpsNaming(sql: Sql, digest: string): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT e.follow_up_id AS id FROM entry_file f JOIN entry e ON e.id = f.entry_id
     WHERE f.digest = ? ORDER BY e.follow_up_id`,
    [digest],
  );
  return rows.map(({ id }) => id);
}
