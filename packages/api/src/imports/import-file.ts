import { basename } from "node:path";
import { type Day, DomainError, dayOf, type RecordFile, type Settings } from "@heed/core";
import { editionDay } from "@heed/core/mapping/edition-day";
import type { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { ImportPlan, ImportResult } from "@heed/core/mapping/reading/import-row";
import { fileDigest, mappedRows, readMapping, readRecordFile } from "@heed/files";
import { type Database, type ImportRun, importRecord, importRows } from "@heed/store";
import { v7 } from "uuid";

/** A file as it is imported: the record that it holds, or its rows and how they are read. */
export type ImportSource =
  | { kind: "record"; record: RecordFile }
  | { kind: "table"; path: string; plan: ImportPlan; mapping: Mapping; digest: string; day: Day | undefined };

/** Errors: invalidInput and unreadableFile, with the places. */
export async function recordSource(file: string): Promise<ImportSource & { kind: "record" }> {
  return { kind: "record", record: await readRecordFile(file) };
}

/** `path` is the mapping's file. Errors: invalidMapping, with the places; invalidInput for a day that does not fit. */
export async function tableSource(file: string, path: string, given: string | undefined): Promise<ImportSource> {
  const { mapping, digest } = await readMapping(path);
  const day = editionDay(mapping, basename(file), given);
  return { kind: "table", path, plan: planOf(mapping), mapping, digest, day };
}

/** What the import of a file is told besides the file: all of an ImportRun that the file itself does not tell. */
export type Importing = Omit<ImportRun, "file" | "fileDigest" | "mapping" | "mappingDigest" | "newId" | "settings"> & {
  settings: Settings;
  facts?: Readonly<Record<string, string>> | undefined;
  /** Rows that were read, as they are read. */
  onRead?: NonNullable<Parameters<typeof mappedRows>[2]>;
};

/** Imports a file, whoever asks for it. Errors: as importRecord() and importRows(); invalidMapping names the mapping's file. */
export async function importFile(
  database: Database,
  file: string,
  source: ImportSource,
  { facts, onRead, ...asked }: Importing,
): Promise<ImportResult> {
  const run: ImportRun = {
    ...asked,
    ...{ file, fileDigest: await fileDigest(file) },
    mapping: source.kind === "table" ? source.path : "",
    mappingDigest: source.kind === "table" ? source.digest : "",
    // Ids in ascending order: the rows of a file then lie side by side in every index. Random ids would scatter them.
    newId: () => v7(),
  };
  if (source.kind === "record") return importRecord(database, source.record, run);
  const { path, plan, mapping, day } = source;
  const edition = { ...(day && { day }), takenOn: dayOf(run.settings, run.at) };
  try {
    return await importRows(database, plan, mappedRows(file, mapping, onRead, edition, facts), run);
  } catch (error) {
    throw inMapping(path, error);
  }
}

/** Some faults of a mapping show only when the file is read: the error then names the mapping's file and key. */
function inMapping(path: string, error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== "invalidMapping") return error;
  const [first, ...others] = error.issues;
  const key = first?.name === undefined || others.length > 0 ? "" : `, ${first.name}`;
  return new DomainError(
    error.code,
    `${path}${key}: ${error.message}`,
    error.issues.map((issue) => ({ file: path, ...issue })),
  );
}
