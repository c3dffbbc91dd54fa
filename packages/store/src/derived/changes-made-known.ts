import type { Id, Instant } from "@heed/core";
import { changeIdentity } from "@heed/core/follow-up/changes/change-identity";
import { project } from "@heed/core/follow-up/standing/projection";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import type { Sql } from "../connection/sql.ts";
import { readSettings } from "../settings/setting-rows.ts";
import { linkedFollowUps } from "./linked-follow-ups.ts";
import { loadCases } from "./load-cases.ts";

/** Those of some changes that nobody could have told by what was known at a moment, of whatever day they are. */
export async function notKnownAt(sql: Sql, changes: readonly ChangeItem[], moment: Instant): Promise<ChangeItem[]> {
  if (changes.length === 0) return [];
  const settings = await readSettings(sql, moment);
  const followUps = changes.map(({ followUp }) => followUp);
  const known = new Set<string>();
  for await (const cases of loadCases(sql, followUps, { knownAt: moment }))
    for (const each of cases)
      for (const change of project(each, settings).changes)
        known.add(changeIdentity({ ...change, followUp: each.followUp.id }));
  return changes.filter((change) => !known.has(changeIdentity(change)));
}

/** The follow-ups about which something was recorded since a moment that may have changed them, or what they are linked to. */
export async function followUpsTouchedSince(sql: Sql, since: Instant): Promise<readonly Id[] | "all"> {
  const [ofAll] = await sql.all(
    `SELECT 1 AS one FROM setting WHERE recorded_at > ? UNION ALL
     SELECT 1 FROM organization_change WHERE recorded_at > ? LIMIT 1`,
    [since, since],
  );
  if (ofAll !== undefined) return "all";
  const touched = await sql.all<{ id: Id; recommendation: Id }>(
    `SELECT f.id, f.recommendation_id AS recommendation FROM follow_up f WHERE
       f.id IN (SELECT follow_up_id FROM entry WHERE recorded_at > ?)
       OR f.recommendation_id IN (
         SELECT r.id FROM report p JOIN recommendation r ON r.report_id = p.id
           WHERE p.recorded_at > ? OR p.id IN (SELECT thing_id FROM register_record WHERE kind = 'report' AND at > ?)
         UNION SELECT recommendation_id FROM recommendation_version WHERE replaced_at > ?
         UNION SELECT from_id FROM recommendation_link WHERE recorded_at > ? OR withdrawn_at > ?
         UNION SELECT to_id FROM recommendation_link WHERE recorded_at > ? OR withdrawn_at > ?)`,
    Array.from({ length: 8 }, () => since),
  );
  const ids = touched.map(({ id }) => id);
  if (ids.length === 0) return ids;
  const recommendations = [...new Set(touched.map(({ recommendation }) => recommendation))];
  return [...ids, ...(await linkedFollowUps(sql, ids, recommendations))];
}
