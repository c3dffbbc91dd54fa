import type { Day } from "@heed/core";
import type { Columns } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";

/**
 * Counts that are kept for every day: differences by year, month and day, so that the sum of all up to a day is the count on
 * it. Each key has several counts (docs/decisions/0005).
 */
export type KeptCounts = {
  /** The differences by year, month and day. */
  table: string;
  /** Differences by day that wait to be taken into them: writers only append, so that they never wait for each other. */
  waiting: string;
  /** What is counted apart. */
  key: Columns;
  counts: readonly string[];
  /** Held by whoever takes what waits into the counts: any number that nothing else in the database uses. */
  foldLock: number;
};

/** The columns of what waits: the key, the day and the counts. */
export function waitingColumns({ key, counts }: KeptCounts): Columns {
  return { ...key, day: "text", ...integers(counts) };
}

export function countColumns({ key, counts }: KeptCounts): Columns {
  return { period: "text", starts: "text", ...key, ...integers(counts) };
}

function integers(names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, "integer" as const]));
}

/** Where a period of each length begins. */
const periods = { year: "substr(day, 1, 4) || '-01-01'", month: "substr(day, 1, 7) || '-01'", day: "day" } as const;

/** Each row that has a day, once for its year, its month and its day. */
export function byPeriod({ key, counts }: KeptCounts, from: string): string {
  const starts = Object.entries(periods).map(([period, start]) => `WHEN '${period}' THEN ${start}`);
  const each = Object.keys(periods).map((period) => `SELECT '${period}' AS period`);
  return `SELECT period, CASE period ${starts.join(" ")} END AS starts, ${[...Object.keys(key), ...counts].join(", ")}
    FROM ${from} CROSS JOIN (${each.join(" UNION ALL ")}) AS periods`;
}

/** What tells the rows of the counts apart. */
export function keyText({ key }: KeptCounts): string {
  return ["period", "starts", ...Object.keys(key)].join(", ");
}

export function sums({ counts }: KeptCounts): string {
  return counts.map((name) => `sum(${name}) AS ${name}`).join(", ");
}

/**
 * How many there are on a day, by key: whole years, then months, then days, then what waits. `where` narrows the keys; a key of
 * which there are none any more may be answered too.
 */
export function countedOn<Row>(
  sql: Sql,
  kept: KeptCounts,
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
