import type { AgeingBucket, Day, OverdueKind } from "@heed/core";
import { ageChanges, type OverdueAgainst } from "@heed/core/follow-up/standing/overdue-period";
import { ageingBuckets } from "@heed/core/time/ageing";
import type { Sql } from "../connection/sql.ts";
import type { CountChanges } from "./count-changes.ts";
import type { LatePeriod } from "./late-years.ts";
import { countedOn, type StoredCounts } from "./stored-counts.ts";

/** The columns that count by age, in the order of the ageing buckets. */
const ageColumns: Readonly<Record<AgeingBucket, string>> = {
  days1To30: "late_1",
  days31To90: "late_31",
  days91To180: "late_91",
  days181To365: "late_181",
  daysOver365: "late_366",
};

/** The number of overdue things, by kind, age, and the due date that counts. */
export const lateCounts: StoredCounts = {
  table: "late_count",
  waiting: "late_change",
  key: { against: "text", kind: "text" },
  counts: Object.values(ageColumns),
  mergeLock: 4_833_302,
};

/** Adds overdue things to the counts, or removes them (-1). */
export function addLate(changes: CountChanges, late: readonly LatePeriod[], sign: 1 | -1): void {
  for (const { kind, stretch } of late)
    for (const { day, age, by } of ageChanges(stretch))
      changes.add([stretch.against, kind], day, ageColumns[age], by * sign);
}

export type LateCount = { kind: OverdueKind; byAge: Record<AgeingBucket, number> };

/** The number of overdue things on a day, by kind and age. */
export async function lateCountsOn(
  sql: Sql,
  asOf: Day,
  against: Exclude<OverdueAgainst, "both">,
): Promise<LateCount[]> {
  const where = { text: "against IN ('both', ?)", values: [against] };
  const rows = await countedOn<Record<string, number> & { kind: OverdueKind }>(sql, lateCounts, asOf, where, ["kind"]);
  return rows.map((row) => ({
    kind: row.kind,
    byAge: Object.fromEntries(ageingBuckets.map((age) => [age, row[ageColumns[age]] ?? 0])) as LateCount["byAge"],
  }));
}
