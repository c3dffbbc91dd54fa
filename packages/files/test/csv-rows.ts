import { parse } from "csv-parse/sync";

/** The rows of a CSV file, its head among them; each must have as many cells as the head. */
export function csvRows(text: string): string[][] {
  return parse(text);
}
