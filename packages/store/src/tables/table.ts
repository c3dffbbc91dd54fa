import type { Sql, SqlValue } from "../connection/sql.ts";
import { type Columns, insertRows } from "../statements/insert-rows.ts";

/** A table of the schema: for each field of a row, its column. */
export type Table<Row> = {
  readonly name: string;
  readonly columns: { readonly [Field in keyof Row]-?: { readonly name: string; readonly kind: "text" | "integer" } };
};

/** The columns of a table under the names of its fields, for a SELECT: all of them, or some. */
export function selected<Row, Field extends keyof Row & string>(
  { columns }: Table<Row>,
  alias?: string,
  fields: readonly Field[] = Object.keys(columns) as Field[],
): string {
  const of = alias === undefined ? "" : `${alias}.`;
  return fields.map((field) => `${of}${columns[field].name} AS "${field}"`).join(", ");
}

/**
 * Inserts rows, which all give the same fields. `onConflict` is for instance `ON CONFLICT DO NOTHING`. Answers the
 * number of rows written.
 */
export function insertInto<Row>(
  sql: Sql,
  table: Table<Row>,
  rows: readonly Partial<Row>[],
  onConflict = "",
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return Promise.resolve(0);
  const fields = Object.keys(first) as (keyof Row)[];
  return insertRows(
    sql,
    table.name,
    columnsOf(table, fields),
    rows.map((row) => valuesOf(row, fields)),
    onConflict,
  );
}

/** The columns of some fields, in order, with the type of each. */
export function columnsOf<Row>({ columns }: Table<Row>, fields: readonly (keyof Row)[]): Columns {
  return Object.fromEntries(fields.map((field) => [columns[field].name, columns[field].kind]));
}

/** The values of some fields of a row, in order. */
export function valuesOf<Row>(row: Partial<Row>, fields: readonly (keyof Row)[]): SqlValue[] {
  return fields.map((field) => (row[field] ?? null) as SqlValue);
}

/** Updates the row with this id. */
export async function updateById<Row extends { id: string }>(
  sql: Sql,
  table: Table<Row>,
  row: { id: string } & Partial<Row>,
): Promise<void> {
  const fields = (Object.keys(row) as (keyof Row)[]).filter((field) => field !== "id");
  const set = fields.map((field) => `${table.columns[field].name} = ?`);
  await sql.run(`UPDATE ${table.name} SET ${set.join(", ")} WHERE id = ?`, [...valuesOf(row, fields), row.id]);
}

/** The fields of a row of a table, in the order of the schema. */
export function fieldsOf<Row>({ columns }: Table<Row>): readonly (keyof Row & string)[] {
  return Object.keys(columns) as (keyof Row & string)[];
}
