import { isDamage, messageOf } from "../audit/read-each.ts";
import type { Database } from "../connection/sql.ts";
import type { SchemaFault } from "./check-schema.ts";

const maxFaults = 100;

/**
 * Checks the pages of each table and its indexes by SQLite's own check. PostgreSQL has no such check for every user:
 * there a damaged page is found when it is read, and by the server's own tools.
 */
export async function checkPages(database: Database): Promise<SchemaFault[]> {
  if (database.dialect !== "sqlite") return [];
  const tables = await database.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  );
  const faults: SchemaFault[] = [];
  for (const { name } of tables)
    for (const detail of await integrity(database, name)) faults.push({ name: `pages of the table ${name}`, detail });
  return faults;
}

async function integrity(database: Database, table: string): Promise<string[]> {
  try {
    const rows = await database.all<{ integrity_check: string }>(`PRAGMA integrity_check("${table}")`);
    return rows
      .flatMap((row) => String(row.integrity_check).split("\n"))
      .filter((line) => line !== "ok" && line !== "")
      .slice(0, maxFaults);
  } catch (error) {
    if (isDamage(error)) return [messageOf(error)];
    throw error;
  }
}
