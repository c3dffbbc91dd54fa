import type { Instant } from "../source.ts";
import type { RecommendationFilter } from "./recommendation-filter.ts";

/** All that is asked must hold for one and the same follow-up. */
export type FollowUpFilter = Omit<RecommendationFilter, "undecided" | "withoutAddressee"> & {
  /** Has an entry that the reader may see and that was recorded at this moment or later. */
  changedSince?: Instant;
};
