import type { Day, Precision } from "@heed/core";
import type { Dialect } from "../connection/sql.ts";
import { jsonField, readJson } from "../statements/json-field.ts";

/** When a report was published, as far as it is known; `publishedOnPrecision` is JSON text. */
export function publishedOn(row: { publishedOn: string | null; publishedOnPrecision: string | null }): {
  publishedOn?: Day;
  publishedOnPrecision?: Precision;
} {
  const precision = readJson<Precision>(row.publishedOnPrecision);
  return {
    ...(row.publishedOn !== null && { publishedOn: row.publishedOn }),
    ...(precision !== undefined && precision !== "day" && { publishedOnPrecision: precision }),
  };
}

/**
 * The first day on which a report may have been published, as the column `published_from` of `report` computes it: counted
 * back from the last month of the period, because a season ends in another month than a quarter (D9).
 */
export function publishedFrom(dialect: Dialect, body: string, on: string): string {
  const precision = jsonField(dialect, body, "publishedOnPrecision");
  const month = `(CAST(substr(${on}, 1, 4) AS INTEGER) * 12 + CAST(substr(${on}, 6, 2) AS INTEGER) - CASE ${precision}
    WHEN '"month"' THEN 1 WHEN '"quarter"' THEN 3 WHEN '"semester"' THEN 6 ELSE 12 END)`;
  return `CASE WHEN ${precision} IN ('"month"', '"quarter"', '"semester"', '"year"')
    THEN substr(CAST(10000 + ${month} / 12 AS TEXT), 2) || '-' || substr(CAST(101 + ${month} % 12 AS TEXT), 2) || '-01'
    ELSE ${on} END`;
}
