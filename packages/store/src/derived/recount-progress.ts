import type { Database, Sql } from "../connection/sql.ts";
import { mergeWaiting } from "./count-changes.ts";
import { assessedColumns, progressCounts } from "./progress-counts.ts";
import { anyDiffers, countWrongSums, storedDays, sumAgain } from "./recount.ts";
import { waitingColumns } from "./stored-counts.ts";

/** How the kept counts of progress differ from the rows of `standing`. */
export type ProgressCheck = {
  /** The number of differences by day that the counts lack. */
  lacking: number;
  /** The number of counts by year and month that are not the sum of their days. */
  wrongSums: number;
};

const levels = Object.entries(assessedColumns);

/**
 * assessedChanges() of every row of `standing`, in SQL, because the record has too many days and addressees for memory.
 */
const entered = `SELECT reporting_year, addressee_id, from_on AS day, assessed, 1 AS difference FROM standing
  WHERE role <> 'forInformation'`;
const left = `SELECT reporting_year, addressee_id, until_on, assessed, -1 FROM standing
  WHERE role <> 'forInformation' AND until_on < '9999-12-31'`;
const derived = levels.map(([level, name]) => `CASE assessed WHEN '${level}' THEN difference ELSE 0 END AS ${name}`);

/** What the counts lack, as rows in the order of waitingColumns(). */
const lacking = `SELECT reporting_year, addressee_id, day, ${levels.map(([, name]) => `sum(${name})`).join(", ")} FROM (
    SELECT reporting_year, addressee_id, day, ${derived.join(", ")} FROM (${entered} UNION ALL ${left}) AS stretches
    UNION ALL SELECT reporting_year, addressee_id, day, ${levels.map(([, name]) => `-${name}`).join(", ")}
    FROM (${storedDays(progressCounts)}) AS kept
  ) AS differences GROUP BY reporting_year, addressee_id, day HAVING ${anyDiffers(progressCounts)}`;

export async function checkProgress(sql: Sql): Promise<ProgressCheck> {
  const [counted] = await sql.all<{ count: number }>(`SELECT count(*) AS count FROM (${lacking}) AS lacking`);
  return { lacking: counted?.count ?? 0, wrongSums: await countWrongSums(sql, progressCounts) };
}

/** Corrects the counts by `standing`; acts may go on meanwhile, because each adds its own changes. */
export async function recountProgress(database: Database): Promise<void> {
  const columns = Object.keys(waitingColumns(progressCounts)).join(", ");
  await database.transaction(async (sql) => {
    await sql.run(`INSERT INTO ${progressCounts.waiting} (${columns}) ${lacking}`);
    await mergeWaiting(sql, progressCounts);
  });
  await sumAgain(database, progressCounts);
}
