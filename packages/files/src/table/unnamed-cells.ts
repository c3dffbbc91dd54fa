import type { Issue } from "@heed/core";
import type { Header } from "./header.ts";

/** A note on the first value of a row in a column without a name, as beside a name that was merged over two columns. */
export function unnamedCells(header: Header, cells: Iterable<readonly [column: number, text: string]>): Issue[] {
  for (const [column, text] of cells)
    if (!header.has(column) && text.trim() !== "")
      return [{ value: text, detail: "a column without a name in the header has a value, which is not read" }];
  return [];
}

export function* cellTexts(
  cells: ReadonlyMap<number, { text: string }>,
): Iterable<readonly [column: number, text: string]> {
  for (const [column, { text }] of cells) yield [column, text];
}
