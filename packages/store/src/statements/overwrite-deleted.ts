import type { Sql } from "../connection/sql.ts";

/** What is deleted from here on is overwritten: SQLite would leave it in free pages. */
export async function overwriteDeleted(sql: Sql): Promise<void> {
  if (sql.dialect === "sqlite") await sql.all("PRAGMA secure_delete = ON");
}
