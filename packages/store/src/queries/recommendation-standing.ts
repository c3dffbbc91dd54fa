import type { Day, Id, LeafStanding, Reader, RecommendationStanding, Settings } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import { standingOfWhole, wholeOf } from "@heed/core/recommendation-standing/whole";
import { visibleTo } from "../access/visibility.ts";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { withParts } from "../organizations/parts.ts";
import { levelOverridesOf } from "../recommendations/overridden.ts";
import { Where } from "../statements/where.ts";
import { followUpSummaries } from "./follow-up-summaries.ts";

type Part = { id: Id; partOf?: Id };

/** The standing of a recommendation over its follow-ups and its parts; undefined when the reader sees no such one. */
export async function readRecommendationStanding(
  source: Source,
  reader: Reader,
  id: Id,
  asOf: Day,
  settings: Settings,
): Promise<RecommendationStanding | undefined> {
  const where = visibleTo(reader, new Where(source.dialect), "p");
  const rows = await source.all<{ id: Id; partOf: Id | null }>(
    `${withParts} SELECT r.id, r.part_of_id AS "partOf" FROM part JOIN recommendation r ON r.id = part.id
       JOIN report p ON p.id = r.report_id WHERE ${where.text} ORDER BY r.position`,
    [id, ...where.values],
  );
  if (!rows.some((each) => each.id === id)) return undefined;
  const ids = rows.map((each) => each.id);
  await source.derive?.(new Where(source.dialect).andInList("r.id", ids));
  const parts = rows
    .filter((each) => each.id !== id)
    .map(({ id: part, partOf }) => ({ id: part, ...(partOf !== null && { partOf }) }));
  const followUps = [...(await followUpSummaries(source, ids, asOf, settings)).values()].flat();
  return standingOver(source, id, { parts, followUps }, asOf);
}

/** Of a recommendation with these parts, and the follow-ups of all of them. */
export async function standingOver(
  sql: Sql,
  id: Id,
  { parts, followUps }: { parts: readonly Part[]; followUps: readonly FollowUpSummary[] },
  asOf: Day,
): Promise<RecommendationStanding> {
  const overrides = parts.length > 0 ? await levelOverridesOf(sql, [id, ...parts.map((part) => part.id)]) : [];
  return standingOfWhole(wholeOf(id, { parts, leaves: await leafStandings(sql, followUps, asOf), overrides }), asOf);
}

/** By recommendation; none before publication. */
async function leafStandings(
  sql: Sql,
  followUps: readonly FollowUpSummary[],
  asOf: Day,
): Promise<Map<Id, LeafStanding[]>> {
  const where = new Where(sql.dialect).and("from_on <= ? AND until_on > ?", asOf, asOf).andInList(
    "follow_up_id",
    followUps.map(({ id }) => id),
  );
  const rows = await sql.all<{ id: Id }>(
    `SELECT follow_up_id AS id FROM standing WHERE not_competent_upheld = 1 AND ${where.text}`,
    where.values,
  );
  const upheld = new Set(rows.map(({ id }) => id));
  return groupedBy(
    followUps.flatMap((followUp) => {
      const { recommendation, role, assessed, reported, lifecycle, closureReason, timeliness } = followUp;
      if (assessed === undefined || reported === undefined || lifecycle === undefined || timeliness === undefined)
        return [];
      const standing = {
        ...{ assessed, reported, lifecycle, timeliness, notCompetentUpheld: upheld.has(followUp.id) },
        ...(closureReason && { closureReason }),
      };
      return [{ recommendation, leaf: { role, standing } }];
    }),
    ({ recommendation }) => recommendation,
    ({ leaf }) => leaf,
  );
}
