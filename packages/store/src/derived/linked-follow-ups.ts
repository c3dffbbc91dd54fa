import type { Id } from "@heed/core";
import { repeatingLinks } from "@heed/core/recommendation/link";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/**
 * The follow-ups that the recommendations of some follow-ups may replace: whether they close depends on these too
 * (R50).
 */
export async function olderFollowUps(sql: Sql, followUps: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT f.id FROM follow_up newer JOIN recommendation_link l ON l.from_id = newer.recommendation_id AND l.withdrawn_at IS NULL
       JOIN follow_up f ON f.recommendation_id = l.to_id
     WHERE ${inList(sql, "newer.id")} ORDER BY f.id`,
    [JSON.stringify(followUps)],
  );
  return rows.map(({ id }) => id);
}

/**
 * The follow-ups of recommendations that ask the same again, directly or through others: their age counts from the
 * first (R15).
 */
export async function newerFollowUps(sql: Sql, recommendations: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `WITH RECURSIVE newer(id) AS (
       SELECT l.from_id FROM recommendation_link l WHERE ${inList(sql, "l.to_id")} AND ${repeating}
       UNION SELECT l.from_id FROM newer JOIN recommendation_link l ON l.to_id = newer.id AND ${repeating}
     )
     SELECT f.id FROM newer JOIN follow_up f ON f.recommendation_id = newer.id ORDER BY f.id`,
    [JSON.stringify(recommendations)],
  );
  return rows.map(({ id }) => id);
}

const repeating = `l.withdrawn_at IS NULL AND l.type IN (${repeatingLinks.map((type) => `'${type}'`).join(", ")})`;

/**
 * The follow-ups whose standing depends on some follow-ups and their recommendations through a link, in either
 * direction.
 */
export async function linkedFollowUps(
  sql: Sql,
  followUps: readonly Id[],
  recommendations: readonly Id[],
): Promise<Id[]> {
  const own = new Set(followUps);
  const linked = [...(await olderFollowUps(sql, followUps)), ...(await newerFollowUps(sql, recommendations))];
  return [...new Set(linked)].filter((id) => !own.has(id));
}
