import type { Database, Sql } from "../connection/sql.ts";
import { byPeriod, keyText, type StoredCounts, sums } from "./stored-counts.ts";

/** Every difference by day, merged or waiting, as rows in the order of waitingColumns(). */
export function storedDays(kept: StoredCounts): string {
  const key = Object.keys(kept.key).join(", ");
  const counts = kept.counts.join(", ");
  return `SELECT ${key}, starts AS day, ${counts} FROM ${kept.table} WHERE period = 'day'
    UNION ALL SELECT ${key}, day, ${counts} FROM ${kept.waiting}`;
}

/** The differences by year, month and day, made from those by day. */
function fromDays(kept: StoredCounts): string {
  return byPeriod(
    kept,
    `(SELECT ${[...Object.keys(kept.key), ...kept.counts].join(", ")}, starts AS day FROM ${kept.table} WHERE period = 'day') AS days`,
  );
}

/** The number of counts that are not the sum of their days. */
export async function countWrongSums(sql: Sql, kept: StoredCounts): Promise<number> {
  const { table, counts } = kept;
  const key = keyText(kept);
  const [sum] = await sql.all<{ wrong: number }>(
    `SELECT count(*) AS wrong FROM (
       SELECT ${key} FROM (
         ${fromDays(kept)}
         UNION ALL SELECT ${key}, ${counts.map((name) => `-${name}`).join(", ")} FROM ${table}
       ) AS differences GROUP BY ${key} HAVING ${anyDiffers(kept)}
     ) AS wrong`,
  );
  return sum?.wrong ?? 0;
}

export function anyDiffers({ counts }: StoredCounts): string {
  return counts.map((name) => `sum(${name}) <> 0`).join(" OR ");
}

/** Computes the counts by year and month again from those by day. */
export async function sumAgain(database: Database, kept: StoredCounts): Promise<void> {
  const { table, counts, mergeLock } = kept;
  const key = keyText(kept);
  await database.transaction(async (sql) => {
    if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock(${mergeLock})`);
    await sql.run(`DELETE FROM ${table} WHERE period <> 'day'`);
    await sql.run(
      `INSERT INTO ${table} (${key}, ${counts.join(", ")})
       SELECT ${key}, ${sums(kept)} FROM (${fromDays(kept)}) AS each WHERE period <> 'day' GROUP BY ${key}`,
    );
  });
}
