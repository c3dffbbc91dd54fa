import type { SeriesContent } from "../collected-item/kinds/series.ts";
import type { FigureCell } from "../read-models/series-figures.ts";
import { categoryName, totalWord } from "./category-name.ts";
import { placeKey, placesWithTotals, type TablePlace } from "./table-cells.ts";

/** A line or a head of a table; its name is empty where the series has no such breakdown. */
type Named = { name: string; isTotal: boolean };
export type FigureGrid<Cell> = { heads: readonly Named[]; lines: readonly (Named & { cells: readonly Cell[] })[] };

/** The places of a series as a table to look at, each with what `cellAt` makes of it. */
export function gridOf<Cell>(
  series: Pick<SeriesContent, "rows" | "columns">,
  language: string,
  cellAt: (place: TablePlace) => Cell,
): FigureGrid<Cell> {
  const places = placesWithTotals(series);
  const heads = places.filter(({ row }) => row === places[0]?.row);
  const lines = places.filter(({ column }) => column === places[0]?.column);
  return {
    heads: heads.map(({ column }) => named(series.columns, column, language)),
    lines: lines.map(({ row }) => ({
      ...named(series.rows, row, language),
      cells: places.filter((place) => place.row === row).map(cellAt),
    })),
  };
}

/** The numbers of a year as a table to look at; a place for which nobody gave a number has no cell. */
export function figureGrid(
  series: Pick<SeriesContent, "rows" | "columns">,
  cells: readonly FigureCell[],
  language: string,
): FigureGrid<FigureCell | undefined> {
  const byPlace = new Map(cells.map((cell) => [placeKey(cell), cell]));
  return gridOf(series, language, (place) => byPlace.get(placeKey(place)));
}

function named(categories: SeriesContent["rows"], code: string | undefined, language: string): Named {
  if (code !== undefined) return { name: categoryName(categories, code, language), isTotal: false };
  return { name: categories.length === 0 ? "" : totalWord(language), isTotal: categories.length > 0 };
}
