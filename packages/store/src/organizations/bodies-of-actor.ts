import type { Day, Id } from "@heed/core";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

type ActorBodies = { organizations: readonly Id[]; today: Day | undefined };

/**
 * The issuing bodies whose reports and cycles an actor keeps whose token names some, as a query for their ids: the named
 * ones, and their predecessors by a renaming, merger or absorption whose day has come. A split divides the recommendations
 * of a body, and a transferred competence moves some of them: neither hands over the body as a whole.
 */
export function bodiesOfActor(
  { dialect }: Pick<Sql, "dialect">,
  { organizations, today = "9999-12-31" }: ActorBodies,
): { text: string; values: SqlValue[] } {
  return {
    text: `WITH RECURSIVE kept(id) AS (
       SELECT o.id FROM organization o WHERE ${inList({ dialect }, "o.id")}
       UNION SELECT former.organization_id FROM kept
         JOIN organization_change_part became ON became.organization_id = kept.id AND became.part = 'result'
         JOIN organization_change c ON c.id = became.change_id AND c.on_day <= ?
           AND c.type IN ('renamed', 'merged', 'absorbed')
         JOIN organization_change_part former ON former.change_id = c.id AND former.part = 'original'
     ) SELECT id FROM kept`,
    values: [JSON.stringify(organizations), today],
  };
}

/** The ids that this query finds. */
export async function readBodiesOfActor(sql: Sql, held: ActorBodies): Promise<ReadonlySet<Id>> {
  const { text, values } = bodiesOfActor(sql, held);
  return new Set((await sql.all<{ id: Id }>(text, values)).map(({ id }) => id));
}
