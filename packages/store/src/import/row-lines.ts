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

  /** These lines with all other lines of their rows: a whole and its parts are one row. */
  ofTheirRows(lines: Iterable<number>): number[] {
    const all = new Set([...lines].map((line) => this.parts[line - firstPart] ?? line));
    for (const [part, whole] of this.wholes) if (all.has(whole)) all.add(part);
    return [...all];
  }

  isPart(row: number | undefined): boolean {
    return row !== undefined && row >= firstPart;
  }

  /** The one that the rows stand in, when their file is a workbook. */
  private sheet: string | undefined;

  /** Rows must be noted in order. */
  note({ row, line = row, sheet }: RowPlace): void {
    this.sheet = sheet;
    if (line - row === (this.distances.at(-1) ?? 0)) return;
    this.rows.push(row);
    this.distances.push(line - row);
  }

  /** An issue of a row with its sheet, and its line when that differs from the row. */
  placed<I extends Issue>(given: I): I {
    const whole = given.row === undefined ? undefined : this.parts[given.row - firstPart];
    const ofSheet = given.row !== undefined && this.sheet !== undefined ? { sheet: this.sheet, ...given } : given;
    const issue = whole === undefined ? ofSheet : { ...ofSheet, row: whole };
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
