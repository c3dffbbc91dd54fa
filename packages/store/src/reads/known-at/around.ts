import type { Id, Instant, LocalizedText } from "@heed/core";
import type { Sql } from "../../sql.ts";
import { jsonField, readJson } from "../json-field.ts";
import { Where } from "../where.ts";
import { recommendationsAsKnown, reportsAsKnown } from "./as-known.ts";

export type Around = {
  recommendation: { id: Id; reference: string; title?: LocalizedText };
  report: { id: Id; reference: string; reportingYear: number };
};

type Row = {
  id: Id;
  recommendation: Id;
  reference: string;
  title: string | null;
  report: Id;
  reportReference: string;
  reportingYear: number;
};

const followUpsPerQuery = 1000;

/** The recommendation and the report of some follow-ups, as they read at a moment, by follow-up. */
export async function aroundKnown(sql: Sql, followUps: readonly Id[], knownAt: Instant): Promise<Map<Id, Around>> {
  const around = new Map<Id, Around>();
  for (let start = 0; start < followUps.length; start += followUpsPerQuery) {
    const where = new Where(sql.dialect).andAmong("f.id", followUps.slice(start, start + followUpsPerQuery));
    const rows = await sql.all<Row>(
      `SELECT f.id, r.id AS recommendation, r.reference, ${jsonField(sql.dialect, "r.body", "title")} AS title,
         p.id AS report, p.reference AS "reportReference", p.reporting_year AS "reportingYear"
       FROM follow_up f JOIN ${recommendationsAsKnown} r ON r.id = f.recommendation_id
         JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
       WHERE ${where.text}`,
      [knownAt, knownAt, ...where.values],
    );
    for (const row of rows) {
      const title = readJson<LocalizedText>(row.title);
      around.set(row.id, {
        recommendation: { id: row.recommendation, reference: row.reference, ...(title && { title }) },
        report: { id: row.report, reference: row.reportReference, reportingYear: row.reportingYear },
      });
    }
  }
  return around;
}
