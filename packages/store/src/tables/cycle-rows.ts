import type { ReportingCycle } from "@heed/core";
import { type ReportingCycleRow, reportingCycleTable } from "../generated/tables.ts";
import { readJsonText, withoutAbsent } from "./json-text.ts";
import { selected } from "./table.ts";

export function cycleRow(cycle: ReportingCycle, recordedAt: string): Omit<ReportingCycleRow, "version"> {
  const { id, issuingBody, year, opensOn, updatesDueOn, assessmentsDueOn, publishedOn, closedOn, errata, selections } =
    cycle;
  return {
    id,
    issuingBodyId: issuingBody,
    year,
    opensOn,
    updatesDueOn,
    assessmentsDueOn,
    publishedOn: publishedOn ?? null,
    closedOn: closedOn ?? null,
    errata: JSON.stringify(errata ?? []),
    selections: JSON.stringify(selections ?? []),
    recordedAt,
  };
}

export type StoredCycle = Omit<ReportingCycleRow, "recordedAt" | "version">;

/** The columns that cycleOf() reads, and the version. */
export function cycleColumns(alias?: string): string {
  return selected(reportingCycleTable, alias);
}

export function cycleOf(row: StoredCycle): ReportingCycle {
  return withoutAbsent({
    id: row.id,
    issuingBody: row.issuingBodyId,
    year: row.year,
    opensOn: row.opensOn,
    updatesDueOn: row.updatesDueOn,
    assessmentsDueOn: row.assessmentsDueOn,
    publishedOn: row.publishedOn,
    closedOn: row.closedOn,
    errata: row.errata === "[]" ? undefined : readJsonText(row.errata),
    selections: row.selections === "[]" ? undefined : readJsonText(row.selections),
  }) as ReportingCycle;
}
