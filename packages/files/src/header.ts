import { columnName, noTextIn } from "@heed/core";
import { cellName, columnAt } from "./cell-name.ts";
import { type FilePlace, unreadable } from "./unreadable.ts";

/** A cell's text, and why it cannot be taken where it cannot. */
export type TableCell = { text: string; fault?: string };

/** A row of a table, from 1, with its cells by column, from 0. */
export type TableRow = { row: number; cells: ReadonlyMap<number, TableCell> };

/** Cells that a person sees as one: rows from 1, columns from 0, each inclusive. */
export type MergedRange = { name: string; top: number; bottom: number; left: number; right: number };

/** The name of each column that has one, by its place from 0. */
export type Header = ReadonlyMap<number, string>;

/**
 * The names of the columns, from one row or from two: then a name of the upper row stands over the columns on its right as far
 * as the next one or the end of its merged range, and before theirs (`Answer / Date`); with nothing below it, it stands alone.
 * Throws unreadableFile when there is none, or one stands twice.
 */
export function headerOf(
  path: string,
  rows: readonly TableRow[],
  at: readonly number[],
  { merged = [], placeOf }: { merged?: readonly MergedRange[]; placeOf: PlaceOf },
): Header {
  const [upper, lower] = at.map((row) => namesOf(path, rows, row, placeOf));
  const names = new Map<number, string>();
  const last = Math.max(-1, ...(upper?.keys() ?? []), ...(lower?.keys() ?? []));
  let group: string | undefined;
  let groupEnds = Number.POSITIVE_INFINITY;
  const endOf = (column: number) =>
    merged.find(({ top, left }) => top === at[0] && left === column)?.right ?? Number.POSITIVE_INFINITY;
  for (let column = 0; column <= last; column++) {
    const above = upper?.get(column);
    const below = lower?.get(column);
    if (column > groupEnds) group = undefined;
    if (above !== undefined) groupEnds = endOf(column);
    if (above !== undefined) group = lower !== undefined && below === undefined ? undefined : above;
    const name = below === undefined ? above : group === undefined ? below : `${group} / ${below}`;
    if (name !== undefined) names.set(column, name);
  }
  if (names.size === 0)
    throw unreadable(
      path,
      "is empty: it has no header; if that stands lower, name its row in file.headerRow",
      placeOf(at[0] ?? 1),
    );
  refuseRepeated(path, names, at.at(-1) ?? 1, placeOf);
  return names;
}

/** Where in its file a row of the table stands. */
type PlaceOf = (row: number) => FilePlace;

function namesOf(path: string, rows: readonly TableRow[], at: number, placeOf: PlaceOf): Map<number, string> {
  const names = new Map<number, string>();
  for (const [column, { text, fault }] of rows.find(({ row }) => row === at)?.cells ?? []) {
    const noText = noTextIn(text);
    if (noText !== undefined) throw unreadable(path, `${noText}, in its header`, placeOf(at));
    if (fault !== undefined) throw unreadable(path, `${fault}, as the name of a column`, placeOf(at));
    const name = columnName(text);
    if (name !== "") names.set(column, name);
  }
  return names;
}

function refuseRepeated(path: string, names: Header, row: number, placeOf: PlaceOf): void {
  const seen = new Map<string, number>();
  for (const [column, name] of names) {
    const first = seen.get(name);
    if (first !== undefined)
      throw unreadable(
        path,
        `names the column ${name} twice in its header, in ${cellName(first, row)} and ${cellName(column, row)}`,
        placeOf(row),
      );
    seen.set(name, column);
  }
}

/** The text of a cell by its name, as B1; what cannot be taken, such as a formula, is blank. */
export function cellIn(rows: readonly TableRow[], name: string): string | undefined {
  const row = Number(/\d+$/.exec(name)?.[0]);
  const cell = rows.find((each) => each.row === row)?.cells.get(columnAt(name));
  return cell?.fault === undefined ? cell?.text : undefined;
}
