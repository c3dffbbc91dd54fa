import type { Sql } from "../connection/sql.ts";
import { jsonField } from "../statements/json-field.ts";

/** Positions that leave open what was answered, and so contradict no other. */
const open = ["answeredNotStated", "undetermined"].map((position) => `'"${position}"'`).join(", ");

/**
 * The staged entries with the one word that decides what they say (a position, a level, a reason to close), and what it
 * is said of: two words of one follow-up about the same cannot both be true.
 */
export function saidOfOneDay({ dialect }: Pick<Sql, "dialect">): string {
  const field = (name: string) => jsonField(dialect, "e.body", name);
  return `(SELECT e.run_id, e.line, e.follow_up_position, e.position, e.type, ${field("source")} AS source,
       COALESCE(CASE WHEN ${field("position")} NOT IN (${open}) THEN ${field("position")} END,
         ${field("closureReason")}, ${field("level")}) AS said,
       e.type || ' ' || COALESCE(e.given_on, 'by ' || e.known_by) || COALESCE(' ' || ${field("asOf")}, '')
         || COALESCE(' ' || ${field("reportingYear")}, '') AS about
     FROM staged_entry e WHERE e.run_id = ? AND e.type IN ('response', 'progressUpdate', 'assessment', 'closure'))`;
}
