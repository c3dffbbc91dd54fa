import { DomainError } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { requirePlace } from "@heed/core/register/section-place";
import type { ReportSection } from "@heed/core/report-section/report-section";
import { reportSectionTable } from "../../generated/tables.ts";
import { inList } from "../../statements/in-list.ts";
import { reportSectionRow } from "../../tables/report-section-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { keptBodies } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { requireKnown } from "./require-known.ts";

/** No follow-up stands otherwise by them: nothing is derived again. */
export async function importReportSections(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const list = "reportSections";
  await requireKnown(intake, list, record.reportSections, "report", "report", record.reports);
  const added = await newOf(intake, list, record.reportSections, (ids) => keptBodies(sql, "report_section", ids));
  await requirePlaces(intake, added);
  if (intake.isRefused || added.length === 0) return;
  await insertInto(
    sql,
    reportSectionTable,
    added.map((section) => reportSectionRow(section, intake.moments.ofItem(section.id))),
  );
  intake.things.reportSection = idsOf(added);
}

/** As an act requires it, among those of the report that the file and the record have. */
async function requirePlaces(intake: RecordIntake, added: readonly ReportSection[]): Promise<void> {
  const { sql } = intake;
  const reports = groupedBy(added, ({ report }) => report);
  const kept = await sql.all<{ body: string }>(`SELECT body FROM report_section WHERE ${inList(sql, "report_id")}`, [
    JSON.stringify([...reports.keys()]),
  ]);
  const known = groupedBy(
    kept.map(({ body }) => JSON.parse(body) as ReportSection),
    ({ report }) => report,
  );
  for (const [report, sections] of reports) {
    const ofReport = [...(known.get(report) ?? []), ...sections];
    for (const section of sections) requirePlaceIn(intake, ofReport, section);
  }
}

function requirePlaceIn(intake: RecordIntake, ofReport: readonly ReportSection[], section: ReportSection): void {
  try {
    requirePlace(ofReport, section);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [issue] = error.issues;
    intake.refuse(
      `reportSections ${section.id}, ${issue?.name ?? "reference"}`,
      issue?.value ?? section.reference,
      issue?.detail ?? error.message,
    );
  }
}
