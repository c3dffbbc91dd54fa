import type { Reader, Settings } from "@heed/core";
import type { FacetName } from "@heed/core/read-models/recommendation-facets";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Source } from "../../as-known/source.ts";
import { joinInOrder } from "../../statements/join-in-order.ts";
import { placesOfYear, reportNumberOf } from "../../tables/place.ts";
import { findPlaces } from "../recommendation-places/find-places.ts";
import { followUpConditions } from "../recommendation-places/follow-up-conditions.ts";
import type { Part } from "../recommendation-places/part.ts";
import { candidatesOn } from "../responsible/responsible.ts";

/** Values that mean the same, each with the one that stands for all of them. */
export type SameValues = Partial<Record<FacetName, ReadonlyMap<string, string>>>;

export type ValueCount = { facet: FacetName; value: string; count: number };

/** What was counted; `isAll` unless more was found than is counted. */
export type CountedValues = { counts: readonly ValueCount[]; isAll: boolean };

const ofFollowUps = {
  addressee: "addressee_id",
  responsible: "responsible_id",
  position: "position",
  reported: "reported",
  assessed: "assessed",
  lifecycle: "lifecycle",
} as const satisfies Partial<Record<FacetName, string>>;

/**
 * How many of the recommendations that a filter finds have each value of some facets: of the first `most` in the order of
 * lists, where there are more. A report's value is its number (report_number).
 */
export async function countValues(
  source: Source,
  reader: Reader,
  filter: RecommendationFilter,
  settings: Settings,
  { facets, same, most }: { facets: readonly FacetName[]; same: SameValues; most: number },
): Promise<CountedValues> {
  const { page } = await findPlaces(source, reader, filter, { limit: most }, settings);
  const queries = [
    { text: "SELECT 'all' AS facet, '' AS value, count(*) AS count FROM found", values: [] },
    ...facets.map((facet) => countOfEach(source, filter, facet)),
  ];
  const merged = mergedValues(source, same);
  const periods = periodsOf(source, filter, settings);
  const rows = await source.all<{ facet: FacetName | "all"; value: string; count: number }>(
    `WITH found AS MATERIALIZED (SELECT place FROM (${page.text}) AS listed),
       period AS MATERIALIZED (${periods.text}),
       merged(facet, value, shown) AS (${merged.text})
     ${queries.map(({ text }) => text).join(" UNION ALL ")}`,
    [page, periods, merged, ...queries].flatMap(({ values }) => values),
  );
  const counts = rows.map(({ facet, value, count }) => ({ facet, value, count: Number(count) }));
  const found = counts.find(({ facet }) => facet === "all")?.count ?? 0;
  return { counts: counts.filter((each): each is ValueCount => each.facet !== "all"), isAll: found <= most };
}

/** How the follow-ups of what was found stand on the day, those that fulfil the filter. */
function periodsOf(source: Source, filter: RecommendationFilter, settings: Settings): Part {
  const conditions = followUpConditions(source, filter, settings);
  const join = joinInOrder(source);
  return {
    text: `SELECT found.place, s.follow_up_id, ${Object.values(ofFollowUps)
      .map((column) => `s.${column}`)
      .join(", ")}
      FROM found ${join} recommendation_place l ON l.place = found.place
        ${join} follow_up f ON f.recommendation_id = l.recommendation_id
        ${join} standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
      WHERE ${conditions.text}`,
    values: [filter.asOf, filter.asOf, ...conditions.values],
  };
}

/** Each value once for a recommendation, whichever of its follow-ups has it. */
function countOfEach(source: Source, { asOf }: RecommendationFilter, facet: FacetName): Part {
  const grouped = (value: string, from: string) =>
    `SELECT '${facet}' AS facet, ${value} AS value, count(*) AS count FROM ${from} GROUP BY 2`;
  if (facet === "reportingYear")
    return { text: grouped(`CAST(9999 - found.place / ${placesOfYear} AS text)`, "found"), values: [] };
  if (facet === "report")
    return { text: grouped(`CAST(${reportNumberOf("found.place")} AS text)`, "found"), values: [] };
  const { text, values } = placesWith(source, facet, asOf);
  const [value, join] = isMerged(facet)
    ? [
        "COALESCE(merged.shown, each.value)",
        `LEFT JOIN merged ON merged.facet = '${facet}' AND merged.value = each.value`,
      ]
    : ["each.value", ""];
  return {
    text: grouped(
      "told.value",
      `(SELECT DISTINCT each.place, ${value} AS value FROM (${text}) AS each ${join}) AS told`,
    ),
    values,
  };
}

function isMerged(facet: FacetName): boolean {
  return facet === "addressee" || facet === "responsible" || facet === "theme";
}

function placesWith(source: Source, facet: keyof typeof ofFollowUps | "theme", asOf: string): Part {
  if (facet === "theme")
    return {
      text: "SELECT found.place, t.theme AS value FROM found JOIN theme_place t ON t.place = found.place",
      values: [],
    };
  const own = `SELECT place, ${ofFollowUps[facet]} AS value FROM period`;
  if (facet !== "responsible") return { text: own, values: [] };
  // Who may turn out to be responsible is found too, while nobody has decided (R41).
  const candidates = candidatesOn(source.dialect, asOf, undefined).and("candidate.side = 'addressee'");
  return {
    text: `${own} UNION ALL SELECT period.place, candidate.organization_id FROM period
        ${joinInOrder(source)} responsibility candidate ON candidate.follow_up_id = period.follow_up_id WHERE ${candidates.text}`,
    values: candidates.values,
  };
}

function mergedValues({ dialect }: Source, same: SameValues): Part {
  const rows = Object.entries(same).flatMap(([facet, values]) => [...values].map((pair) => [facet, ...pair]));
  const each = dialect === "sqlite" ? "json_each(?) AS each" : "jsonb_array_elements(?::jsonb) AS each(value)";
  return {
    text: `SELECT ${[0, 1, 2].map((place) => `each.value ->> ${place}`).join(", ")} FROM ${each}`,
    values: [JSON.stringify(rows)],
  };
}
