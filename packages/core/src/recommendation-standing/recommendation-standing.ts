import { z } from "zod";
import type { Role } from "../follow-up/follow-up.ts";
import {
  AssessedLevel,
  isClosedAsDone,
  Level,
  Lifecycle,
  levelRank,
  ReportedLevel,
  Timeliness,
} from "../follow-up/levels.ts";
import { Reason } from "../follow-up/reason.ts";
import type { Standing } from "../follow-up/standing/four-answers.ts";
import { worst } from "../follow-up/timeliness.ts";
import { LocalizedText, textIn } from "../localized-text.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import type { SetLevel } from "./level-override.ts";

/** The standing of one follow-up of a recommendation, with the role in which it is addressed. */
export type LeafStanding = {
  role: Role;
  standing: Pick<
    Standing,
    "assessed" | "reported" | "lifecycle" | "closureReason" | "timeliness" | "notCompetentUpheld"
  >;
};

/** Where the issuing body put it, and what the lowest of its parts would be. */
const OverrideInForce = z
  .strictObject({
    id: Id,
    level: Level,
    on: Day,
    reason: LocalizedText,
    organization: Id.optional(),
    lowest: AssessedLevel.describe("What the lowest of the parts would be."),
  })
  .meta({ id: "LevelOverrideInForce", description: "Where the issuing body put it, since when and why (R4)." });
type OverrideInForce = z.infer<typeof OverrideInForce>;

export const RecommendationStanding = z
  .strictObject({
    assessed: AssessedLevel.describe(
      "The lowest over parts and owing addressees (R4, R5), or where the issuing body put it.",
    ),
    override: OverrideInForce.optional(),
    /** The lowest: what the addressees say is nobody else's to set. */
    reported: ReportedLevel,
    unreportedParts: z
      .int()
      .describe("The follow-ups without a reported level, among those that owe something: `reported` leaves them out."),
    provisional: z.boolean().describe("Something is not assessed: never counted as implemented."),
    unassessedParts: z
      .int()
      .describe("The follow-ups without an assessment, among those that owe something: never taken as notStarted."),
    /** Absent when nobody owes anything: no addressee, or all for information. */
    lifecycle: Lifecycle.optional(),
    implemented: z.boolean(),
    timeliness: Timeliness.optional(),
    reasons: z
      .array(Reason)
      .readonly()
      .describe("Why it stands at that level; none where one follow-up tells it alone."),
  })
  .meta({ id: "RecommendationStanding", description: "How it stands over its follow-ups and those of its parts." });
export type RecommendationStanding = z.infer<typeof RecommendationStanding>;

/** R4, R5, R38, R39. An override by the issuing body, with its reason, comes before the lowest level. */
export function recommendationStanding(
  leaves: readonly LeafStanding[],
  override?: SetLevel,
  parts: readonly RecommendationStanding[] = [],
): RecommendationStanding {
  const owing = [...leaves.filter(owes).map(standingOfLeaf), ...parts.filter(({ lifecycle }) => lifecycle)];
  const unassessedParts = owing.reduce((sum, each) => sum + each.unassessedParts, 0);
  const unreportedParts = owing.reduce((sum, each) => sum + each.unreportedParts, 0);
  const low = lowest(
    owing.map(({ assessed }) => assessed),
    "notAssessed",
  );
  const assessed = override?.level ?? low;
  const standing = {
    assessed,
    ...(override && { override: inForce(override, low) }),
    reported: lowest(
      owing.map(({ reported }) => reported),
      "notReported",
    ),
    unreportedParts,
    provisional: unassessedParts > 0,
    unassessedParts,
    ...(owing.length > 0 && {
      lifecycle: lifecycleOf(owing),
      timeliness: worst(owing.flatMap((each) => each.timeliness ?? [])),
    }),
    implemented:
      owing.length > 0 &&
      unassessedParts === 0 &&
      owing.every(({ implemented }) => implemented) &&
      (override === undefined || isDone(override.level)),
  };
  return { ...standing, reasons: reasonsOf(standing, owing, parts.length > 0) };
}

/** Those addressed for information, and those for whom the issuing body agrees that they are the wrong body, are left out. */
function owes({ role, standing }: LeafStanding): boolean {
  return role !== "forInformation" && !standing.notCompetentUpheld;
}

function standingOfLeaf({ standing }: LeafStanding): RecommendationStanding {
  const { assessed, reported, lifecycle, closureReason, timeliness } = standing;
  const unassessed = assessed === "notAssessed";
  return {
    ...{ assessed, reported, lifecycle, timeliness, provisional: unassessed, unassessedParts: unassessed ? 1 : 0 },
    unreportedParts: reported === "notReported" ? 1 : 0,
    // A follow-up counts by its closure (R34).
    implemented: closureReason !== undefined && lifecycle === "closed" && isClosedAsDone(closureReason),
    reasons: [],
  };
}

function inForce({ id, level, on, reason, organization }: SetLevel, low: AssessedLevel): OverrideInForce {
  return { id, level, on, reason, ...(organization && { organization }), lowest: low };
}

function lifecycleOf(owing: readonly Pick<RecommendationStanding, "lifecycle">[]): Lifecycle {
  if (owing.every(({ lifecycle }) => lifecycle === "closed")) return "closed";
  return owing.some(({ lifecycle }) => lifecycle === "open") ? "open" : "pendingVerification";
}

/** What is set below that is not counted as implemented, whatever was closed. */
function isDone(level: Level): boolean {
  return level === "fullyImplemented" || level === "alternativeAction";
}

function reasonsOf(
  { assessed, override, unassessedParts, reported, unreportedParts }: Omit<RecommendationStanding, "reasons">,
  owing: readonly RecommendationStanding[],
  hasParts: boolean,
): Reason[] {
  const reasons: Reason[] = [];
  if (override !== undefined) {
    const { id, level, on, reason, lowest } = override;
    reasons.push({
      ...{ rule: "R4", code: "levelSet", entries: [id], dates: { set: on } },
      facts: { lowest, level, reason: textIn(reason) },
    });
  } else if (assessed !== "notAssessed" && hasParts)
    reasons.push({ rule: "R4", code: "lowestOfParts", facts: { level: assessed } });
  else if (assessed !== "notAssessed" && owing.length > 1)
    reasons.push({ rule: "R5", code: "lowestOfAddressees", facts: { level: assessed } });
  if (unassessedParts > 0 && (hasParts || owing.length > 1))
    reasons.push({ rule: "R38", code: "notAllAssessed", facts: { unassessed: unassessedParts } });
  if (unreportedParts > 0 && reported !== "notReported")
    reasons.push({ rule: "R18", code: "notAllReported", facts: { unreported: unreportedParts, level: reported } });
  return reasons;
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
