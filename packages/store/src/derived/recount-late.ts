import type { Database, Sql, SqlValue } from "../connection/sql.ts";
import { insertRows } from "../statements/insert-rows.ts";
import { CountChanges, writeCountChanges } from "./count-changes.ts";
import { addLate, lateCounts } from "./late-counts.ts";
import { keyed, lateColumns, lateIn, lateYearColumns, type StoredLateDates } from "./late-years.ts";
import { countWrongSums, storedDays, sumAgain } from "./recount.ts";

const rowsPerBatch = 2000;

/** How the kept counts and years differ from the rows of `owed`. */
export type LateCheck = {
  /** The changes that would correct the counts. */
  lacking: CountChanges;
  /** Rows that are missing from late_year. */
  missingYears: SqlValue[][];
  /** The number of rows in late_year that should not be there. */
  surplusYears: number;
  /** The number of counts by year and month that are not the sum of their days. */
  wrongSums: number;
};

/** Reads every row of `owed` once, in bounded memory: the counts have at most one row for each day and kind. */
export async function checkLate(sql: Sql): Promise<LateCheck> {
  const lacking = new CountChanges(lateCounts);
  const missingYears: SqlValue[][] = [];
  let found = 0;
  for await (const batch of sql.batches<StoredLateDates>(`SELECT ${lateColumns} FROM owed`, [], rowsPerBatch)) {
    const late = batch.flatMap(lateIn);
    addLate(lacking, late, 1);
    const wanted = keyed(late);
    found += wanted.size;
    for (const key of await storedOf(sql, [...wanted.values()])) wanted.delete(key);
    missingYears.push(...wanted.values());
  }
  const kept = await sql.all<Record<string, SqlValue>>(storedDays(lateCounts));
  for (const row of kept) lacking.subtract(Object.values(row));
  const [years] = await sql.all<{ count: number }>("SELECT count(*) AS count FROM late_year");
  return {
    lacking,
    missingYears,
    surplusYears: (years?.count ?? 0) - (found - missingYears.length),
    wrongSums: await countWrongSums(sql, lateCounts),
  };
}

async function storedOf(sql: Sql, rows: readonly SqlValue[][]): Promise<string[]> {
  const columns = Object.keys(lateYearColumns).map((name) => `y.${name}`);
  const given =
    sql.dialect === "sqlite"
      ? "SELECT value->>0 AS against, value->>1 AS year, value->>2 AS due, value->>3 AS owed_id FROM json_each(?)"
      : `SELECT value->>0 AS against, (value->>1)::integer AS year, value->>2 AS due, value->>3 AS owed_id
         FROM jsonb_array_elements(?::jsonb) AS each(value)`;
  const found = await sql.all<Record<string, SqlValue>>(
    `SELECT ${columns.join(", ")} FROM (${given}) AS given JOIN late_year y
       ON y.against = given.against AND y.year = given.year AND y.due = given.due AND y.owed_id = given.owed_id`,
    [JSON.stringify(rows)],
  );
  return found.map((row) => JSON.stringify(Object.values(row)));
}

/**
 * Corrects the counts and years by `owed`. Only differences are added, so acts may go on meanwhile: each adds its own
 * changes.
 */
export async function recountLate(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    if (sql.dialect === "postgresql") await sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    const { lacking, missingYears, surplusYears } = await checkLate(sql);
    if (surplusYears > 0) await sql.run(`DELETE FROM late_year WHERE NOT EXISTS (${owedRow})`);
    await insertRows(sql, "late_year", lateYearColumns, missingYears);
    await writeCountChanges(sql, lacking);
  });
  await sumAgain(database, lateCounts);
}

/** The SQL for the row of `owed` that a row of late_year belongs to. */
const owedRow = `SELECT 1 FROM owed o WHERE o.id = late_year.owed_id AND o.kind = late_year.kind
  AND late_year.late_until < '9999-12-31'
  AND CAST(late_year.year AS TEXT) BETWEEN substr(late_year.late_from, 1, 4) AND substr(late_year.late_until, 1, 4)
  AND CAST(late_year.year AS TEXT) || '-01-01' < late_year.late_until
  AND (late_year.against = 'both') = (COALESCE(o.due, '') = o.original_due AND o.late_from = o.late_from_original
    AND o.late_until = o.late_until_original)
  AND CASE late_year.against
    WHEN 'original' THEN o.original_due = late_year.due AND o.late_from_original = late_year.late_from
      AND o.late_until_original = late_year.late_until
    ELSE o.due = late_year.due AND o.late_from = late_year.late_from AND o.late_until = late_year.late_until END`;
