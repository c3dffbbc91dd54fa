import type { Sql } from "../connection/sql.ts";
import type { StoredName } from "./stored-names.ts";

/** Creates empty temporary tables with the names, the columns and the indexes of stored ones. */
export async function createEmptyCopies(sql: Sql, tables: readonly string[], stored: StoredName): Promise<void> {
  const made =
    sql.dialect === "sqlite"
      ? await copiesOnSqlite(sql, tables)
      : tables.map(
          (table) =>
            `CREATE TEMP TABLE ${table} (LIKE ${stored(table)} INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING INDEXES)`,
        );
  await Promise.all(made.map((text) => sql.run(text)));
}

/** SQLite finds the stored ones under the same names, so that the plans of the lists name the same indexes. */
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
