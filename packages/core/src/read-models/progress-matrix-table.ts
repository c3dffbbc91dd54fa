import { AssessedLevel } from "../follow-up/levels.ts";
import { textIn } from "../localized-text.ts";
import type { ProgressMatrixLine } from "./progress-matrix-line.ts";

/** The progress matrix as a table: a row for each reporting year of each addressee, with a column for each level. */
export function progressMatrixTable(
  lines: readonly ProgressMatrixLine[],
  language: string | undefined,
): { head: readonly string[]; rows: (string | number)[][] } {
  return {
    head: ["addressee", "reportingYear", "followUps", ...AssessedLevel.options],
    rows: lines.flatMap(({ addressee, reportingYears }) =>
      reportingYears.map(({ reportingYear, followUps, byAssessed }) => [
        textIn(addressee.name, language),
        reportingYear,
        followUps,
        ...AssessedLevel.options.map((level) => byAssessed[level] ?? 0),
      ]),
    ),
  };
}
