import type { Id, Instant } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { recommendationsAsKnown, reportsAsKnown } from "../../derived/as-known.ts";
import { Where } from "../../statements/where.ts";
import {
  type RecommendationAndReport,
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../../tables/recommendation-and-report.ts";

type Row = RecommendationAndReportRow & { id: Id };

const followUpsPerQuery = 1000;

/** The recommendation and the report of some follow-ups, as they were at a moment, by follow-up. */
export async function recommendationsAndReportsKnownAt(
  sql: Sql,
  followUps: readonly Id[],
  knownAt: Instant,
): Promise<Map<Id, RecommendationAndReport>> {
  const around = new Map<Id, RecommendationAndReport>();
  for (let start = 0; start < followUps.length; start += followUpsPerQuery) {
    const where = new Where(sql.dialect).andInList("f.id", followUps.slice(start, start + followUpsPerQuery));
    const rows = await sql.all<Row>(
      `SELECT f.id, ${recommendationAndReportColumns(sql.dialect)}
       FROM follow_up f JOIN ${recommendationsAsKnown} r ON r.id = f.recommendation_id
         JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
       WHERE ${where.text}`,
      [knownAt, knownAt, knownAt, ...where.values],
    );
    for (const row of rows) around.set(row.id, recommendationAndReportOf(row));
  }
  return around;
}
