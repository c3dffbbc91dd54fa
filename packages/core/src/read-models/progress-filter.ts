import type { RecommendationFilter } from "./recommendation-filter.ts";

export type ProgressFilter = Pick<
  RecommendationFilter,
  "asOf" | "knownAt" | "report" | "reportingYear" | "theme" | "addressee"
> & {
  groupBy: "addressee" | "responsible" | "reportingYear" | "theme" | "report" | "all";
  /** The language for the names of groups. */
  language?: string;
};

/** Only filters that the kept counts distinguish, so that any day is answered at once. */
export type ProgressMatrixFilter = Pick<RecommendationFilter, "asOf" | "knownAt" | "reportingYear" | "addressee">;
