import { csvLine } from "@heed/files";

/** Rows as CSV with a header, by RFC 4180. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map(csvLine).join("");
}
