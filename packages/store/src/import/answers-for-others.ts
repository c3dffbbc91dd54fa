import type { Issue } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { ImportContext } from "./import-context.ts";

type Row = { line: number; name: string; other: string };

/**
 * New addressees of a known recommendation that answer for its other addressees after a change of organizations (R14):
 * what the row says of them comes onto a new follow-up, and those of the predecessors stay as they are.
 */
export async function answersForOthers({ sql, runId, file }: ImportContext): Promise<Issue[]> {
  const rows = await sql.all<Row>(
    `SELECT DISTINCT t.line, s.name, COALESCE(f.name_at_issue,
         (SELECT min(n.name) FROM organization_name n WHERE n.organization_id = f.addressee_id)) AS other
     FROM staged_key k JOIN staged_thread t ON t.run_id = k.run_id AND t.line = k.line
       JOIN staged_follow_up s ON s.run_id = t.run_id AND s.line = t.line AND s.position = t.position
       JOIN follow_up f ON f.recommendation_id = k.existing_id AND f.addressee_id <> t.organization_id
       JOIN responsibility w ON w.follow_up_id = f.id AND w.side = 'addressee' AND w.state = 'answers'
         AND w.organization_id = t.organization_id
     WHERE k.run_id = ? AND t.repeated = 0 AND t.follow_up_id = s.id ORDER BY t.line, 2, 3`,
    [runId],
  );
  return [...groupedBy(rows, ({ line, name }) => JSON.stringify([line, name])).values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const { line, name } = first;
    const detail =
      "the row names who answers for other addressees now; what it says comes onto a new follow-up, and theirs stay (name them as printed, or use onto)";
    return [
      {
        file,
        row: line,
        name: "addressee",
        value: `${name}, for ${each.map(({ other }) => other).join(" and ")}`,
        detail,
      },
    ];
  });
}
