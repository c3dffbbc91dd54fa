import type { Issue } from "@heed/core";
import { type Fold, separator } from "./fold-rows.ts";

/**
 * The recommendations of the same source that are missing from this file; asked before anything new is written. They
 * stay: a source that drops a row has not said what happened.
 */
export async function missingFromFile({ sql, runId, plan, file }: Fold): Promise<Issue[]> {
  const prefix = plan.name + separator;
  // Compares two sets, so that neither database looks up each row on its own.
  const rows = await sql.all<{ reference: string }>(
    `SELECT r.reference FROM recommendation r WHERE r.id IN (
       SELECT id FROM recommendation WHERE substr(import_key, 1, ?) = ?
       EXCEPT SELECT existing_id FROM staged_key WHERE run_id = ? AND existing_id IS NOT NULL)
     ORDER BY r.report_id, r.position`,
    [prefix.length, prefix, runId],
  );
  const detail = "no longer in this file, though in an earlier one of its source; nothing was changed";
  return rows.map(({ reference }) => ({ file, name: "reference", value: reference, detail }));
}
