import type { Day, Id, Issue } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { type ImportContext, separator } from "./import-context.ts";
import { editionIn } from "./older-editions.ts";

/**
 * The recommendations of the same source that are missing from this file; asked before anything new is written. They
 * stay: a source that drops a row has not said what happened. What only later editions had is not missing. Where rows are
 * rejected, nobody knows what some of them were about.
 */
export async function missingFromFile(
  { sql, runId, plan, file }: ImportContext,
  { isRejected }: { isRejected: boolean },
): Promise<{ ids: readonly Id[]; issues: readonly Issue[] }> {
  const prefix = plan.name + separator;
  const day = await editionDay(sql, runId);
  // Compares two sets, so that neither database looks up each row on its own.
  const rows = await sql.all<{ id: Id; reference: string; since: Day | null }>(
    `SELECT r.id, r.reference, ${firstShown(sql)} AS since FROM recommendation r WHERE r.id IN (
       SELECT id FROM recommendation WHERE substr(import_key, 1, ?) = ?
       EXCEPT SELECT existing_id FROM staged_key WHERE run_id = ? AND existing_id IS NOT NULL)
     ORDER BY r.report_id, r.position`,
    [plan.name, prefix.length, prefix, runId],
  );
  const detail = isRejected
    ? "in none of the rows that were taken, but in an earlier file of its source; it may be in a rejected row; nothing was changed"
    : "no longer in this file, but in an earlier one of its source; nothing was changed";
  const earlier = rows.filter(({ since }) => day === undefined || since === null || since <= day);
  const issues = earlier.map(({ reference }) => ({ file, name: "reference", value: reference, detail }));
  return { ids: earlier.map(({ id }) => id), issues };
}

async function editionDay(sql: Sql, runId: Id): Promise<Day | undefined> {
  const [first] = await sql.all<{ day: Day | null }>(
    `SELECT ${editionIn(sql, "s.body")} AS day FROM staged_row s WHERE s.run_id = ? LIMIT 1`,
    [runId],
  );
  return first?.day ?? undefined;
}

/** The day of the first edition that had a recommendation `r`; its parameter is the source. */
function firstShown(sql: Sql): string {
  return `(SELECT min(shown.day) FROM (
       SELECT ${editionIn(sql, "r.body")} AS day
       UNION ALL SELECT ${editionIn(sql, "v.body")} FROM recommendation_version v WHERE v.recommendation_id = r.id
       UNION ALL SELECT l.day FROM listing l JOIN follow_up f ON f.id = l.follow_up_id
         WHERE f.recommendation_id = r.id AND l.source = ?) AS shown)`;
}
