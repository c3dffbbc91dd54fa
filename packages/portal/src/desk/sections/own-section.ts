import type { Id } from "@heed/core";
import { allItems } from "@heed/core/read-models/all-pages";
import type { ReportDetail } from "@heed/core/read-models/report-detail";
import type { SectionDetail } from "@heed/core/read-models/section-detail";
import type { ReportSection } from "@heed/core/report-section/report-section";
import type { DeskAsked } from "../desk-asked.ts";
import { ownReport } from "../reports/own-report.ts";
import { languagesOf } from "../reports/report-languages.ts";

/** All sections of a report that who is signed in sees. */
export function sectionsIn({ reads, reader }: DeskAsked, report: Id): Promise<ReportSection[]> {
  return allItems((paging) => reads.reportSections(reader, { report: [report] }, paging));
}

/** A section of a report that who is signed in edits. */
export async function ownSection(
  asked: DeskAsked,
  id: Id,
): Promise<{ detail: SectionDetail; of: ReportDetail } | undefined> {
  const detail = await asked.reads.reportSection(asked.reader, id);
  const of = detail && (await ownReport(asked, detail.section.report));
  return detail && of && { detail, of };
}

/** The languages of the report, and those that the section has besides. */
export function languagesIn({ report }: ReportDetail, section?: ReportSection): readonly string[] {
  return [...new Set([...languagesOf(report), ...Object.keys({ ...section?.title, ...section?.text })])];
}
