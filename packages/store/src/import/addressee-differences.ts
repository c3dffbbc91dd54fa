import type { Day, Issue } from "@heed/core";
import type { ImportContext } from "./import-context.ts";
import { editionIn, onOf } from "./older-editions.ts";

type Row = { line: number; name: string; known?: string; given?: string };

/**
 * Addressees of known recommendations that the row does not name, or names in another role. Nothing is changed. Those
 * that only later editions name are not told.
 */
export async function addresseeDifferences({ sql, runId, plan, file }: ImportContext): Promise<Issue[]> {
  const known = await sql.all<Row & { day: Day | null; since: Day | null }>(
    `SELECT k.line, COALESCE(f.name_at_issue,
         (SELECT min(n.name) FROM organization_name n WHERE n.organization_id = f.addressee_id)) AS name,
       ${editionIn(sql, "s.body")} AS day,
       COALESCE((SELECT min(l.day) FROM listing l WHERE l.follow_up_id = f.id AND l.source = ?), ${onOf(sql, "f.source")}) AS since
     FROM staged_key k JOIN staged_row s ON s.run_id = k.run_id AND s.line = k.line
       JOIN follow_up f ON f.recommendation_id = k.existing_id AND f.import_key IS NOT NULL
     WHERE k.run_id = ? AND k.outcome IN ('known', 'corrected') AND NOT EXISTS (SELECT 1 FROM staged_thread t
       WHERE t.run_id = k.run_id AND t.line = k.line AND t.follow_up_id = f.id) ORDER BY k.line, name`,
    [plan.name, runId],
  );
  const unnamed = known.filter(({ day, since }) => day === null || since === null || since <= day);
  const inRole = await sql.all<Row>(
    `SELECT t.line, s.name, f.role AS known, s.role AS given
     FROM staged_thread t JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       JOIN follow_up f ON f.id = t.follow_up_id AND f.role <> s.role
     WHERE t.run_id = ? AND t.repeated = 0 ORDER BY t.line, t.position`,
    [runId],
  );
  const issue = ({ line, name }: Row, detail: string): Issue => ({
    file,
    row: line,
    name: "addressee",
    value: name,
    detail,
  });
  return [
    ...unnamed.map((row) =>
      issue(row, "the row does not name this addressee, as another edition of the source does; its follow-up stays"),
    ),
    ...inRole.map((row) =>
      issue(row, `the row names it in the role ${row.given}, and it is known as ${row.known}; nothing was changed`),
    ),
  ];
}
