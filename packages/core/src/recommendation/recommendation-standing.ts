import type { Role } from "../follow-up/follow-up.ts";
import type { AssessedLevel, Level, Lifecycle, ReportedLevel, Timeliness } from "../follow-up/levels.ts";
import { levelRank } from "../follow-up/levels.ts";
import type { Standing } from "../follow-up/standing.ts";
import { worst } from "../follow-up/timeliness.ts";

/** The standing of one follow-up of a recommendation or of its parts, with the role in which it is addressed. */
export type LeafStanding = {
  role: Role;
  standing: Pick<
    Standing,
    "assessed" | "reported" | "lifecycle" | "closureReason" | "timeliness" | "notCompetentUpheld"
  >;
};

export type RecommendationStanding = {
  /** The lowest over parts and owing addressees (R4, R5). */
  assessed: AssessedLevel;
  reported: ReportedLevel;
  /** Something is not assessed yet: never to be counted as implemented (R38). */
  provisional: boolean;
  /** How many owing follow-ups have no assessment: counted beside the level, never taken as notStarted. */
  unassessedParts: number;
  /** Absent when nobody owes anything: no addressee, or for information only. */
  lifecycle?: Lifecycle;
  implemented: boolean;
  timeliness?: Timeliness;
};

/** R4, R5, R38, R39; an override by the issuing body, with its reason, stands before the lowest. */
export function recommendationStanding(
  leaves: readonly LeafStanding[],
  override?: { level: Level; reason: string },
): RecommendationStanding {
  const owing = leaves.filter(({ role, standing }) => role !== "forInformation" && !standing.notCompetentUpheld);
  const standings = owing.map(({ standing }) => standing);
  const unassessedParts = standings.filter(({ assessed }) => assessed === "notAssessed").length;
  const allClosed = standings.length > 0 && standings.every(({ lifecycle }) => lifecycle === "closed");
  const lifecycle = allClosed
    ? "closed"
    : standings.some((each) => each.lifecycle === "open")
      ? "open"
      : "pendingVerification";
  return {
    assessed:
      override?.level ??
      lowest(
        standings.map(({ assessed }) => assessed),
        "notAssessed",
      ),
    reported: lowest(
      standings.map(({ reported }) => reported),
      "notReported",
    ),
    provisional: unassessedParts > 0,
    unassessedParts,
    ...(standings.length === 0 ? {} : { lifecycle, timeliness: worst(standings.map((each) => each.timeliness)) }),
    implemented:
      allClosed &&
      unassessedParts === 0 &&
      standings.every(
        ({ closureReason }) => closureReason === "implemented" || closureReason === "alternativeAccepted",
      ),
  };
}

function lowest<None extends string>(levels: readonly (Level | None)[], none: None): Level | None {
  const given = levels.filter((level): level is Level => level !== none);
  let low: Exclude<Level, "noLongerApplicable"> | undefined;
  for (const level of given) {
    if (level === "noLongerApplicable") continue;
    if (low === undefined || levelRank[level] < levelRank[low]) low = level;
  }
  return low ?? (given.length > 0 ? "noLongerApplicable" : none);
}
