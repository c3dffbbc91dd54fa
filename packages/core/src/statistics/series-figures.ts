import type { CollectedItem } from "../collected-item/collected-item.ts";
import { FiguresContent } from "../collected-item/kinds/figures.ts";
import { SeriesContent } from "../collected-item/kinds/series.ts";
import type { FigureCell, SeriesFigures, YearFigures } from "../read-models/series-figures.ts";
import type { Id } from "../source.ts";
import { rememberedSuppressedCells } from "./suppressed-cells.ts";
import { joinedTable, placeKey, type TableCell } from "./table-cells.ts";

/** The numbers of a series for who keeps the record (`seesAll`), or for everybody. `delivered` are the figures of its body that hold. */
export function seriesFigures(
  series: CollectedItem,
  delivered: readonly CollectedItem[],
  { seesAll }: { seesAll: boolean },
): SeriesFigures {
  const content = SeriesContent.parse(series.content);
  const years = [...new Set(delivered.map(({ year }) => year))].sort((a, b) => b - a);
  return {
    seesAll,
    // What is left out of a table takes time to work out: that of a year that is not shown is not.
    years: years
      .filter((year) => seesAll || isPublicYear(content, year))
      .map((year) => yearFigures(content, year, ofYear(delivered, year), seesAll)),
  };
}

function isPublicYear({ publishedTo }: SeriesContent, year: number): boolean {
  return publishedTo !== undefined && year <= publishedTo;
}

type Delivered = { item: Id } & FiguresContent;

function ofYear(delivered: readonly CollectedItem[], year: number): readonly Delivered[] {
  return delivered
    .filter((each) => each.year === year)
    .map(({ id, content }) => ({ item: id, ...FiguresContent.parse(content) }))
    .sort((a, b) => (a.deliveredBy < b.deliveredBy ? -1 : 1));
}

function yearFigures(
  content: SeriesContent,
  year: number,
  delivered: readonly Delivered[],
  seesAll: boolean,
): YearFigures {
  const table = joinedTable(
    content,
    delivered.map(({ cells }) => cells),
  );
  const left = rememberedSuppressedCells(table, content.smallBelow);
  const isPublic = isPublicYear(content, year);
  const cells = table.map((cell) => shownCell(cell, left.has(placeKey(cell)), seesAll));
  if (!seesAll) return { year, cells, isPublic };
  const names = delivered.map(({ deliveredBy }) => deliveredBy);
  return {
    ...{ year, cells, isPublic },
    deliveries: delivered.map(({ item, deliveredBy, cells: own }) => ({
      ...{ item, deliveredBy },
      cells: joinedTable(content, [own]),
    })),
    awaited: (content.filledBy ?? []).filter((name) => !names.includes(name)),
  };
}

function shownCell({ value, ...place }: TableCell, isSuppressed: boolean, seesAll: boolean): FigureCell {
  if (!isSuppressed) return { ...place, value };
  return seesAll ? { ...place, value, suppressed: true } : { ...place, suppressed: true };
}
