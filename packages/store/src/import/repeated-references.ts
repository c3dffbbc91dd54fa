import type { Issue } from "@heed/core";
import type { ImportContext } from "./import-context.ts";

/**
 * Rows with the same reference that are not duplicates: only the mapping can say whether they are one recommendation.
 */
export async function repeatedReferences({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<{ line: number; first: number; reference: string }>(
    `SELECT line, first, reference FROM (
       SELECT k.line, s.reference, min(k.line) OVER (PARTITION BY s.report_body_key,
           CASE WHEN k.report_key = k.import_key THEN '' ELSE k.report_key END, s.reference_key) AS first
       FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       WHERE k.run_id = ? AND s.reference_key IS NOT NULL) AS each
     WHERE line > first ORDER BY line`,
    [runId],
  );
  return rows.map(({ line, first, reference }) => ({
    ...{ file, row: line, value: `${reference}, as row ${first}` },
    detail: "an earlier row has the same reference; each is a recommendation of its own (joinBy makes them one)",
  }));
}

/** Rows without a reference that ask the same of the same, and differ in what they say of the answer, or in their themes. */
export async function repeatedContents({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<{ line: number; first: number }>(
    `SELECT line, first FROM (
       SELECT k.line, min(k.line) OVER (PARTITION BY s.report_body_key, s.row_digest) AS first
       FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       WHERE k.run_id = ? AND s.reference_key IS NULL) AS each
     WHERE line > first ORDER BY line`,
    [runId],
  );
  return rows.map(({ line, first }) => ({
    ...{ file, row: line, value: `as row ${first}` },
    detail:
      "an earlier row without a reference asks the same of the same; each is a recommendation of its own (a reference or joinBy makes them one)",
  }));
}
