import type { Day } from "@heed/core";
import type { Sql, SqlValue } from "../connection/sql.ts";
import type { Columns } from "../statements/insert-rows.ts";

/**
 * Counts that are kept for every day: differences by year, month and day, so that the sum of all differences up to a
 * day is the count on that day. Each key has several counts (docs/decisions/0005).
 */
export type StoredCounts = {
  /** The table of the differences by year, month and day. */
  table: string;
  /**
   * The table of differences by day that wait to be merged: writers only append to it, so that they never wait for each
   * other.
   */
  waiting: string;
  /** The columns by which things are counted separately. */
  key: Columns;
  counts: readonly string[];
  /** The lock for merging: any number that nothing else in the database uses. */
  mergeLock: number;
};

/** The columns of the waiting differences: the key, the day and the counts. */
export function waitingColumns({ key, counts }: StoredCounts): Columns {
  return { ...key, day: "text", ...integers(counts) };
}

export function countColumns({ key, counts }: StoredCounts): Columns {
  return { period: "text", starts: "text", ...key, ...integers(counts) };
}

function integers(names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, "integer" as const]));
}

/** The first day of the period of each length. */
const periods = { year: "substr(day, 1, 4) || '-01-01'", month: "substr(day, 1, 7) || '-01'", day: "day" } as const;

/** Each row that has a day, once for its year, once for its month and once for its day. */
export function byPeriod({ key, counts }: StoredCounts, from: string): string {
  const starts = Object.entries(periods).map(([period, start]) => `WHEN '${period}' THEN ${start}`);
  const each = Object.keys(periods).map((period) => `SELECT '${period}' AS period`);
  return `SELECT period, CASE period ${starts.join(" ")} END AS starts, ${[...Object.keys(key), ...counts].join(", ")}
    FROM ${from} CROSS JOIN (${each.join(" UNION ALL ")}) AS periods`;
}

/** The SQL for the columns that identify a row of the counts. */
export function keyText({ key }: StoredCounts): string {
  return ["period", "starts", ...Object.keys(key)].join(", ");
}

export function sums({ counts }: StoredCounts): string {
  return counts.map((name) => `sum(${name}) AS ${name}`).join(", ");
}

/**
 * The counts on a day, by key: whole years, then months, then days, then the waiting differences. `where` restricts the
 * keys; a key whose counts have become zero may be included.
 */
export function countedOn<Row>(
  sql: Sql,
  kept: StoredCounts,
  asOf: Day,
  where: { text: string; values: readonly SqlValue[] },
  key = Object.keys(kept.key),
): Promise<Row[]> {
  const columns = [...key, ...kept.counts].join(", ");
  const from = (table: string, range: string) => `SELECT ${columns} FROM ${table} WHERE ${range} AND ${where.text}`;
  const [year, month] = [`${asOf.slice(0, 4)}-01-01`, `${asOf.slice(0, 7)}-01`];
  return sql.all<Row>(
    `SELECT ${key.join(", ")}, ${sums(kept)} FROM (
       ${from(kept.table, "period = 'year' AND starts < ?")}
       UNION ALL ${from(kept.table, "period = 'month' AND starts >= ? AND starts < ?")}
       UNION ALL ${from(kept.table, "period = 'day' AND starts >= ? AND starts <= ?")}
       UNION ALL ${from(kept.waiting, "day <= ?")}
     ) AS differences GROUP BY ${key.join(", ")}`,
    [[year], [year, month], [month, asOf], [asOf]].flatMap((range) => [...range, ...where.values]),
  );
}
