import { DomainError, type Issue } from "../../domain-error.ts";
import type { Label } from "../../label.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import { checkFigures, type FilledSheet } from "./check-figures.ts";
import { figuresWords } from "./figures-words.ts";
import type { FiguresAsked } from "./figures-workbook.ts";
import { readSeries, type SeriesRead, type SeriesReads } from "./read-series.ts";
import { formOf } from "./sheet-layout.ts";

/** A workbook of numbers that came back. */
export type FilledFigures = FiguresAsked & {
  /** As its user knows the file. */
  file: string;
  sheets: readonly (FilledSheet & { series: Id; reference: string; form: string })[];
};

/** An act on the register that takes in the numbers of a sheet. */
export type FiguresAct = {
  act: "addItem" | "correctItem";
  thing?: Id;
  input: Readonly<Record<string, unknown>>;
};

export type FiguresActs = { acts: readonly FiguresAct[]; unchanged: number };

/**
 * What takes in a filled workbook: new figures for each series, or a correction of those that the same body delivered for the year; none
 * where the numbers are the same. Faults are told in `language`. Errors: unreadableFile where the workbook does not fit the series
 * any more; invalidInput with what is wrong in each cell; missingPermission for who does not keep the record of the body.
 */
export async function figuresActs(
  asking: SeriesReads,
  { file, issuingBody, deliveredBy, year, sheets }: FilledFigures,
  { today, language }: { today: Day; language: keyof Label },
): Promise<FiguresActs> {
  const all = await readSeries(asking, issuingBody);
  const words = figuresWords(language);
  const refused = (why: string) => new DomainError("unreadableFile", `${file} ${why}`, [{ file, detail: why }]);
  const faults: Issue[] = [];
  const acts: FiguresAct[] = [];
  for (const sheet of sheets) {
    const series = all.find(({ item }) => item.id === sheet.series);
    if (series === undefined) throw refused(words.gone(sheet.reference));
    if (formOf(series.content) !== sheet.form) throw refused(words.changed(sheet.reference));
    const checked = checkFigures(sheet, series, { deliveredBy, year, language });
    faults.push(...checked.faults);
    const known = series.deliveryOf(deliveredBy, year);
    const content = { deliveredOn: today, cells: checked.figures };
    if (known === undefined)
      acts.push({ act: "addItem", input: newFigures(series, { issuingBody, deliveredBy, year }, content) });
    else if (!checked.figures.every((figure) => known.cells.some(isSame(figure))))
      acts.push({ act: "correctItem", thing: known.item, input: { content } });
  }
  if (faults.length > 0) throw new DomainError("invalidInput", `${file} has cells that cannot be taken`, faults);
  return { acts, unchanged: sheets.length - acts.length };
}

type Cell = { row?: string | undefined; column?: string | undefined; value?: number | undefined };

function isSame(one: Cell): (other: Cell) => boolean {
  return ({ row, column, value }) => one.row === row && one.column === column && one.value === value;
}

function newFigures(
  { item: { reference, title } }: SeriesRead,
  { issuingBody, deliveredBy, year }: FiguresAsked,
  content: object,
): Readonly<Record<string, unknown>> {
  return {
    ...{ kind: "figures", issuingBody, year },
    reference: `${reference}-${year}-${deliveredBy}`.slice(0, 200),
    title: Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${text}, ${deliveredBy}`])),
    content: { series: reference, deliveredBy, ...content },
  };
}
