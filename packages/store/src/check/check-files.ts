import { createHash } from "node:crypto";
import type { Entry, Id } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { Database } from "../connection/sql.ts";
import type { FilePlace } from "../files/file-place.ts";
import { entryCitationRows, entryFileRows } from "../files/files-of-entries.ts";
import { namedFiles } from "../files/named-files.ts";
import type { SchemaFault } from "./check-schema.ts";

export type FileCheck = { files: number; faults: SchemaFault[] };

/**
 * Reads the bytes of every file that an entry names or that was brought, and compares them with their digest; and compares the
 * rows by which files are found with the entries.
 */
export async function checkFiles(database: Database, place: FilePlace): Promise<FileCheck> {
  const faults = [...(await wrongRows(database)), ...(await wrongCitations(database))];
  const named = await namedFiles(database);
  for (const digest of named) {
    const detail = await faultOf(place, digest);
    if (detail !== undefined) faults.push({ name: `file ${digest}`, detail });
  }
  return { files: named.length, faults };
}

async function faultOf(place: FilePlace, digest: string): Promise<string | undefined> {
  const bytes = await place.open(digest);
  if (bytes === undefined) return `its bytes are not in ${place.name}`;
  const hash = createHash("sha256");
  try {
    for await (const piece of bytes) hash.update(piece);
  } catch (error) {
    return `its bytes cannot be read: ${(error as Error).message}`;
  }
  return hash.digest("hex") === digest ? undefined : `its bytes in ${place.name} are others`;
}

/** Only a text that names a file has this within it: a quotation mark within a text stands after a backslash. */
const namesFile = `body LIKE '%"digest":"%'`;

async function wrongRows(database: Database): Promise<SchemaFault[]> {
  const entries = await database.all<{ id: Id; body: string }>(
    `SELECT id, body FROM entry WHERE ${namesFile} OR id IN (SELECT entry_id FROM entry_file) ORDER BY id`,
  );
  const rows = await database.all<{ digest: string; entryId: Id }>(
    `SELECT digest, entry_id AS "entryId" FROM entry_file`,
  );
  const kept = new Map<Id, string[]>();
  for (const { digest, entryId } of rows) kept.set(entryId, [...(kept.get(entryId) ?? []), digest]);
  return entries.flatMap(({ id, body }) => {
    const told = entryFileRows([JSON.parse(body) as Entry]).map(({ digest }) => digest);
    const same = [...told].sort().join() === [...(kept.get(id) ?? [])].sort().join();
    return same ? [] : [{ name: `entry ${id}`, detail: "the files by which it is found are not those that it names" }];
  });
}

/** Only evidence that cites has one of these within its text. */
const citesSomething = `body LIKE '%"item":"%' OR body LIKE '%"section":"%'`;

async function wrongCitations(database: Database): Promise<SchemaFault[]> {
  const entries = await database.all<{ id: Id; body: string }>(
    `SELECT id, body FROM entry WHERE ${citesSomething} OR id IN (SELECT entry_id FROM entry_citation) ORDER BY id`,
  );
  const rows = await database.all<{ citedId: Id; entryId: Id }>(
    `SELECT cited_id AS "citedId", entry_id AS "entryId" FROM entry_citation`,
  );
  const kept = groupedBy(
    rows,
    ({ entryId }) => entryId,
    ({ citedId }) => citedId,
  );
  return entries.flatMap(({ id, body }) => {
    const told = entryCitationRows([JSON.parse(body) as Entry]).map(({ citedId }) => citedId);
    const same = told.sort().join() === (kept.get(id) ?? []).toSorted().join();
    return same ? [] : [{ name: `entry ${id}`, detail: "what it cites is not what it is found by" }];
  });
}
