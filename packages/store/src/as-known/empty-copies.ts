import type { Sql } from "../connection/sql.ts";
import type { StoredName } from "./stored-names.ts";

/**
 * Creates empty temporary tables with the names and the columns of stored ones. `keys` gives the columns that identify a
 * row of each; none where rows are only added.
 */
export async function createEmptyCopies(
  sql: Sql,
  keys: Readonly<Record<string, readonly string[]>>,
  stored: StoredName,
): Promise<void> {
  const made =
    sql.dialect === "sqlite"
      ? await copiesOnSqlite(sql, Object.keys(keys))
      : Object.entries(keys).map(([table, key]) => copyOnPostgresql(table, key, stored));
  await Promise.all(made.map((text) => sql.run(text)));
}

/** Each index takes the server as long as a table, and it joins these rows without. */
function copyOnPostgresql(table: string, key: readonly string[], stored: StoredName): string {
  const identified = key.length === 0 ? "" : `, PRIMARY KEY (${key.join(", ")})`;
  return `CREATE TEMP TABLE ${table} (LIKE ${stored(table)} INCLUDING DEFAULTS INCLUDING GENERATED${identified})`;
}

/** With all indexes, because the queries name those that SQLite is to use. */
async function copiesOnSqlite(sql: Sql, tables: readonly string[]): Promise<string[]> {
  const rows = await sql.all<{ text: string }>(
    `SELECT sql AS text FROM main.sqlite_master WHERE tbl_name IN (SELECT value FROM json_each(?))
       AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
    [JSON.stringify(tables)],
  );
  return rows.map(({ text }) => temporary(text));
}

/** The statement that creates a table or an index, for a temporary one. */
export function temporary(text: string): string {
  return text.replace(/^CREATE (VIRTUAL TABLE|TABLE|UNIQUE INDEX|INDEX) /i, "CREATE $1 temp.");
}
