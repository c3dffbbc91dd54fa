import type { Issue } from "@heed/core";
import type { ImportContext } from "./import-context.ts";
import { hasEntries } from "./silent-rows.ts";

const parts = {
  staged_row: ["staged_entry", "staged_follow_up", "staged_row"],
  staged_onto: ["staged_entry", "staged_follow_up", "staged_onto"],
} as const;

/** A row without entries adds nothing, however often it comes. */
const repeatable = {
  staged_row: "",
  staged_onto: `AND ${hasEntries("staged_onto")}`,
} as const;

/** Keeps one of several equal rows, and reports the others. */
export async function dropRepeatedRows(
  { sql, runId, file }: ImportContext,
  table: keyof typeof parts,
): Promise<Issue[]> {
  const repeated = `SELECT line, first FROM (
       SELECT line, min(line) OVER (PARTITION BY whole_digest) AS first FROM ${table} WHERE run_id = ? ${repeatable[table]}) AS each
     WHERE line > first`;
  const rows = await sql.all<{ line: number; first: number }>(`${repeated} ORDER BY line`, [runId]);
  if (rows.length === 0) return [];
  for (const part of parts[table])
    await sql.run(`DELETE FROM ${part} WHERE run_id = ? AND line IN (SELECT line FROM (${repeated}) AS later)`, [
      runId,
      runId,
    ]);
  return rows.map(({ line, first }) => ({
    ...{ file, row: line, value: `as row ${first}` },
    detail: "the row is the same as an earlier one; taken once",
  }));
}
