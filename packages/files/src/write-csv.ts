import { stringify } from "csv-stringify/sync";

/** What a spreadsheet takes for a formula, also behind spaces; some read one behind a leading tab or line break whatever follows. */
const formula = "(?:[\\t\\r\\n]|\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])";
const formulaLike = new RegExp(`^${formula}`);
const escapedBefore = new RegExp(`^'(?='*${formula})`);

/** Every line end that a reader of lists knows, whatever it is called: a cell with one stands in quotes. */
const anyLineEnd = /[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * One record of a CSV file (RFC 4180), with its line end; everything that Heed writes as CSV is made of them. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function csvLine(cells: readonly (string | number)[]): string {
  const guarded = cells.map((cell) => (typeof cell === "string" && formulaLike.test(cell) ? `'${cell}` : cell));
  return stringify([guarded], { record_delimiter: "windows", quoted_match: anyLineEnd });
}

/** A cell that comes back by withoutEscape(): one that looks escaped already gets one apostrophe more. */
export function escaped(cell: string): string {
  return escapedBefore.test(cell) ? `'${cell}` : cell;
}

/** The text of a cell that csvLine() escaped. */
export function withoutEscape(cell: string): string {
  return cell.replace(escapedBefore, "");
}
