import type { Issue } from "@heed/core";
import type { MergedRange, TableCell, TableRow } from "./header.ts";

/**
 * Gives each cell of a merged range the value of its first cell, as a person sees it, row after row. A row without
 * cells of its own stays empty: it belongs to the row above. When the only cell of a row is merged, the row is a
 * heading and the value stays in that cell; a range that begins above row `from`, in the header, is left as it is.
 */
export class MergedCells {
  /** `below`: the ranges that begin further down, the next one last. `here`: the ranges that the current row lies in. */
  private readonly below: (MergedRange & { cell?: TableCell })[];
  private current: (MergedRange & { cell?: TableCell })[] = [];

  constructor(ranges: readonly MergedRange[], from: number) {
    this.below = ranges.filter(({ top }) => top >= from).sort((a, b) => b.top - a.top);
  }

  filled<Row extends TableRow>(given: Row): Row {
    this.current = this.current.filter(({ bottom }) => given.row <= bottom);
    for (let next = this.below.at(-1); next !== undefined && next.top <= given.row; next = this.below.at(-1)) {
      this.below.pop();
      const cell = next.top === given.row ? given.cells.get(next.left) : undefined;
      if (cell !== undefined) this.current.push({ ...next, cell });
    }
    const { current } = this;
    if (current.length === 0) return given;
    const isHeading = given.cells.size === 1 && current.some(({ left }) => given.cells.has(left));
    if (given.cells.size === 0 || isHeading) return given;
    const cells = new Map(given.cells);
    for (const { left, right, cell } of current)
      if (cell !== undefined)
        for (let column = left; column <= right; column++)
          if (!cells.has(column)) cells.set(column, column > left ? { ...cell, isOfCellBefore: true } : cell);
    return { ...given, cells };
  }
}

/** A text over two columns is often meant for the first alone: in the second it would become an organization, or an answer. */
export function mergedNote(name: string, { text, isOfCellBefore }: TableCell): Issue[] {
  if (isOfCellBefore !== true || text.trim() === "") return [];
  return [
    { name, value: text, detail: "the cell is merged with the one of a column before it, and is read with its text" },
  ];
}
