import type { Id } from "@heed/core";
import type { Label } from "@heed/core/label";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Database, FilePlace } from "@heed/store";
import type { ActingAs } from "../contract/acting-as.ts";
import { importWorkbook } from "../imports/import-workbook.ts";
import { readBroughtFile } from "./read-brought-file.ts";

export type TakeWorkbook = (
  acting: Omit<ActingAs, "request">,
  brought: { file: Id; language: keyof Label; dryRun: boolean; skipInvalid: boolean },
) => Promise<ImportResult>;

/** Takes in a workbook that was brought as a file of the person or a colleague. Errors: notFound; those of importWorkbook(). */
export function takeBroughtWorkbook(database: Database, place: FilePlace): TakeWorkbook {
  return ({ person, at, settings }, { file, ...asked }) =>
    readBroughtFile({ database, place }, { person, file }, (brought) =>
      importWorkbook(database, { ...brought, person, at, settings, systemUser: "service", ...asked }),
    );
}
