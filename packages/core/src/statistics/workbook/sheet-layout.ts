import type { SeriesContent } from "../../collected-item/kinds/series.ts";
import { gridOf } from "../figure-grid.ts";
import { placesWithTotals, type TablePlace } from "../table-cells.ts";

/** A place of a table and its cell: rows from 1, columns from 0. */
export type PlacedCell = { place: TablePlace; row: number; column: number };

/** Where the tables of a sheet stand: the head of each is the row above its cells. */
export type SheetLayout = { current: readonly PlacedCell[]; former: readonly PlacedCell[]; formerTitle: number };

const firstHead = 5;

/** Above the first table are the title, the definition and the unit; the names of rows are in the first column. */
export function sheetLayout(series: Pick<SeriesContent, "rows" | "columns">): SheetLayout {
  const lines = gridOf(series, "en", (place) => place).lines.length;
  const formerTitle = firstHead + lines + 2;
  return { current: cellsBelow(series, firstHead), formerTitle, former: cellsBelow(series, formerTitle + 1) };
}

function cellsBelow(series: Pick<SeriesContent, "rows" | "columns">, head: number): readonly PlacedCell[] {
  const { lines } = gridOf(series, "en", (place) => place);
  return lines.flatMap(({ cells }, line) =>
    cells.map((place, column) => ({ place, row: head + 1 + line, column: column + 1 })),
  );
}

/** The head of each table: the row above its first cell. */
export function headOf(cells: readonly PlacedCell[]): number {
  return (cells[0]?.row ?? 1) - 1;
}

/** What a workbook keeps of the form of a series: where it differs later, cells would be read as others. */
export function formOf(series: Pick<SeriesContent, "rows" | "columns">): string {
  return JSON.stringify(placesWithTotals(series).map(({ row, column }) => [row ?? null, column ?? null]));
}
