import type { Database } from "../sql.ts";
import type { SchemaFault } from "./check-schema.ts";

const mostFaults = 100;

/**
 * Whether the pages of the file and its indexes hold what they should, by SQLite's own check. PostgreSQL has none that every
 * user may run: there a damaged page shows when it is read, and by the server's own tools.
 */
export async function checkPages(database: Database): Promise<SchemaFault[]> {
  if (database.dialect !== "sqlite") return [];
  const rows = await database.all<{ integrity_check: string }>(`PRAGMA integrity_check(${mostFaults})`);
  return rows
    .flatMap((row) => String(row.integrity_check).split("\n"))
    .filter((line) => line !== "ok" && line !== "")
    .map((line) => ({ name: "pages of the file", detail: line }));
}
