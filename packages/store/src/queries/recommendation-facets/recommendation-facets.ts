import type { Reader, Settings } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { FacetName, type RecommendationFacet } from "@heed/core/read-models/recommendation-facets";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Source } from "../../as-known/source.ts";
import { latestNames } from "../../organizations/renamed.ts";
import { deriveFound } from "../derive-found.ts";
import { isOfReports } from "../recommendation-places/is-of-reports.ts";
import { themeSpellings } from "../theme-spellings.ts";
import { countReports } from "./count-reports.ts";
import { type CountedValues, countValues, type SameValues } from "./count-values.ts";
import { shownFacets } from "./shown-facets.ts";

/** Of more recommendations, the first in the order of lists are counted: each costs some steps along indexes. */
const mostCounted = 1000;

/**
 * How many of the recommendations that a filter finds have each value of each facet. What is asked of a facet is left out for
 * itself, so a count is always the length of the list that has this value in its place (docs/decisions/0057).
 */
export async function readRecommendationFacets(
  source: Source,
  reader: Reader,
  filter: RecommendationFilter,
  settings: Settings,
  most = mostCounted,
): Promise<readonly RecommendationFacet[]> {
  const [organizations, theme] = await Promise.all([latestNames(source), themeSpellings(source, reader)]);
  const same: SameValues = { theme, addressee: organizations, responsible: organizations };
  const counted = new Map<FacetName, CountedValues>();
  // Facets that are not asked for have the same recommendations.
  const sets = groupedBy(FacetName.options, (facet) => (filter[facet] === undefined ? "" : facet));
  for (const facets of sets.values()) {
    const found = { ...filter, [facets[0] as FacetName]: undefined };
    await deriveFound(source, reader, found);
    const answer = await countValues(source, reader, found, settings, { facets, same, most });
    for (const facet of facets) {
      const isKept = !answer.isAll && (facet === "report" || facet === "reportingYear") && isOfReports(found);
      counted.set(facet, isKept ? await countReports(source, reader, found, facet) : answer);
    }
  }
  return shownFacets(source, counted);
}
