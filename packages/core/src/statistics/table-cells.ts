import type { Figure } from "../collected-item/kinds/figures.ts";
import type { SeriesContent } from "../collected-item/kinds/series.ts";

/** A place of a table by the codes of its row and column; without one where it is a total, or the table has none. */
export type TablePlace = { row?: string; column?: string };
export type TableCell = TablePlace & { value: number };

type Breakdowns = Pick<SeriesContent, "rows" | "columns">;

export function placeKey({ row, column }: TablePlace): string {
  return JSON.stringify([row ?? null, column ?? null]);
}

/** The places that a number is delivered for, row by row. */
export function placesOf({ rows, columns }: Breakdowns): readonly TablePlace[] {
  return placesOver(codesOf(rows), codesOf(columns));
}

/** Those and the totals over rows and columns, the totals last in each. */
export function placesWithTotals({ rows, columns }: Breakdowns): readonly TablePlace[] {
  return placesOver(withTotal(codesOf(rows)), withTotal(codesOf(columns)));
}

/** Absent stands for a series without the breakdown. */
function codesOf(categories: SeriesContent["rows"]): readonly (string | undefined)[] {
  return categories.length === 0 ? [undefined] : categories.map(({ code }) => code);
}

function withTotal(codes: readonly (string | undefined)[]): readonly (string | undefined)[] {
  return codes[0] === undefined ? codes : [...codes, undefined];
}

function placesOver(
  rows: readonly (string | undefined)[],
  columns: readonly (string | undefined)[],
): readonly TablePlace[] {
  return rows.flatMap((row) =>
    columns.map((column) => ({ ...(row !== undefined && { row }), ...(column !== undefined && { column }) })),
  );
}

/**
 * The table of all that was delivered for a year: each number added up, with the totals. A place for which nobody gave a number, as
 * when the series got a row later, has no cell; a number at a place that the series does not have any more is in none.
 */
export function joinedTable(series: Breakdowns, delivered: readonly (readonly Figure[])[]): readonly TableCell[] {
  const inner = new Set(placesOf(series).map(placeKey));
  const sums = new Map<string, number>();
  for (const { value, ...place } of delivered.flat())
    if (inner.has(placeKey(place)))
      for (const key of placesCounting(place)) sums.set(key, (sums.get(key) ?? 0) + value);
  return placesWithTotals(series).flatMap((place) => {
    const value = sums.get(placeKey(place));
    return value === undefined ? [] : [{ ...place, value }];
  });
}

/** The keys of the place itself and of the totals over it. */
function placesCounting({ row, column }: TablePlace): ReadonlySet<string> {
  return new Set([{ row, column }, { row }, { column }, {}].map((place) => placeKey(place as TablePlace)));
}
