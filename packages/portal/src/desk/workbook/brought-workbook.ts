import { workbookWords } from "@heed/core/workbook/words/words";
import type { DeskAsked } from "../desk-asked.ts";
import { fileFaultOf } from "../form/brought-files.ts";

/** The field of the file of a workbook, as brought files are named. */
export const fileField = "workbook.0.upload";

/** The workbook that a form brings, or why none came in. */
export function broughtWorkbook(
  { say }: Pick<DeskAsked, "say">,
  form: URLSearchParams,
  missing = say.message("workbook.missing"),
): { file: string; fault?: string } {
  const file = form.get("workbook.0.file") ?? "";
  if (form.has("workbook.0.fileFault")) {
    const told = fileFaultOf(say, form, "workbook.0");
    // What a workbook is not is told in its own words.
    const isOther = told === undefined || told.fault === "type";
    return { file, fault: isOther ? workbookWords(say.language).refusals.file : told.text };
  }
  return file === "" ? { file, fault: missing } : { file };
}
