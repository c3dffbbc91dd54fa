import { hostname } from "node:os";
import { DomainError, type Id } from "@heed/core";
import type { Database } from "../connection/sql.ts";
import { isRunning } from "../is-running.ts";

const stagingTables = [
  "staged_entry",
  "staged_follow_up",
  "staged_key",
  "staged_report",
  "staged_thread",
  "staged_candidate",
  "staged_onto",
  "staged_row",
  "staged_name",
  "staged_run",
];

/**
 * Opens the staging tables. On SQLite they are temporary tables of the connection that writes: they need no disk
 * writes, and disappear with the process. On PostgreSQL they are unlogged. Errors: databaseBusy when this process
 * already imports into the database.
 */
export async function openStaging(database: Database): Promise<void> {
  if (database.dialect === "postgresql") return;
  await database.transaction(async (sql) => {
    if ((await sql.all("SELECT 1 AS one FROM sqlite_temp_master WHERE name = 'staged_row'")).length > 0)
      throw new DomainError("databaseBusy", "another import into this database is running; try again");
    const made = await sql.all<{ text: string }>(
      `SELECT sql AS text FROM sqlite_master WHERE tbl_name LIKE 'staged~_%' ESCAPE '~' AND tbl_name <> 'staged_run'
         AND sql IS NOT NULL ORDER BY type DESC`,
    );
    for (const { text } of made) await sql.run(text.replace(/^CREATE (TABLE|INDEX) /, "$&temp."));
  });
}

/** Removes the staged rows of an import. When it was killed, the next import removes them. */
export async function closeStaging(database: Database, runId: Id): Promise<void> {
  if (database.dialect === "sqlite")
    await database.transaction(async (sql) => {
      for (const table of stagingTables)
        if (table !== "staged_run") await sql.run(`DROP TABLE IF EXISTS temp.${table}`);
    });
  await clearStaged(database, runId);
}

async function clearStaged(database: Database, runId: Id): Promise<void> {
  for (const table of stagingTables) await database.run(`DELETE FROM ${table} WHERE run_id = ?`, [runId]);
}

/**
 * Removes the staged rows of processes that ended: on this host by checking the process, on other hosts after a day.
 */
export async function clearLeftovers(database: Database, now: string): Promise<void> {
  const runs = await database.all<{ runId: Id; host: string; process: number; touchedAt: string }>(
    `SELECT run_id AS "runId", host, process, touched_at AS "touchedAt" FROM staged_run`,
  );
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  for (const { runId, host, process: pid, touchedAt } of runs)
    if (host === hostname() ? !isRunning(pid) : touchedAt < dayAgo) await clearStaged(database, runId);
}
