import type { AssessedLevel, Id } from "@heed/core";
import type { StandingRow } from "@heed/core/follow-up/standing/projection";
import { type AssessedCounts, assessedChanges, type MatrixCell } from "@heed/core/progress/progress-matrix";
import type { ProgressMatrixFilter } from "@heed/core/read-models/progress-filter";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import type { CountChanges } from "./count-changes.ts";
import { countedOn, type StoredCounts } from "./stored-counts.ts";

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

/** The number of follow-ups at each assessed level, by reporting year and printed addressee. */
export const progressCounts: StoredCounts = {
  table: "progress_count",
  waiting: "progress_change",
  key: { reporting_year: "integer", addressee_id: "text" },
  counts: Object.values(assessedColumns),
  mergeLock: 4_833_303,
};

/** The part of a row of `standing` that decides where it is counted. */
export type Assessed = { reportingYear: number; addressee: Id } & Pick<
  StandingRow,
  "role" | "assessed" | "from" | "until"
>;

/** Adds periods of standing to the counts, or removes them (-1). */
export function addAssessed(changes: CountChanges, stretches: readonly Assessed[], sign: 1 | -1): void {
  for (const { reportingYear, addressee, ...stretch } of stretches)
    for (const { day, assessed, by } of assessedChanges(stretch))
      changes.add([reportingYear, addressee], day, assessedColumns[assessed], by * sign);
}

/** The number of follow-ups at each assessed level on a day, by addressee and reporting year. */
export async function progressCountsOn(
  sql: Sql,
  { asOf, reportingYear, addressee }: Omit<ProgressMatrixFilter, "knownAt">,
): Promise<MatrixCell[]> {
  const where = new Where(sql.dialect)
    .andInList("addressee_id", addressee)
    .andInNumbers("reporting_year", reportingYear);
  const rows = await countedOn<Record<string, number> & { addressee_id: Id; reporting_year: number }>(
    sql,
    progressCounts,
    asOf,
    where,
  );
  return rows.map((row) => ({
    addressee: row.addressee_id,
    reportingYear: row.reporting_year,
    byAssessed: standingAt(row),
  }));
}

const levels = Object.entries(assessedColumns) as [AssessedLevel, string][];

function standingAt(row: Record<string, number | string>): AssessedCounts {
  const counts: Partial<Record<AssessedLevel, number>> = {};
  for (const [level, column] of levels) if (row[column] !== 0) counts[level] = Number(row[column]);
  return counts;
}
