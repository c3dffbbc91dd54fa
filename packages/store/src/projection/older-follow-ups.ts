import type { Id } from "@heed/core";
import { among } from "../bulk/among.ts";
import type { Sql } from "../sql.ts";

/** Those whose place the recommendations of some follow-ups may take: whether they close depends on these, too (R50). */
export async function olderFollowUps(sql: Sql, followUps: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT f.id FROM follow_up newer JOIN recommendation_link l ON l.from_id = newer.recommendation_id
       JOIN follow_up f ON f.recommendation_id = l.to_id
     WHERE ${among(sql, "newer.id")} ORDER BY f.id`,
    [JSON.stringify(followUps)],
  );
  return rows.map(({ id }) => id);
}
