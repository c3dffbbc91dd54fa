import { z } from "zod";
import type { Issue } from "../../domain-error.ts";
import { label } from "../../label.ts";
import { ReadableName } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { itemKind } from "./item-kind.ts";

const Figure = z
  .strictObject({
    row: ReadableName.optional().describe("The code of its row; absent where the series has no rows."),
    column: ReadableName.optional().describe("The code of its column; absent where the series has no columns."),
    value: z.int().min(0).max(1_000_000_000),
  })
  .meta({ id: "Figure", description: "One number of a series, without totals." });
export type Figure = z.infer<typeof Figure>;

export const FiguresContent = z
  .strictObject({
    series: ReadableName.describe("The reference of the series."),
    deliveredBy: ReadableName.describe("Who counted, such as a centre; one that the series names."),
    deliveredOn: Day.optional(),
    cells: z.array(Figure).min(1).max(1_600),
  })
  .meta({ id: "Figures", description: "The numbers of a series that one body delivers for a year." });
export type FiguresContent = z.infer<typeof FiguresContent>;

/** The numbers of a year, as who counted delivers them. Nobody but who keeps the record sees them: what is published is made from them. */
export const figures = itemKind({
  name: "figures",
  label: label("Figures of a year", "Chiffres d’une année", "Cijfers van een jaar", "Zahlen eines Jahres"),
  plural: label("Figures of a year", "Chiffres d’une année", "Cijfers van een jaar", "Zahlen eines Jahres"),
  content: FiguresContent,
  words: {
    series: label("Series", "Série", "Reeks", "Reihe"),
    deliveredBy: label("Delivered by", "Fournis par", "Geleverd door", "Geliefert von"),
    deliveredOn: label("Delivered on", "Fournis le", "Geleverd op", "Geliefert am"),
    cells: label("Numbers", "Nombres", "Getallen", "Werte"),
  },
  day: "deliveredOn",
  isConfidential: () => true,
  faults: ({ cells }) => placesTwice(cells),
});

function placesTwice(cells: readonly Figure[]): Issue[] {
  const seen = new Set<string>();
  return cells.flatMap(({ row, column, value }, place) => {
    const key = JSON.stringify([row, column]);
    if (seen.has(key))
      return [{ name: `cells.${place}`, value: String(value), detail: "the cell has a number already" }];
    seen.add(key);
    return [];
  });
}
