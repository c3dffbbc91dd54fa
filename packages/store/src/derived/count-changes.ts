import type { Day } from "@heed/core";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { byPeriod, keyText, type StoredCounts, sums, waitingColumns } from "./stored-counts.ts";

/** The changes of one transaction in kept counts, gathered so that changes that cancel each other are never written. */
export class CountChanges {
  readonly kept: StoredCounts;
  private readonly byKey = new Map<string, number[]>();

  constructor(kept: StoredCounts) {
    this.kept = kept;
  }

  add(key: readonly SqlValue[], day: Day, count: string, by: number): void {
    const counts = this.countsOf([...key, day]);
    const place = this.kept.counts.indexOf(count);
    counts[place] = (counts[place] ?? 0) + by;
  }

  /** Subtracts a row that is stored already, in the form of `rows`. */
  subtract(row: readonly SqlValue[]): void {
    const keyLength = row.length - this.kept.counts.length;
    const counts = this.countsOf(row.slice(0, keyLength));
    for (const [place, count] of row.slice(keyLength).entries()) counts[place] = (counts[place] ?? 0) - Number(count);
  }

  private countsOf(keyAndDay: readonly SqlValue[]): number[] {
    const key = JSON.stringify(keyAndDay);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const counts = this.kept.counts.map(() => 0);
    this.byKey.set(key, counts);
    return counts;
  }

  /** In the order of waitingColumns(), without rows whose counts are all zero. */
  get rows(): SqlValue[][] {
    return [...this.byKey]
      .filter(([, counts]) => counts.some((each) => each !== 0))
      .map(([key, counts]) => [...(JSON.parse(key) as SqlValue[]), ...counts]);
  }
}

/** The largest number of differences that may wait, because every answer reads all of them. */
const maxWaiting = 500;

/** Appends the differences to those that wait. */
export async function appendCountChanges(sql: Sql, { kept, rows }: CountChanges): Promise<void> {
  await insertRows(sql, kept.waiting, waitingColumns(kept), rows);
}

/** Merges the waiting differences into the counts when they are many. */
export async function mergeWhenMany(sql: Sql, kept: StoredCounts): Promise<void> {
  const [found] = await sql.all<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${kept.waiting} LIMIT ${maxWaiting + 1}) AS waiting`,
  );
  if ((found?.count ?? 0) > maxWaiting) await mergeWaiting(sql, kept);
}

/** Appends the differences to those that wait, and merges all of them into the counts when they are many. */
export async function writeCountChanges(sql: Sql, changes: CountChanges): Promise<void> {
  if (changes.rows.length === 0) return;
  await Promise.all([appendCountChanges(sql, changes), mergeWhenMany(sql, changes.kept)]);
}

/**
 * Merges the waiting differences into the counts by year, month and day. If another process is doing so already, it
 * does nothing.
 */
export async function mergeWaiting(sql: Sql, kept: StoredCounts): Promise<void> {
  const { waiting, mergeLock } = kept;
  if (sql.dialect === "sqlite") {
    // Sent together, so that no other process adds differences in between.
    await Promise.all([sql.run(mergeInto(kept, waiting)), sql.run(`DELETE FROM ${waiting}`)]);
    return;
  }
  const [lock] = await sql.all<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(${mergeLock}) AS free`);
  // One statement: differences that others append meanwhile are neither counted nor deleted.
  if (lock?.free) await sql.run(`WITH gone AS (DELETE FROM ${waiting} RETURNING *) ${mergeInto(kept, "gone")}`);
}

function mergeInto(kept: StoredCounts, from: string): string {
  const { table, counts } = kept;
  const key = keyText(kept);
  return `INSERT INTO ${table} (${key}, ${counts.join(", ")})
    SELECT ${key}, ${sums(kept)} FROM (${byPeriod(kept, from)}) AS each WHERE 1 = 1 GROUP BY ${key}
    ON CONFLICT (${key}) DO UPDATE SET ${counts.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(", ")}`;
}
