import type { ShownPeriod } from "@heed/core/mapping/reading/read-value";
import { invalidCharacterIn } from "@heed/core/text/invalid-character";
import { columnName } from "@heed/core/text/plain-text";
import { type FilePlace, unreadable } from "../source/unreadable.ts";
import { cellName, columnAt } from "./cell-name.ts";

/**
 * The text of a cell, and the reason when it cannot be used. With a precision the text is a day, of which a person sees
 * only the month or the year.
 */
export type TableCell = {
  text: string;
  fault?: string;
  precision?: ShownPeriod;
  /** The part of the text that is struck through. */
  struck?: string;
  /** It is part of a cell that begins in a column before it, and has its text from there. */
  isOfCellBefore?: true;
};

/** A row of a table, from 1, with its cells by column, from 0. */
export type TableRow = { row: number; cells: ReadonlyMap<number, TableCell> };

/** Cells that a person sees as one: rows from 1, columns from 0, both ends included. */
export type MergedRange = { name: string; top: number; bottom: number; left: number; right: number };

/** The name of each column that has one, by its number from 0. */
export type Header = ReadonlyMap<number, string>;

/**
 * The names of the columns, from one row or from two. With two rows, a name in the upper row applies to its own column
 * and to those on its right, up to the next name or the end of its merged range, and comes first (`Answer / Date`);
 * when there is nothing below it, it is the whole name. Throws unreadableFile when there is no name, or when a name
 * stands twice.
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

/** The place of a table row in its file. */
type PlaceOf = (row: number) => FilePlace;

function namesOf(path: string, rows: readonly TableRow[], at: number, placeOf: PlaceOf): Map<number, string> {
  const names = new Map<number, string>();
  for (const [column, { text, fault }] of rows.find(({ row }) => row === at)?.cells ?? []) {
    const noText = invalidCharacterIn(text);
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

/**
 * The text of a cell by its name, such as B1; blank when the cell cannot be used, for instance because of a formula.
 */
export function cellIn(rows: readonly TableRow[], name: string): string | undefined {
  const row = Number(/\d+$/.exec(name)?.[0]);
  const cell = rows.find((each) => each.row === row)?.cells.get(columnAt(name));
  return cell?.fault === undefined ? cell?.text : undefined;
}
