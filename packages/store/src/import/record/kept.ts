import type { Id } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { inList } from "../../statements/in-list.ts";
import { selected, type Table } from "../../tables/table.ts";

/** A thing as the database has it, to be compared with what a file says. */
export type Kept = { id: Id; content: object };

/** Things that are kept as one text. */
export async function keptBodies(sql: Sql, table: string, ids: readonly Id[]): Promise<Kept[]> {
  const rows = await sql.all<{ id: Id; body: string }>(`SELECT id, body FROM ${table} WHERE ${inList(sql, "id")}`, [
    JSON.stringify(ids),
  ]);
  return rows.map(({ id, body }) => ({ id, content: JSON.parse(body) }));
}

/** What is kept as one text and is not in the file, because a circle may include it. */
export async function bodiesBeside<Thing extends { id: Id }>(
  sql: Sql,
  table: string,
  given: readonly Thing[],
): Promise<Thing[]> {
  if (given.length === 0) return [];
  const inFile = new Set(given.map(({ id }) => id));
  const rows = await sql.all<{ body: string }>(`SELECT body FROM ${table}`);
  return rows.map(({ body }): Thing => JSON.parse(body)).filter(({ id }) => !inFile.has(id));
}

/** Things of several columns: their rows. */
export async function keptRows<Row extends { id: Id; recordedAt: string }>(
  sql: Sql,
  table: Table<Row>,
  ids: readonly Id[],
): Promise<Kept[]> {
  const rows = await sql.all<Row>(`SELECT ${selected(table)} FROM ${table.name} WHERE ${inList(sql, "id")}`, [
    JSON.stringify(ids),
  ]);
  return rows.map((row) => ({ id: row.id, content: comparedOf(row) }));
}

/** What is compared of a thing: its row, but for the moment it was recorded, its key in a file, and the acts done on it. */
export function comparedOf(row: { recordedAt: string }): object {
  const besides = ["recordedAt", "importKey", "version", "auditHead"];
  return Object.fromEntries(Object.entries(row).filter(([field]) => !besides.includes(field)));
}
