import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { type LevelOverride, overrideOn } from "./level-override.ts";
import { type LeafStanding, type RecommendationStanding, recommendationStanding } from "./recommendation-standing.ts";

/** A recommendation with its parts, which may have parts themselves; each with its own follow-ups and overrides. */
export type Whole = {
  leaves: readonly LeafStanding[];
  parts: readonly Whole[];
  overrides: readonly LevelOverride[];
};

/** Its standing on a day: a part whose level was set counts with that level (R4). */
export function standingOfWhole({ leaves, parts, overrides }: Whole, asOf: Day): RecommendationStanding {
  return recommendationStanding(
    leaves,
    overrideOn(overrides, asOf),
    parts.map((part) => standingOfWhole(part, asOf)),
  );
}

/** Builds it from everything below it. */
export function wholeOf(
  id: Id,
  below: {
    parts: readonly { id: Id; partOf?: Id | undefined }[];
    leaves: ReadonlyMap<Id, readonly LeafStanding[]>;
    overrides: readonly LevelOverride[];
  },
): Whole {
  return {
    leaves: below.leaves.get(id) ?? [],
    parts: below.parts.filter(({ partOf }) => partOf === id).map((part) => wholeOf(part.id, below)),
    overrides: below.overrides.filter(({ recommendation }) => recommendation === id),
  };
}
