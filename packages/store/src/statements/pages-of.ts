import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";

const rowsPerPage = 1000;

/** Pages of rows until there are no more. `read` reads the page that comes after a row; the first one after none. */
export async function* pages<Row>(read: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const page = await read(last);
    last = page.at(-1);
    if (last === undefined) return;
    yield page;
  }
}

/** All rows of a table in the order of their ids, with some of their columns; at most one page is in memory. */
export function pagesOf<Row extends { id: Id }>(sql: Sql, table: string, columns: string): AsyncGenerator<Row[]> {
  return pages((last) =>
    sql.all<Row>(`SELECT ${columns} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${rowsPerPage}`, [last?.id ?? ""]),
  );
}
