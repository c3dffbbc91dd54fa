import { type AssessedLevel, assessedChanges, type Id, type StandingRow } from "@heed/core";
import type { CountChanges } from "./count-changes.ts";
import type { KeptCounts } from "./kept-counts.ts";

/** The columns that count by assessed level. */
export const assessedColumns: Readonly<Record<AssessedLevel, string>> = {
  contraryAction: "contrary_action",
  noEvidence: "no_evidence",
  notStarted: "not_started",
  announced: "announced",
  underWay: "under_way",
  partiallyImplemented: "partially_implemented",
  substantiallyImplemented: "substantially_implemented",
  alternativeAction: "alternative_action",
  fullyImplemented: "fully_implemented",
  noLongerApplicable: "no_longer_applicable",
  notAssessed: "not_assessed",
};

/** How many follow-ups stand at each assessed level, by the reporting year and the printed addressee. */
export const progressCounts: KeptCounts = {
  table: "progress_count",
  waiting: "progress_change",
  key: { reporting_year: "integer", addressee_id: "text" },
  counts: Object.values(assessedColumns),
  foldLock: 4_833_303,
};

/** What of a row of `standing` decides where it is counted. */
export type Assessed = { reportingYear: number; addressee: Id } & Pick<
  StandingRow,
  "role" | "assessed" | "from" | "until"
>;

/** Stretches of standing come to be counted, or (-1) are so no more. */
export function addAssessed(changes: CountChanges, stretches: readonly Assessed[], sign: 1 | -1): void {
  for (const { reportingYear, addressee, ...stretch } of stretches)
    for (const { day, assessed, by } of assessedChanges(stretch))
      changes.add([reportingYear, addressee], day, assessedColumns[assessed], by * sign);
}
