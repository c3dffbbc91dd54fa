import type { Report } from "@heed/core";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { type ReportRow, reportTable } from "../generated/tables.ts";
import { withoutAbsent } from "./json-text.ts";
import { selected } from "./table.ts";

/** The content of a report; the database and the acts set the rest of its row. */
export type ReportContentRow = Omit<ReportRow, "importKey" | "publishedFrom" | "version" | "recommendationCount">;

export function reportRow(report: Report, contentDigest: string, recordedAt: string): ReportContentRow {
  const { id, issuingBody, reference, reportingYear, status, publishedOn, ...body } = report;
  return {
    id,
    issuingBodyId: issuingBody,
    reference,
    referenceKey: referenceKey(reference),
    reportingYear,
    status,
    publishedOn: publishedOn ?? null,
    body: JSON.stringify(body),
    contentDigest,
    recordedAt,
  };
}

const read = ["id", "issuingBodyId", "reference", "reportingYear", "status", "publishedOn", "body"] as const;
export type StoredReport = Pick<ReportRow, (typeof read)[number]>;

/** The columns that reportOf() reads. */
export function reportColumns(alias?: string): string {
  return selected(reportTable, alias, read);
}

export function reportOf(row: StoredReport): Report {
  return withoutAbsent({
    ...JSON.parse(row.body),
    id: row.id,
    issuingBody: row.issuingBodyId,
    reference: row.reference,
    reportingYear: row.reportingYear,
    status: row.status,
    publishedOn: row.publishedOn,
  }) as Report;
}
