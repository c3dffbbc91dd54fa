import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { withoutAbsent } from "@heed/core/without-absent";
import type { RecommendationOptions } from "../options/recommendation-filters.ts";
import { knownAtOf, type Tracker } from "../process/tracker.ts";
import { filterOf } from "./filter.ts";

/** What of the options names something, as it was written. */
export function askedNames(options: RecommendationOptions): WrittenFilter {
  const { search: q, reference, report, year: reportingYear, theme, addressee, responsible } = options;
  return { q, reference, report, reportingYear, theme, addressee, responsible };
}

/** The recommendations that options ask for. Errors: as filterOf(). */
export async function recommendationFilterOf(
  tracker: Tracker,
  options: { [Name in keyof RecommendationOptions]: RecommendationOptions[Name] | undefined },
): Promise<RecommendationFilter> {
  const { position, reported, assessed, lifecycle, asOf = tracker.today } = options;
  const { divergent, unverified, longOutstanding, acceptanceWithdrawn, undecided, withoutAddressee } = options;
  return {
    asOf,
    ...knownAtOf(tracker, options.knownAt),
    ...(await filterOf(tracker, askedNames(withoutAbsent(options)))),
    ...withoutAbsent({ position, reported, assessed, lifecycle }),
    ...withoutAbsent({ divergent, unverified, longOutstanding, acceptanceWithdrawn, undecided, withoutAddressee }),
  };
}
