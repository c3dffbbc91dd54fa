import type { Issue, RowPlace } from "@heed/core";

/** Which line of the file a row stands on: kept only where the distance between the two changes. */
export class RowLines {
  private readonly rows: number[] = [];
  private readonly distances: number[] = [];

  /** Rows are noted in their order. */
  note({ row, line = row }: RowPlace): void {
    if (line - row === (this.distances.at(-1) ?? 0)) return;
    this.rows.push(row);
    this.distances.push(line - row);
  }

  /** An issue of a row with its line, where that is another number. */
  placed<I extends Issue>(issue: I): I {
    const { row } = issue;
    const distance = row === undefined || issue.line !== undefined ? 0 : this.distanceAt(row);
    return row === undefined || distance === 0 ? issue : { ...issue, line: row + distance };
  }

  private distanceAt(row: number): number {
    let [from, until] = [0, this.rows.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if ((this.rows[middle] ?? 0) <= row) from = middle + 1;
      else until = middle;
    }
    return this.distances[from - 1] ?? 0;
  }
}
