import { DomainError, type Person, type RecordFile } from "@heed/core";
import type { ImportKind, NewImport } from "@heed/core/import-jobs/import-job";
import { requireMayImport } from "@heed/core/import-jobs/may-import";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { actorsOfWorkbook } from "@heed/core/workbook/may-draft";
import { type Database, type FilePlace, filesOf } from "@heed/store";
import { type Importing, importFile, recordSource, tableSource } from "./import-file.ts";
import { importWorkbook } from "./import-workbook.ts";

/** A file that is imported, by names in the folder where the import works. */
export type FileToImport = {
  file: string;
  asked: NewImport;
  person: Person;
  place: FilePlace;
};

/** What an import of one kind asks for, and does. */
type ImportKindRules = {
  /** Errors: missingPermission. */
  requireMay(person: Person): void;
  /** Errors: invalidInput for what does not go together. */
  requireFits(asked: NewImport): void;
  run(database: Database, file: FileToImport, importing: Importing): Promise<ImportResult>;
};

/** Every kind of file that comes in by a job. */
export const importKinds: Readonly<Record<ImportKind, ImportKindRules>> = {
  record: {
    requireMay: requireMayImport,
    requireFits({ mapping, facts, editionDay, ...asked }) {
      const { skipInvalid } = asked;
      refuseWhatIsForTables({ mapping, facts, editionDay, ...asked }, { skipInvalid }, "a record tells this itself");
    },
    async run(database, { file, place }, importing) {
      const source = await recordSource(file);
      const result = await importFile(database, file, source, importing);
      return { ...result, warnings: [...result.warnings, ...(await lostFiles(source.record, place))] };
    },
  },
  table: {
    requireMay: requireMayImport,
    requireFits({ mapping }) {
      if (mapping === undefined)
        throw new DomainError("invalidInput", "a table needs its mapping", [
          { name: "mapping", detail: "how its columns are read is missing" },
        ]);
    },
    async run(database, { file, asked: { mapping, editionDay, facts } }, importing) {
      const source = await tableSource(file, mapping?.name ?? "", editionDay);
      return importFile(database, file, source, {
        ...importing,
        facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
      });
    },
  },
  workbook: {
    requireMay: actorsOfWorkbook,
    requireFits: (asked) => refuseWhatIsForTables(asked, {}, "a workbook of answers tells this itself"),
    run: (database, { file, person }, importing) =>
      importWorkbook(database, { path: file, name: file, person, language: "en", ...importing }),
  },
};

/** Errors: invalidInput, with each thing that only a table is asked with. */
function refuseWhatIsForTables(
  { mapping, facts, editionDay, acceptCorrections, reuseReferences }: NewImport,
  more: Readonly<Record<string, boolean>>,
  why: string,
): void {
  const given = Object.entries({
    ...{ mapping: mapping !== undefined, editionDay: editionDay !== undefined, facts: facts.length > 0 },
    ...{ ...more, acceptCorrections, reuseReferences },
  });
  const issues = given.flatMap(([name, isGiven]) => (isGiven ? [{ name, detail: "is for a table alone" }] : []));
  if (issues.length > 0) throw new DomainError("invalidInput", why, issues);
}

/** The record names its files of evidence, which come by another way; it is imported without those that are not here. */
async function lostFiles({ followUps }: RecordFile, place: FilePlace): Promise<ImportResult["warnings"]> {
  const detail = "a file of evidence is named, and its bytes are not here";
  const digests = new Set(followUps.flatMap(({ entries }) => entries.flatMap(filesOf)).map(({ digest }) => digest));
  const lost: string[] = [];
  for (const digest of digests) if ((await place.sizeOf(digest)) === undefined) lost.push(digest);
  if (lost.length === 0) return [];
  return [{ detail, rows: lost.length, examples: lost.slice(0, 10).map((value) => ({ value, detail })) }];
}
