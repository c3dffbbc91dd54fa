import { columnName, noTextIn } from "@heed/core";
import { unreadable } from "../unreadable.ts";
import { cellName } from "./cell-name.ts";
import type { SheetRow } from "./sheet-rows.ts";
import type { MergedRange } from "./sheet-shape.ts";

/** The name of each column that has one, by its place from 0. */
export type Header = ReadonlyMap<number, string>;

/**
 * The names of the columns, from one row or from two: then a name of the upper row stands over the columns on its right as far
 * as the next one or the end of its merged range, and before theirs (`Answer / Date`); with nothing below it, it stands alone.
 * Throws unreadableFile when there is none, or one stands twice.
 */
export function headerOf(
  path: string,
  sheet: string,
  rows: readonly SheetRow[],
  at: readonly number[],
  merged: readonly MergedRange[] = [],
): Header {
  const [upper, lower] = at.map((row) => namesOf(path, sheet, rows, row));
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
    throw unreadable(path, "is empty: it has no header; if that stands lower, name its row in file.headerRow", {
      sheet,
      ...(at[0] === undefined ? {} : { row: at[0] }),
    });
  refuseRepeated(path, sheet, names, at.at(-1) ?? 1);
  return names;
}

function namesOf(path: string, sheet: string, rows: readonly SheetRow[], at: number): Map<number, string> {
  const names = new Map<number, string>();
  for (const [column, { text, fault }] of rows.find(({ row }) => row === at)?.cells ?? []) {
    const noText = noTextIn(text);
    if (noText !== undefined) throw unreadable(path, `${noText}, in its header`, { sheet, row: at });
    if (fault !== undefined) throw unreadable(path, `${fault}, as the name of a column`, { sheet, row: at });
    const name = columnName(text);
    if (name !== "") names.set(column, name);
  }
  return names;
}

function refuseRepeated(path: string, sheet: string, names: Header, row: number): void {
  const seen = new Map<string, number>();
  for (const [column, name] of names) {
    const first = seen.get(name);
    if (first !== undefined)
      throw unreadable(
        path,
        `names the column ${name} twice in its header, in ${cellName(first, row)} and ${cellName(column, row)}`,
        { sheet, row },
      );
    seen.set(name, column);
  }
}
