import { AssessedLevel, type Day, textIn } from "@heed/core";
import type { ProgressMatrixLine } from "@heed/core/read-models/progress-matrix-line";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { organizationJson } from "./organization-json.ts";
import { table } from "./table.ts";

/** The matrix as JSON. */
export function matrixJson(lines: readonly ProgressMatrixLine[], asOf: Day, lang?: string) {
  const items = lines.map((line) => ({ ...line, addressee: organizationJson(line.addressee, lang) }));
  return { asOf, total: items.length, items };
}

type Row = Pick<ProgressMatrixLine, "followUps" | "byAssessed"> & { addressee: string; year: string };

/** A line with the total of each addressee, followed by a line for each reporting year. */
export function matrixText(lines: readonly ProgressMatrixLine[], day: string, lang?: string): string {
  const say = sayIn(lang);
  const rows = lines.flatMap(({ addressee, reportingYears, ...all }): Row[] => [
    { ...all, addressee: textIn(addressee.name, lang), year: say.progress.allYears },
    ...reportingYears.map((each) => ({ ...each, addressee: "", year: String(each.reportingYear) })),
  ]);
  return `${say.onAtTheBeginning(day)}\n\n${table<Row>(
    [
      { head: say.heads.addressee, wide: true, of: ({ addressee }) => pc.bold(addressee) },
      { head: say.heads.year, align: "right", of: ({ year }) => year },
      { head: say.heads.followUps, align: "right", of: ({ followUps }) => String(followUps) },
      { head: say.heads.assessed, wraps: true, of: (row) => assessedText(row, say) },
    ],
    rows,
  )}`;
}

function assessedText({ byAssessed }: Row, say: Say): string {
  return AssessedLevel.options
    .flatMap((level) =>
      byAssessed[level] === undefined ? [] : [`${byAssessed[level]} ${say.label("assessedLevel", level)}`],
    )
    .join(", ");
}
