import type { Id, Issue, Source } from "@heed/core";
import { readJson } from "../statements/json-field.ts";
import { dropRejected } from "./compare-editions.ts";
import type { ImportContext } from "./import-context.ts";
import { saidOfOneDay } from "./said-of-one-day.ts";

type Row = {
  line: number;
  type: string;
  said: string;
  about: string;
  followUp: Id;
  name: string;
  source: string | null;
};

/**
 * Rows that say of one follow-up, on one day, what cannot both be true. Nobody can tell which of them holds: the later
 * row is rejected. Findings are both kept, because the record shows them as a conflict, and are told.
 */
export async function contradictingRows(context: ImportContext): Promise<{ rejected: Issue[]; warnings: Issue[] }> {
  const { sql, runId, file } = context;
  const rows = await sql.all<Row>(
    `SELECT line, type, said, about, follow_up_id AS "followUp", name, source FROM (
       SELECT e.line, e.type, e.said, e.about, e.source, e.follow_up_position, e.position, t.follow_up_id, COALESCE(f.name, '') AS name,
         min(e.said) OVER same AS least, max(e.said) OVER same AS most
       FROM ${saidOfOneDay(sql)} e
         JOIN staged_thread t ON t.run_id = e.run_id AND t.line = e.line AND t.position = e.follow_up_position
         LEFT JOIN staged_follow_up f ON f.run_id = e.run_id AND f.line = e.line AND f.position = e.follow_up_position
       WINDOW same AS (PARTITION BY t.follow_up_id, e.about)) AS each
     WHERE least <> most AND said IS NOT NULL ORDER BY line, follow_up_position, position`,
    [runId],
  );
  const firsts = new Map<string, Row>();
  const found: { rejected: Issue[]; warnings: Issue[] } = { rejected: [], warnings: [] };
  for (const row of rows) {
    const key = `${row.followUp} ${row.about}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row);
    if (first === undefined || first.said === row.said) continue;
    const place = { file, row: row.line, name: row.type };
    const [said, other] = [wordOf(row), wordOf(first)];
    if (row.type !== "assessment")
      found.rejected.push({
        ...{ ...place, value: said },
        detail: `is said of ${row.name || "the addressee"}, of whom row ${rowOf(first)} says ${other} on the same day`,
      });
    // Two findings of one row are told when it is read.
    else if (rowOf(first) !== rowOf(row))
      found.warnings.push({ ...place, value: `${other} and ${said}`, detail: twoFindings });
  }
  await dropRejected(context, found.rejected);
  return found;
}

const twoFindings =
  "two findings about one situation, which differ; where they are of parts, recommendation.parts makes those";

function wordOf({ said }: Pick<Row, "said">): string {
  return JSON.parse(said);
}

/** The row of the file; joined rows and parts are staged under another number. */
function rowOf({ line, source }: Row): number {
  return readJson<Source>(source)?.row ?? line;
}
