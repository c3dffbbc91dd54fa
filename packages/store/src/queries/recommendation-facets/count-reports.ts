import type { Reader } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Sql } from "../../connection/sql.ts";
import { listedReports } from "../recommendation-places/listed-reports.ts";
import type { CountedValues } from "./count-values.ts";

/** All recommendations of each report or reporting year, from what reports keep. */
export async function countReports(
  sql: Sql,
  reader: Reader,
  filter: RecommendationFilter,
  facet: "report" | "reportingYear",
): Promise<CountedValues> {
  const where = listedReports(sql, reader, filter).and("p.recommendation_count > 0");
  const value = facet === "report" ? "n.number" : "p.reporting_year";
  const rows = await sql.all<{ value: number; count: number }>(
    `SELECT ${value} AS value, sum(p.recommendation_count) AS count
     FROM report p JOIN report_number n ON n.report_id = p.id WHERE ${where.text} GROUP BY 1`,
    where.values,
  );
  return { counts: rows.map((row) => ({ facet, value: String(row.value), count: Number(row.count) })), isAll: true };
}
