import type { Cell, Table } from "@heed/core/tables/list-table";
import { stringify } from "csv-stringify/sync";

/**
 * Text that a spreadsheet takes for a formula, also after spaces; some programs accept any text after a leading tab or
 * line break.
 */
const formula = "(?:[\\t\\r\\n]|\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])";
const formulaLike = new RegExp(`^${formula}`);
const escapedBefore = new RegExp(`^'(?='*${formula})`);

/** Every line end that some CSV reader recognizes: a cell that contains one is quoted. */
const anyLineEnd = /[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * One record of a CSV file (RFC 4180), with its line end. All CSV that Heed writes is made of these. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function csvLine(cells: readonly Cell[]): string {
  const guarded = cells.map((cell) => (typeof cell === "string" && formulaLike.test(cell) ? `'${cell}` : cell));
  return stringify([guarded], { record_delimiter: "windows", quoted_match: anyLineEnd });
}

/**
 * A table as a CSV file of any length, in parts. The header comes with the first rows: until these are read, an error can
 * still be told in its place.
 */
export async function* csvParts({ head, rows }: Table): AsyncGenerator<string> {
  let before: readonly (readonly Cell[])[] = [head];
  for await (const batch of rows) {
    yield [...before, ...batch].map(csvLine).join("");
    before = [];
  }
  if (before.length > 0) yield csvLine(head);
}

/** Escapes a cell so that withoutEscape() gives it back: a text that already looks escaped gets one more apostrophe. */
export function escaped(cell: string): string {
  return escapedBefore.test(cell) ? `'${cell}` : cell;
}

/** The text of a cell that csvLine() escaped. */
export function withoutEscape(cell: string): string {
  return cell.replace(escapedBefore, "");
}
