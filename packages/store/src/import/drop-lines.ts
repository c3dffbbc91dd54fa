import type { Sql } from "../connection/sql.ts";
import { inNumbers } from "../statements/in-list.ts";

/** Removes what is staged of some lines from one of the staging tables. */
export async function dropLines(sql: Sql, table: string, runId: string, lines: readonly number[]): Promise<void> {
  if (lines.length > 0)
    await sql.run(`DELETE FROM ${table} WHERE run_id = ? AND ${inNumbers(sql, "line")}`, [
      runId,
      JSON.stringify(lines),
    ]);
}
