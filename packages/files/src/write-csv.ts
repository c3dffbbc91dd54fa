import { stringify } from "csv-stringify/sync";

/**
 * One record of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection).
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], { record_delimiter: "windows", escape_formulas: true });
}

const formulaSign = "[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]";
const escapedBefore = new RegExp(`^'(?='*${formulaSign})`);

/** A cell that comes back by withoutEscape(): one that looks escaped already gets one apostrophe more. */
export function escaped(cell: string): string {
  return escapedBefore.test(cell) ? `'${cell}` : cell;
}

/** The text of a cell that csvLine() escaped. */
export function withoutEscape(cell: string): string {
  return cell.replace(escapedBefore, "");
}
