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

/** The first day on which a report may have been published, as the column `published_from` of `report` computes it. */
export function publishedFrom(dialect: Dialect, body: string, on: string): string {
  const year = `substr(${on}, 1, 5)`;
  const month = `substr(${on}, 6, 2)`;
  return `CASE ${jsonField(dialect, body, "publishedOnPrecision")}
    WHEN '"month"' THEN substr(${on}, 1, 8) || '01'
    WHEN '"quarter"' THEN ${year} || CASE ${month} WHEN '03' THEN '01' WHEN '06' THEN '04' WHEN '09' THEN '07' ELSE '10' END || '-01'
    WHEN '"semester"' THEN ${year} || CASE ${month} WHEN '06' THEN '01' ELSE '07' END || '-01'
    WHEN '"year"' THEN ${year} || '01-01'
    ELSE ${on} END`;
}
