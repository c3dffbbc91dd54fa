import type { Id, LocalizedText } from "@heed/core";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { Dialect } from "../connection/sql.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
import { authenticLanguages, authenticLanguagesColumn } from "./authentic-languages.ts";

/** The recommendation and the report of a follow-up. */
export type RecommendationAndReport = Pick<OverdueItem, "recommendation" | "report">;

export type RecommendationAndReportRow = {
  recommendation: Id;
  reference: string;
  title: string | null;
  report: Id;
  reportReference: string;
  reportingYear: number;
  authenticLanguages: string | null;
};

/** The columns of an RecommendationAndReportRow, for a recommendation `r` and its report `p`. */
export function recommendationAndReportColumns(dialect: Dialect): string {
  return `r.id AS recommendation, r.reference, ${jsonField(dialect, "r.body", "title")} AS title, p.id AS report,
    p.reference AS "reportReference", p.reporting_year AS "reportingYear",
    ${authenticLanguagesColumn(dialect)}`;
}

export function recommendationAndReportOf(row: RecommendationAndReportRow): RecommendationAndReport {
  const title = readJson<LocalizedText>(row.title);
  return {
    recommendation: { id: row.recommendation, reference: row.reference, ...(title && { title }) },
    report: {
      id: row.report,
      reference: row.reportReference,
      reportingYear: row.reportingYear,
      ...authenticLanguages(row),
    },
  };
}
