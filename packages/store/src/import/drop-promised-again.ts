import type { Id, Issue } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { promisedAgain } from "@heed/core/import/promised-again";
import { inList } from "../statements/in-list.ts";
import type { ImportContext } from "./import-context.ts";

type Row = { followUp: Id; line: number; id: Id; knownBy: string; body: string; assumed: string };

/** Drops the promises that rows of several days give again without a day (core's promisedAgain), and tells it. */
export async function dropPromisedAgain({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  const undated = `FROM staged_thread t JOIN staged_entry e
       ON e.run_id = t.run_id AND e.line = t.line AND e.follow_up_position = t.position
     WHERE t.run_id = ? AND e.type = 'commitment' AND e.given_on IS NULL AND e.known_by IS NOT NULL`;
  const rows = await sql.all<Row>(
    `SELECT t.follow_up_id AS "followUp", e.line, e.id, e.known_by AS "knownBy", e.body, e.assumed ${undated}
       AND t.follow_up_id IN (SELECT t.follow_up_id ${undated}
         GROUP BY t.follow_up_id HAVING min(e.known_by) <> max(e.known_by))
     ORDER BY e.line, e.follow_up_position, e.position`,
    [runId, runId],
  );
  const issues: Issue[] = [];
  const dropped: Id[] = [];
  for (const of of groupedBy(rows, ({ followUp }) => followUp).values()) {
    const given = of.map(({ body, assumed }) => {
      const { id: _, recordedAt: __, actor: ___, ...entry } = JSON.parse(body);
      return { entry, assumed: JSON.parse(assumed) };
    });
    for (const { place, first } of promisedAgain(given)) {
      const [row, before] = [of[place], of[first]];
      if (row === undefined || before === undefined) continue;
      dropped.push(row.id);
      // Joined rows are staged under the number of the first one.
      const rowOf = (at: number) => given[at]?.entry.source?.row ?? of[at]?.line;
      issues.push({
        ...{ file, row: rowOf(place), name: "commitment", value: `as row ${rowOf(first)}, by ${before.knownBy}` },
        detail: "is the promise of another row, without a day of its own; it is one promise",
      });
    }
  }
  if (dropped.length > 0)
    await sql.run(`DELETE FROM staged_entry WHERE run_id = ? AND ${inList(sql, "id")}`, [
      runId,
      JSON.stringify(dropped),
    ]);
  return issues;
}
