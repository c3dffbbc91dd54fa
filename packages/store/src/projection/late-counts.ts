import { type AgeingBucket, ageChanges, ageingBuckets, type Day, type LateAgainst, type OverdueKind } from "@heed/core";
import { type Columns, insertRows } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";
import type { Late } from "./late-rows.ts";

/** The columns that count by age, in the order of the ageing buckets. */
export const ageColumns: Readonly<Record<AgeingBucket, string>> = {
  days1To30: "late_1",
  days31To90: "late_31",
  days91To180: "late_91",
  days181To365: "late_181",
  daysOver365: "late_366",
};
export const ages = Object.values(ageColumns);

const counts: Columns = Object.fromEntries(ages.map((name) => [name, "integer" as const]));
export const lateChangeColumns: Columns = { against: "text", kind: "text", day: "text", ...counts };
export const lateCountColumns: Columns = { against: "text", period: "text", starts: "text", kind: "text", ...counts };

/**
 * What a transaction changes in the counts of what is late by kind and age: differences by day, so that the sum of all up to a
 * day is the count on that day. They are gathered here, so that what cancels out is never written.
 */
export class LateChanges {
  private readonly byKey = new Map<string, number[]>();

  add(late: readonly Late[], sign: 1 | -1): void {
    for (const { kind, stretch } of late)
      for (const { day, age, by } of ageChanges(stretch)) {
        const counts = this.countsOf(`${stretch.against} ${kind} ${day}`);
        const place = ageingBuckets.indexOf(age);
        counts[place] = (counts[place] ?? 0) + by * sign;
      }
  }

  /** Takes away a row that is kept already, in the form of `rows`. */
  subtract([against, kind, day, ...kept]: readonly SqlValue[]): void {
    const counts = this.countsOf(`${against} ${kind} ${day}`);
    for (const [place, count] of kept.entries()) counts[place] = (counts[place] ?? 0) - Number(count);
  }

  private countsOf(key: string): number[] {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const counts = ages.map(() => 0);
    this.byKey.set(key, counts);
    return counts;
  }

  /** Against which due date, kind, day and the counts, where any is not nought. */
  get rows(): SqlValue[][] {
    return [...this.byKey]
      .filter(([, counts]) => counts.some((each) => each !== 0))
      .map(([key, counts]) => [...key.split(" "), ...counts]);
  }
}

/** So many differences may wait, each read with every total. */
const mostWaiting = 500;

/**
 * Appends the differences to those that wait, and takes all that wait into the counts when they are many. Writers only append,
 * so that no two of them ever wait for each other's counts.
 */
export async function writeLateChanges(sql: Sql, changes: LateChanges): Promise<void> {
  const { rows } = changes;
  if (rows.length === 0) return;
  const [, [waiting]] = await Promise.all([
    insertRows(sql, "late_change", lateChangeColumns, rows),
    sql.all<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM late_change LIMIT ${mostWaiting + 1}) AS waiting`,
    ),
  ]);
  if ((waiting?.count ?? 0) > mostWaiting) await foldLateChanges(sql);
}

// Any number will do, as long as nothing else in the database uses it.
export const foldLock = 4_833_302;

/** Takes what waits into the counts by year, month and day; whoever finds another at it leaves it to him. */
export async function foldLateChanges(sql: Sql): Promise<void> {
  if (sql.dialect === "sqlite") {
    await sql.run(foldInto("late_change"));
    await sql.run("DELETE FROM late_change");
    return;
  }
  const [lock] = await sql.all<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(${foldLock}) AS free`);
  // One statement: what others append meanwhile is neither counted nor deleted.
  if (lock?.free) await sql.run(`WITH gone AS (DELETE FROM late_change RETURNING *) ${foldInto("gone")}`);
}

/** Where a period of each length begins. */
const periods = { year: "substr(day, 1, 4) || '-01-01'", month: "substr(day, 1, 7) || '-01'", day: "day" } as const;

/** Each row that has a day, once for its year, its month and its day. */
export function byPeriod(from: string): string {
  const starts = Object.entries(periods).map(([period, start]) => `WHEN '${period}' THEN ${start}`);
  const each = Object.keys(periods).map((period) => `SELECT '${period}' AS period`);
  return `SELECT against, period, CASE period ${starts.join(" ")} END AS starts, kind, ${ages.join(", ")}
    FROM ${from} CROSS JOIN (${each.join(" UNION ALL ")}) AS periods`;
}

function foldInto(table: string): string {
  const added = ages.map((name) => `${name} = late_count.${name} + excluded.${name}`);
  return `INSERT INTO late_count (against, period, starts, kind, ${ages.join(", ")})
    SELECT against, period, starts, kind, ${ages.map((name) => `sum(${name})`).join(", ")}
    FROM (${byPeriod(table)}) AS each WHERE 1 = 1 GROUP BY against, period, starts, kind
    ON CONFLICT (against, period, starts, kind) DO UPDATE SET ${added.join(", ")}`;
}

export type LateCount = { kind: OverdueKind; byAge: Record<AgeingBucket, number> };

/** How many are late on a day, by kind and age: whole years, then months, then days, then what waits. */
export async function lateCountsOn(sql: Sql, asOf: Day, against: Exclude<LateAgainst, "both">): Promise<LateCount[]> {
  const columns = `kind, ${ages.join(", ")}`;
  const counted = (period: keyof typeof periods, range: string) =>
    `SELECT ${columns} FROM late_count WHERE against IN ('both', ?) AND period = '${period}' AND ${range}`;
  const [year, month] = [`${asOf.slice(0, 4)}-01-01`, `${asOf.slice(0, 7)}-01`];
  const rows = await sql.all<Record<string, number> & { kind: OverdueKind }>(
    `SELECT kind, ${ages.map((name) => `sum(${name}) AS ${name}`).join(", ")} FROM (
       ${counted("year", "starts < ?")}
       UNION ALL ${counted("month", "starts >= ? AND starts < ?")}
       UNION ALL ${counted("day", "starts >= ? AND starts <= ?")}
       UNION ALL SELECT ${columns} FROM late_change WHERE against IN ('both', ?) AND day <= ?
     ) AS differences GROUP BY kind`,
    [against, year, against, year, month, against, month, asOf, against, asOf],
  );
  return rows.map((row) => ({
    kind: row.kind,
    byAge: Object.fromEntries(ageingBuckets.map((age) => [age, row[ageColumns[age]] ?? 0])) as LateCount["byAge"],
  }));
}
