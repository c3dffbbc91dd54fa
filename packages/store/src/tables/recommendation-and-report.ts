import type { Id } from "@heed/core";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { Dialect } from "../connection/sql.ts";
import { authenticLanguages, authenticLanguagesColumn } from "./authentic-languages.ts";
import { type TitleRow, titleColumns, titleOf } from "./title-or-beginning.ts";

/** The recommendation and the report of a follow-up. */
export type RecommendationAndReport = Pick<OverdueItem, "recommendation" | "report">;

export type RecommendationAndReportRow = TitleRow & {
  recommendation: Id;
  reference: string;
  report: Id;
  reportReference: string;
  reportingYear: number;
  authenticLanguages: string | null;
};

/** The columns of an RecommendationAndReportRow, for a recommendation `r` and its report `p`. */
export function recommendationAndReportColumns(dialect: Dialect): string {
  return `r.id AS recommendation, r.reference, ${titleColumns(dialect)}, p.id AS report,
    p.reference AS "reportReference", p.reporting_year AS "reportingYear",
    ${authenticLanguagesColumn(dialect)}`;
}

export function recommendationAndReportOf(row: RecommendationAndReportRow): RecommendationAndReport {
  return {
    recommendation: { id: row.recommendation, reference: row.reference, ...titleOf(row) },
    report: {
      id: row.report,
      reference: row.reportReference,
      reportingYear: row.reportingYear,
      ...authenticLanguages(row),
    },
  };
}
