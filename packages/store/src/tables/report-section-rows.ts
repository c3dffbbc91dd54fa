import { referenceKey } from "@heed/core/recommendation/recommendation";
import { isPublishable, type ReportSection } from "@heed/core/report-section/report-section";
import type { ReportSectionRow } from "../generated/tables.ts";

export function reportSectionRow(section: ReportSection, recordedAt: string): ReportSectionRow {
  const { id, report, parent = "", reference, position, state } = section;
  return {
    ...{ id, reference, position, state, recordedAt },
    reportId: report,
    parentId: parent,
    referenceKey: referenceKey(reference),
    isFinal: isPublishable(section) ? 1 : 0,
    body: JSON.stringify(section),
    version: 1,
  };
}
