import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";

const rowsPerPage = 1000;

/** All rows of a table in the order of their ids, with some of their columns; at most one page is in memory. */
export async function* pagesOf<Row extends { id: Id }>(
  sql: Sql,
  table: string,
  columns: string,
): AsyncGenerator<Row[]> {
  let after = "";
  for (;;) {
    const page = await sql.all<Row>(`SELECT ${columns} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${rowsPerPage}`, [
      after,
    ]);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}
