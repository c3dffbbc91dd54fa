import type { RecommendationFilter } from "./recommendation-filter.ts";

/** What progress is counted by; `all`: everything together. */
export const progressGroups = ["all", "addressee", "responsible", "reportingYear", "theme", "report"] as const;

export type ProgressFilter = Pick<
  RecommendationFilter,
  "asOf" | "knownAt" | "report" | "reportingYear" | "theme" | "addressee"
> & {
  groupBy: (typeof progressGroups)[number];
  /** The language for the names of groups and what the rates are of. */
  language?: string;
};

/** Only filters that the kept counts distinguish, so that any day is answered at once. */
export type ProgressMatrixFilter = Pick<RecommendationFilter, "asOf" | "knownAt" | "reportingYear" | "addressee">;
