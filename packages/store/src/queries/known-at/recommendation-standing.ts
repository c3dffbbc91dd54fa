import {
  type Day,
  type Id,
  type Instant,
  type LeafStanding,
  type Reader,
  type RecommendationStanding,
  type Settings,
  standing,
} from "@heed/core";
import { standingOfWhole, wholeOf } from "@heed/core/recommendation-standing/whole";
import { visibleTo } from "../../access/visibility.ts";
import type { Sql } from "../../connection/sql.ts";
import { reportsAsKnown } from "../../derived/as-known.ts";
import { loadCases } from "../../derived/load-cases.ts";
import { withParts } from "../../organizations/parts.ts";
import { levelOverridesOf } from "../../recommendations/overridden.ts";
import { inList } from "../../statements/in-list.ts";
import { Where } from "../../statements/where.ts";

/** The standing of a recommendation over its follow-ups and its parts, by what had been recorded at a moment. */
export async function readRecommendationStandingKnownAt(
  sql: Sql,
  reader: Reader,
  id: Id,
  asOf: Day,
  knownAt: Instant,
  settings: Settings,
): Promise<RecommendationStanding | undefined> {
  const where = visibleTo(reader, new Where(sql.dialect), "p").and("r.recorded_at <= ?", knownAt);
  const all = await sql.all<{ id: Id; partOf: Id | null }>(
    `${withParts} SELECT r.id, r.part_of_id AS "partOf" FROM part JOIN recommendation r ON r.id = part.id
       JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
     WHERE ${where.text} ORDER BY r.position`,
    [id, knownAt, knownAt, ...where.values],
  );
  if (!all.some((each) => each.id === id)) return undefined;
  const ids = all.map((each) => each.id);
  const parts = all.map(({ id: part, partOf }) => ({ id: part, partOf: partOf ?? undefined }));
  const leaves = await leavesKnown(sql, ids, asOf, knownAt, settings);
  const overrides = await levelOverridesOf(sql, ids, knownAt);
  return standingOfWhole(wholeOf(id, { parts, leaves, overrides }), asOf);
}

async function leavesKnown(
  sql: Sql,
  recommendations: readonly Id[],
  asOf: Day,
  knownAt: Instant,
  settings: Settings,
): Promise<Map<Id, LeafStanding[]>> {
  const followUps = await sql.all<{ id: Id }>(
    `SELECT id FROM follow_up WHERE ${inList(sql, "recommendation_id")} AND recorded_at <= ?`,
    [JSON.stringify(recommendations), knownAt],
  );
  const leaves = new Map<Id, LeafStanding[]>();
  const ids = followUps.map(({ id }) => id);
  for await (const cases of loadCases(sql, ids, { knownAt }))
    for (const each of cases) {
      const derived = standing(each, asOf, settings);
      if (derived === undefined) continue;
      const { id } = each.recommendation;
      leaves.set(id, [...(leaves.get(id) ?? []), { role: derived.role, standing: derived }]);
    }
  return leaves;
}
