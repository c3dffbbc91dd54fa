import { DomainError, type Id } from "@heed/core";
import type { Label } from "@heed/core/label";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { type Database, type FilePlace, readUploadedFile, receiveFile } from "@heed/store";
import type { ActingAs } from "../contract/acting-as.ts";
import { importWorkbook } from "../imports/import-workbook.ts";

export type TakeWorkbook = (
  acting: Omit<ActingAs, "request">,
  brought: { file: Id; language: keyof Label; dryRun: boolean; skipInvalid: boolean },
) => Promise<ImportResult>;

/** Takes in a workbook that was brought as a file of the person or a colleague. Errors: notFound; those of importWorkbook(). */
export function takeBroughtWorkbook(database: Database, place: FilePlace): TakeWorkbook {
  return async ({ person, at, settings }, { file, ...asked }) => {
    const { digest, name, size } = await readUploadedFile(database, person, file);
    const bytes = await place.open(digest);
    if (bytes === undefined) throw new DomainError("notFound", `the bytes of the file ${file} are not kept here`);
    return receiveFile(place, bytes, size, ({ path }) =>
      importWorkbook(database, { path, name, person, at, settings, systemUser: "service", ...asked }),
    );
  };
}
