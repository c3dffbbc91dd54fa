import type { Sql } from "../connection/sql.ts";

type Index = { name: string; made: string };

/**
 * Runs work that fills an empty table without its indexes, and creates them afterwards, in the same transaction.
 * Building an index at the end sorts the rows once, which is faster than inserting each row into it. Unique indexes
 * stay, and so do those in `kept`, which the work itself uses. A table with rows keeps all its indexes.
 */
export async function buildIndexesAfter(
  sql: Sql,
  tables: readonly string[],
  kept: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const indexes: Index[] = [];
  for (const table of tables)
    if ((await sql.all(`SELECT 1 AS one FROM ${table} LIMIT 1`)).length === 0)
      indexes.push(...(await indexesOf(sql, table)).filter(({ name }) => !kept.includes(name)));
  for (const { name } of indexes) await sql.run(`DROP INDEX ${name}`);
  await work();
  for (const { made } of indexes) await sql.run(made);
}

function indexesOf(sql: Sql, table: string): Promise<Index[]> {
  return sql.dialect === "sqlite"
    ? sql.all(
        "SELECT name, sql AS made FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE INDEX%'",
        [table],
      )
    : sql.all(
        `SELECT c.relname AS name, pg_get_indexdef(c.oid) AS made FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE i.indrelid = CAST(? AS regclass) AND NOT i.indisunique`,
        [table],
      );
}
