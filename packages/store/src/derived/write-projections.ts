import type { Id } from "@heed/core";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { type Columns, insertRows } from "../statements/insert-rows.ts";
import { addLate } from "./late-counts.ts";
import { type LatePeriod, lateIn, writeLateYears } from "./late-years.ts";
import { type Assessed, addAssessed } from "./progress-counts.ts";
import type { ProjectionChanges } from "./projection-changes.ts";
import {
  owedFields,
  type ProjectionRows,
  type ProjectionTable,
  projectionTables,
  type StoredOwed,
  type StoredStanding,
  standingFields,
} from "./projection-rows.ts";

const tables = Object.keys(projectionTables) as ProjectionTable[];

/**
 * The stored rows of some follow-ups. All queries are sent before the first answer is awaited. The rows of a table are
 * answered as one JSON text, which is faster to read than thousands of single values.
 */
export async function storedRows(sql: Sql, ids: readonly Id[]): Promise<ProjectionRows> {
  const list = JSON.stringify(ids);
  const kept = await Promise.all(
    tables.map(async (table) => {
      const columns = Object.keys(projectionTables[table].columns).join(", ");
      const [all] = await sql.all<{ rows: string | null }>(
        `SELECT ${rowsAsJson(sql, columns)} AS rows FROM ${table} WHERE ${inList(sql, "follow_up_id")}`,
        [list],
      );
      return [table, JSON.parse(all?.rows ?? "[]")];
    }),
  );
  return Object.fromEntries(kept);
}

function rowsAsJson({ dialect }: Sql, columns: string): string {
  return dialect === "sqlite"
    ? `json_group_array(json_array(${columns}))`
    : `json_agg(json_build_array(${columns}))::text`;
}

/**
 * Replaces the stored rows of some follow-ups by the derived ones, within a transaction; rows that stay the same are
 * not written. The changes in the counts are added to `changes`, for writeProjectionChanges() at the end of the
 * transaction.
 */
export async function writeProjections(
  sql: Sql,
  stored: ProjectionRows,
  derived: ProjectionRows,
  changes: ProjectionChanges,
): Promise<void> {
  const differing = Object.fromEntries(
    tables.map((table) => [table, differenceOf(table, stored[table], derived[table])]),
  ) as Record<ProjectionTable, Difference>;
  const { owed, standing } = differing;
  const [before, now] = [owed.kept.flatMap(lateOf), owed.put.flatMap(lateOf)];
  addLate(changes.late, before, -1);
  addLate(changes.late, now, 1);
  addAssessed(changes.progress, standing.kept.map(assessedOf), -1);
  addAssessed(changes.progress, standing.put.map(assessedOf), 1);
  await Promise.all([
    ...tables.map((table) => writeTable(sql, table, differing[table])),
    writeLateYears(sql, before, now),
  ]);
}

/** When a row of `owed` is overdue. */
export function lateOf(values: readonly SqlValue[]): LatePeriod[] {
  const value = (name: keyof StoredOwed) => values[owedFields.indexOf(name)] as never;
  return lateIn({
    id: value("id"),
    kind: value("kind"),
    due: value("due"),
    originalDue: value("originalDue"),
    lateFrom: value("lateFrom"),
    lateUntil: value("lateUntil"),
    lateFromOriginal: value("lateFromOriginal"),
    lateUntilOriginal: value("lateUntilOriginal"),
  });
}

/** Where a row of `standing` is counted. */
function assessedOf(values: readonly SqlValue[]): Assessed {
  const value = (name: keyof StoredStanding) => values[standingFields.indexOf(name)] as never;
  return {
    reportingYear: value("reportingYear"),
    addressee: value("addresseeId"),
    role: value("role"),
    assessed: value("assessed"),
    from: value("fromOn"),
    until: value("untilOn"),
  };
}

/** The stored rows that are removed or changed, the keys of the removed ones, and the rows that are new or changed. */
type Difference = { kept: SqlValue[][]; gone: string[]; put: SqlValue[][] };

function differenceOf(
  table: ProjectionTable,
  stored: readonly SqlValue[][],
  derived: readonly SqlValue[][],
): Difference {
  const { columns, key } = projectionTables[table];
  const names = Object.keys(columns);
  const places = key.map((column) => names.indexOf(column));
  const keyOf = (row: readonly SqlValue[]) => JSON.stringify(places.map((place) => row[place]));
  const others = new Map(stored.map((row) => [keyOf(row), row]));
  const changed: SqlValue[][] = [];
  const put = derived.filter((row) => {
    const own = keyOf(row);
    const before = others.get(own);
    others.delete(own);
    if (before === undefined) return true;
    if (row.every((value, place) => value === before[place])) return false;
    changed.push(before);
    return true;
  });
  return { kept: [...changed, ...others.values()], gone: [...others.keys()], put };
}

async function writeTable(sql: Sql, table: ProjectionTable, { gone, put }: Difference): Promise<void> {
  const { columns, key } = projectionTables[table];
  const others = Object.keys(columns).filter((name) => !(key as readonly string[]).includes(name));
  await Promise.all([
    gone.length > 0 ? sql.run(deleteText(sql, table), [`[${gone.join(",")}]`]) : undefined,
    insertRows(
      sql,
      table,
      columns,
      put,
      `ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    ),
  ]);
}

function deleteText({ dialect }: Sql, table: ProjectionTable): string {
  const key: readonly string[] = projectionTables[table].key;
  const columns: Columns = projectionTables[table].columns;
  const values = key.map((_, place) => `each.value->>${place}`);
  if (dialect === "sqlite")
    return `DELETE FROM ${table} WHERE (${key.join(", ")}) IN (SELECT ${values.join(", ")} FROM json_each(?) AS each)`;
  const same = key.map((column, place) => `${table}.${column} = (${values[place]})::${columns[column]}`);
  return `DELETE FROM ${table} USING jsonb_array_elements(?::jsonb) AS each(value) WHERE ${same.join(" AND ")}`;
}
