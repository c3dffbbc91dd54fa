import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";

/** Only reports are asked: they keep how many recommendations they have. */
export function isOfReports({
  asOf: _,
  knownAt: __,
  report: ___,
  reportingYear: ____,
  ...others
}: RecommendationFilter): boolean {
  return Object.values(others).every((each) => each === undefined);
}
