import type { Issue } from "@heed/core";
import type { RowPlace } from "@heed/core/mapping/reading/import-row";

/** Greater than the number of any row in a file. */
const firstPart = 1_500_000_000;

/** The line of each row in its file. Only the changes of the distance between line and row are kept. */
export class RowLines {
  private readonly rows: number[] = [];
  private readonly distances: number[] = [];

  /**
   * The row of each part of a recommendation, and of its whole. Parts are staged under numbers of their own, after all
   * rows.
   */
  private readonly parts: number[] = [];

  /** The number under which a part of a row is staged. */
  partOf(row: number): number {
    this.parts.push(row);
    return firstPart + this.parts.length - 1;
  }

  /** The number of each part, with that of its whole. */
  get wholes(): [part: number, whole: number][] {
    return this.parts.map((row, index) => [firstPart + index, row]);
  }

  isPart(row: number | undefined): boolean {
    return row !== undefined && row >= firstPart;
  }

  /** Rows must be noted in order. */
  note({ row, line = row }: RowPlace): void {
    if (line - row === (this.distances.at(-1) ?? 0)) return;
    this.rows.push(row);
    this.distances.push(line - row);
  }

  /** An issue of a row with its line, when that differs from the row. */
  placed<I extends Issue>(given: I): I {
    const whole = given.row === undefined ? undefined : this.parts[given.row - firstPart];
    const issue = whole === undefined ? given : { ...given, row: whole };
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
