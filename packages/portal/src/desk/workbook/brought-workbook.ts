import { detailIn } from "@heed/core/wording/details/detail-in";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { DeskAsked } from "../desk-asked.ts";

/** The field of the file of a workbook, as brought files are named. */
export const fileField = "workbook.0.upload";

/** The workbook that a form brings, or why none came in. */
export function broughtWorkbook(
  { say }: Pick<DeskAsked, "say">,
  form: URLSearchParams,
  missing = say.message("workbook.missing"),
): { file: string; fault?: string } {
  const file = form.get("workbook.0.file") ?? "";
  const fault = form.get("workbook.0.fileFault");
  if (fault === "large" || fault === "scanner" || fault === "again") {
    const detail = detailIn(form.get("workbook.0.fileDetail") ?? "", say.language);
    return { file, fault: say.message(`fault.file.${fault}`, { detail }) };
  }
  if (fault !== null) return { file, fault: workbookWords(say.language).refusals.file };
  return file === "" ? { file, fault: missing } : { file };
}
