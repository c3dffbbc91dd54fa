import { type Id, Report } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { reportTable } from "../../generated/tables.ts";
import { inList } from "../../statements/in-list.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import { reportColumns, reportOf, reportRow, type StoredReport } from "../../tables/report-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { importFormerReports, requireFormerReports } from "./import-former-reports.ts";
import type { Kept } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";

export async function importReports(intake: RecordIntake): Promise<void> {
  const { sql, record, moments } = intake;
  const reports = record.reports.map(({ formerVersions: _, ...plain }) => plain);
  await requireKnown(intake, "reports", reports, "issuingBody", "organization", record.organizations);
  const added = await newOf(intake, "reports", reports, (ids) => keptReports(sql, ids));
  const ids = new Set(idsOf(added));
  await requireFormerReports(intake, ids);
  if (intake.isRefused) return;
  intake.created.reports = await insertInto(
    sql,
    reportTable,
    added.map((each) => reportRow(each, contentDigest(each), moments.ofReport(each.id))),
  );
  const drafts = new Set(idsOf(reports.filter(({ status }) => status === "draft")));
  intake.things.report = idsOf(added).filter((id) => drafts.has(id));
  intake.things.importedReport = idsOf(added).filter((id) => !drafts.has(id));
  await importFormerReports(intake, ids);
}

// Not by their stored digests: the digest of a mapped row covers what the row said, without what the record adds.
async function keptReports(sql: Sql, ids: readonly Id[]): Promise<Kept[]> {
  const rows = await sql.all<StoredReport>(`SELECT ${reportColumns()} FROM report WHERE ${inList(sql, "id")}`, [
    JSON.stringify(ids),
  ]);
  return rows.map((row) => ({ id: row.id, content: Report.parse(reportOf(row)) }));
}
