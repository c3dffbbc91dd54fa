import { randomUUID } from "node:crypto";
import type { Person } from "@heed/core";
import type { Label } from "@heed/core/label";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { readAnswers } from "@heed/files";
import { type Database, takeWorkbook, type WorkbookTaking } from "@heed/store";

/** A workbook of answers that comes in, who brings it, and in which language its faults are told. */
export type WorkbookImport = {
  path: string;
  /** As the user knows the file. */
  name: string;
  person: Person;
  language: keyof Label;
} & Pick<WorkbookTaking, "at" | "settings" | "systemUser" | "dryRun" | "skipInvalid" | "whenDone">;

/** Makes drafts of a workbook of answers, whoever brings it. Errors: unreadableFile; those of takeWorkbook(). */
export async function importWorkbook(database: Database, asked: WorkbookImport): Promise<ImportResult> {
  const { path, name, person, language, at, settings, systemUser, dryRun, skipInvalid, whenDone } = asked;
  return takeWorkbook(database, {
    workbook: await readAnswers(path, { name, language }),
    ...{ file: name, language, person, at, settings, systemUser, dryRun, skipInvalid, newId: randomUUID },
    ...(whenDone && { whenDone }),
  });
}
