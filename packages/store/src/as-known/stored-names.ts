import type { Sql } from "../connection/sql.ts";

/** The name of a stored table, also where a temporary one of the same name is read in its place. */
export type StoredName = (table: string) => string;

export async function storedNames(sql: Sql): Promise<StoredName> {
  if (sql.dialect === "sqlite") return (table) => `main.${table}`;
  const [row] = await sql.all<{ schema: string }>("SELECT quote_ident(current_schema()) AS schema");
  return (table) => `${row?.schema}.${table}`;
}
