import type { Sql, SqlValue } from "../connection/sql.ts";

/** The columns of a bulk insert, in the order of each row's values. */
export type Columns = Readonly<Record<string, "text" | "integer">>;

const rowsPerStatement = 1000;

/**
 * Inserts rows. On PostgreSQL a statement inserts a thousand rows, given as one parameter: a JSON array that the server
 * unpacks. This is nearly as fast as COPY and allows ON CONFLICT. On SQLite, where a statement needs no network,
 * inserting row by row is twice as fast. `onConflict` is for instance `ON CONFLICT DO NOTHING`. Answers the number of
 * rows written.
 */
export async function insertRows(
  sql: Sql,
  table: string,
  columns: Columns,
  rows: readonly (readonly SqlValue[])[],
  onConflict = "",
): Promise<number> {
  if (rows.length === 0) return 0;
  const into = `INSERT INTO ${table} (${Object.keys(columns).join(", ")})`;
  if (sql.dialect === "sqlite") {
    const places = Object.keys(columns).map(() => "?");
    return sql.runEach(`${into} VALUES (${places.join(", ")}) ${onConflict}`, rows);
  }
  const values = Object.values(columns).map((kind, place) =>
    kind === "integer" ? `(value->>${place})::bigint` : `value->>${place}`,
  );
  const text = `${into} SELECT ${values.join(", ")} FROM jsonb_array_elements(?::jsonb) AS each(value) ${onConflict}`;
  let written = 0;
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    written += await sql.run(text, [JSON.stringify(rows.slice(start, start + rowsPerStatement))]);
  return written;
}
