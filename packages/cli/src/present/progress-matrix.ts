import { AssessedLevel, type Day, textIn } from "@heed/core";
import type { ProgressMatrixLine } from "@heed/core/read-models/progress-matrix-line";
import { progressMatrixTable } from "@heed/core/read-models/progress-matrix-table";
import { csvOf } from "@heed/files";
import pc from "picocolors";
import { organizationJson } from "./organization-json.ts";
import { table } from "./table.ts";
import { words } from "./words.ts";

/** The matrix as JSON. */
export function matrixJson(lines: readonly ProgressMatrixLine[], asOf: Day, lang?: string) {
  const items = lines.map((line) => ({ ...line, addressee: organizationJson(line.addressee, lang) }));
  return { asOf, total: items.length, items };
}

export function matrixCsv(lines: readonly ProgressMatrixLine[], lang?: string): string {
  const { head, rows } = progressMatrixTable(lines, lang);
  return csvOf(head, rows);
}

type Row = Pick<ProgressMatrixLine, "followUps" | "byAssessed"> & { addressee: string; year: string };

/** A line with the total of each addressee, followed by a line for each reporting year. */
export function matrixText(lines: readonly ProgressMatrixLine[], day: string, lang?: string): string {
  const rows = lines.flatMap(({ addressee, reportingYears, ...all }): Row[] => [
    { ...all, addressee: textIn(addressee.name, lang), year: "all" },
    ...reportingYears.map((each) => ({ ...each, addressee: "", year: String(each.reportingYear) })),
  ]);
  return `On ${day}\n\n${table<Row>(
    [
      { head: "Addressee", wide: true, of: ({ addressee }) => pc.bold(addressee) },
      { head: "Year", align: "right", of: ({ year }) => year },
      { head: "Follow-ups", align: "right", of: ({ followUps }) => String(followUps) },
      { head: "Assessed", wraps: true, of: assessedText },
    ],
    rows,
  )}`;
}

function assessedText({ byAssessed }: Row): string {
  return AssessedLevel.options
    .flatMap((level) => (byAssessed[level] === undefined ? [] : [`${byAssessed[level]} ${words(level)}`]))
    .join(", ");
}
