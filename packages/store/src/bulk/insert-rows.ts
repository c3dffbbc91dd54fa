import type { Sql, SqlValue } from "../sql.ts";

/** The columns of a bulk insert, in the order of each row's values. */
export type Columns = Readonly<Record<string, "text" | "integer">>;

const rowsPerStatement = 1000;

/**
 * Inserts rows in statements of a thousand, each with one parameter: a JSON array that the database takes apart. Measured
 * on both databases this is as fast as a prepared statement of many values, and its text is always the same.
 * `onConflict` is such as `ON CONFLICT DO NOTHING`. Answers how many rows were written.
 */
export async function insertRows(
  sql: Sql,
  table: string,
  columns: Columns,
  rows: readonly (readonly SqlValue[])[],
  onConflict = "",
): Promise<number> {
  const text = insertText(sql, table, columns, onConflict);
  let written = 0;
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    written += await sql.run(text, [JSON.stringify(rows.slice(start, start + rowsPerStatement))]);
  return written;
}

function insertText({ dialect }: Sql, table: string, columns: Columns, onConflict: string): string {
  const names = Object.keys(columns).join(", ");
  const values = Object.values(columns).map((kind, index) => {
    if (dialect === "sqlite") return `value->>${index}`;
    return kind === "integer" ? `(value->>${index})::integer` : `value->>${index}`;
  });
  const from = dialect === "sqlite" ? "json_each(?)" : "jsonb_array_elements(?::jsonb) AS each(value)";
  // SQLite reads ON after FROM as a join unless there is a WHERE.
  return `INSERT INTO ${table} (${names}) SELECT ${values.join(", ")} FROM ${from} WHERE 1 = 1 ${onConflict}`;
}
