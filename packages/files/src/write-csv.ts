import { stringify } from "csv-stringify/sync";

/**
 * One record of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection).
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], { record_delimiter: "windows", escape_formulas: true });
}
