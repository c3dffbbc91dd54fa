import type { OverdueKind } from "@heed/core";
import { type OverduePeriod, overduePeriods } from "@heed/core/follow-up/standing/overdue-period";
import { endOfTime } from "@heed/core/time/day";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { type Columns, insertRows } from "../statements/insert-rows.ts";

export const lateYearColumns = {
  against: "text",
  year: "integer",
  due: "text",
  owed_id: "text",
  late_from: "text",
  late_until: "text",
  kind: "text",
} as const satisfies Columns;

/** A period in which something is overdue: the id of a row of `owed`, its kind, and the period. */
export type LatePeriod = { owed: string; kind: OverdueKind; stretch: OverduePeriod };

/** The columns of `owed` that tell when a row is overdue. */
export const lateColumns = `id, kind, due, original_due AS "originalDue", late_from AS "lateFrom", late_until AS "lateUntil",
  late_from_original AS "lateFromOriginal", late_until_original AS "lateUntilOriginal"`;
export type StoredLateDates = {
  id: string;
  kind: OverdueKind;
  due: string | null;
  originalDue: string | null;
  lateFrom: string;
  lateUntil: string;
  lateFromOriginal: string;
  lateUntilOriginal: string;
};

/** When a stored row is overdue. */
export function lateIn({ id, kind, due, originalDue, ...stretches }: StoredLateDates): LatePeriod[] {
  if (originalDue === null) return [];
  return overduePeriods({ ...(due !== null && { due }), originalDue, ...stretches }).map((stretch) => ({
    owed: id,
    kind,
    stretch,
  }));
}

/**
 * One row for each calendar year in which an ended period lies, in the order of lateYearColumns: a past day is looked
 * up in its own year, where most rows are overdue on that day. A period without an end has none, because an index of
 * `owed` finds it.
 */
export function lateYearValues({ owed, kind, stretch: { against, due, from, until } }: LatePeriod): SqlValue[][] {
  if (until === endOfTime) return [];
  const rows: SqlValue[][] = [];
  for (let year = yearOf(from); year <= 9999 && `${padded(year)}-01-01` < until; year += 1)
    rows.push([against, year, due, owed, from, until, kind]);
  return rows;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function padded(year: number): string {
  return String(year).padStart(4, "0");
}

/** Replaces the stored years of what is overdue; rows that stay the same are not written. */
export async function writeLateYears(
  sql: Sql,
  before: readonly LatePeriod[],
  now: readonly LatePeriod[],
): Promise<void> {
  const kept = keyed(before);
  const wanted = keyed(now);
  await deleteLateYears(
    sql,
    [...kept].filter(([key]) => !wanted.has(key)).map(([, row]) => row),
  );
  await insertRows(
    sql,
    "late_year",
    lateYearColumns,
    [...wanted].filter(([key]) => !kept.has(key)).map(([, row]) => row),
    `ON CONFLICT (against, year, due, owed_id) DO UPDATE SET
      late_from = excluded.late_from, late_until = excluded.late_until, kind = excluded.kind`,
  );
}

export function keyed(late: readonly LatePeriod[]): Map<string, SqlValue[]> {
  return new Map(late.flatMap(lateYearValues).map((row) => [JSON.stringify(row), row]));
}

async function deleteLateYears(sql: Sql, rows: readonly SqlValue[][]): Promise<void> {
  if (rows.length === 0) return;
  const keys =
    sql.dialect === "sqlite"
      ? "SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?)"
      : "SELECT value->>0, (value->>1)::integer, value->>2, value->>3 FROM jsonb_array_elements(?::jsonb) AS each(value)";
  await sql.run(`DELETE FROM late_year WHERE (against, year, due, owed_id) IN (${keys})`, [JSON.stringify(rows)]);
}
