import type { Entry, Id, Issue } from "@heed/core";
import { differenceFromKnown } from "@heed/core/import/known-entry";
import type { NewEntry } from "@heed/core/mapping/reading/import-row";
import { dropLines } from "./drop-lines.ts";
import type { ImportContext } from "./import-context.ts";

type Row = { line: number; id: Id; body: string; followUp: Id; known: string | null; knownFollowUp: Id | null };

const rowsPerPage = 1000;

/**
 * Rows may have the id of an entry, as in an export. A row that says the same as the entry is dropped; a row that says
 * something else is rejected, because an entry is never changed. After this step only new entries are staged.
 */
export async function skipKnownEntries({ sql, runId, file, plan }: ImportContext): Promise<Issue[]> {
  const issues: Issue[] = [];
  const column = plan.additions?.idColumns ?? "id";
  for (let [line, id] = [0, ""]; ; ) {
    const rows = await sql.all<Row>(
      `SELECT e.line, e.id, e.body, t.follow_up_id AS "followUp", x.body AS known, x.follow_up_id AS "knownFollowUp"
       FROM staged_entry e
         JOIN staged_thread t ON t.run_id = e.run_id AND t.line = e.line AND t.position = e.follow_up_position
         LEFT JOIN entry x ON x.id = e.id
       WHERE e.run_id = ? AND (e.line, e.id) > (?, ?) ORDER BY e.line, e.id LIMIT ${rowsPerPage}`,
      [runId, line, id],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) issues.push(...issueOf(row, file, column));
    [line, id] = [last.line, last.id];
  }
  await sql.run(
    "DELETE FROM staged_entry WHERE run_id = ? AND EXISTS (SELECT 1 FROM entry x WHERE x.id = staged_entry.id)",
    [runId],
  );
  const twice = await sql.all<{ line: number; id: Id }>(
    `SELECT max(line) AS line, id FROM staged_entry WHERE run_id = ? GROUP BY id HAVING count(*) > 1 ORDER BY 1`,
    [runId],
  );
  for (const each of twice)
    issues.push({ file, row: each.line, name: column, value: each.id, detail: "this id stands on several rows" });
  await dropLines(
    sql,
    "staged_entry",
    runId,
    issues.flatMap(({ row }) => row ?? []),
  );
  return issues;
}

function issueOf({ line, id, body, followUp, known, knownFollowUp }: Row, file: string, column: string): Issue[] {
  if (known === null) return [];
  const place = { file, row: line, name: column, value: id };
  if (knownFollowUp !== followUp) return [{ ...place, detail: "the entry with this id stands on another follow-up" }];
  const field = differenceFromKnown(JSON.parse(body) as NewEntry, JSON.parse(known) as Entry);
  if (field === undefined) return [];
  const detail = `the entry with this id says another ${field}; entries are never changed: leave ${column} blank for a new entry`;
  return [{ ...place, detail }];
}
