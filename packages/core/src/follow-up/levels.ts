import { z } from "zod";

/** Did the addressee agree? The last two come only from files (R64, R23). */
export const Position = z
  .enum([
    "awaiting",
    "accepted",
    "acceptedInPart",
    "acceptedInPrinciple",
    "noted",
    "rejected",
    "notCompetent",
    "answeredNotStated",
    "undetermined",
  ])
  .meta({ id: "Position", description: "Did the addressee agree?" });
export type Position = z.infer<typeof Position>;

/** What an addressee can answer: only a file can leave a position open or unknown (R64). */
export const GivenPosition = Position.exclude(["awaiting", "answeredNotStated", "undetermined"]);

export function isPositionToGive(position: Position): boolean {
  return GivenPosition.safeParse(position).success;
}

/** Positions without a duty to implement (D12). */
export const decliningPositions: readonly Position[] = ["noted", "rejected", "notCompetent"];

/** Whether the addressee owes no implementation: it noted, rejected or is not competent (D12). */
export function declines(position: Position): boolean {
  return decliningPositions.includes(position);
}

/** From low to high; alternativeAction and fullyImplemented are equal, noLongerApplicable is outside the order. */
export const Level = z
  .enum([
    "contraryAction",
    "noEvidence",
    "notStarted",
    "announced",
    "underWay",
    "partiallyImplemented",
    "substantiallyImplemented",
    "alternativeAction",
    "fullyImplemented",
    "noLongerApplicable",
  ])
  .meta({ id: "Level", description: "How far is it?" });
export type Level = z.infer<typeof Level>;

export const levelRank: Readonly<Record<Exclude<Level, "noLongerApplicable">, number>> = {
  contraryAction: 0,
  noEvidence: 1,
  notStarted: 2,
  announced: 3,
  underWay: 4,
  partiallyImplemented: 5,
  substantiallyImplemented: 6,
  alternativeAction: 7,
  fullyImplemented: 7,
};

/**
 * Levels that say that everything is done: a claim when the addressee reports one, a complete finding when the issuing
 * body does.
 */
export const completeLevels: readonly Level[] = ["fullyImplemented", "alternativeAction", "noLongerApplicable"];

/** Whether the level says that everything is done. */
export function isComplete(level: Level): boolean {
  return completeLevels.includes(level);
}

export const ReportedLevel = z.enum([...Level.options, "notReported"]).meta({ id: "ReportedLevel" });
export type ReportedLevel = z.infer<typeof ReportedLevel>;

export const AssessedLevel = z.enum([...Level.options, "notAssessed"]).meta({ id: "AssessedLevel" });
export type AssessedLevel = z.infer<typeof AssessedLevel>;

/** Is it still followed? Before that, a recommendation is a draft. */
export const Lifecycle = z.enum(["open", "pendingVerification", "closed"]).meta({ id: "Lifecycle" });
export type Lifecycle = z.infer<typeof Lifecycle>;

export const ClosureReason = z
  .enum([
    "implemented",
    "alternativeAccepted",
    "notImplemented",
    "overtakenByEvents",
    "superseded",
    "withdrawn",
    "endOfFollowUp",
  ])
  .meta({ id: "ClosureReason" });
export type ClosureReason = z.infer<typeof ClosureReason>;

/** Whether what was asked is done, or done in another way that was accepted (D20). */
export function isClosedAsDone(closureReason: ClosureReason): boolean {
  return closureReason === "implemented" || closureReason === "alternativeAccepted";
}

/** Is it overdue? Never stored as a status, always derived for a date (D3, D4a, D20). */
export const Timeliness = z
  .enum([
    "longOverdue",
    "overdue",
    "undetermined",
    "dueSoon",
    "notDue",
    "noDeadline",
    "metLate",
    "metOnTime",
    "notMet",
    "released",
  ])
  .meta({ id: "Timeliness", description: "Is it overdue?" });
export type Timeliness = z.infer<typeof Timeliness>;

/** Kinds of overdue, never mixed (D4). */
export const OverdueKind = z
  .enum(["response", "commitment", "implementation", "update", "verification"])
  .meta({ id: "OverdueKind", description: "What is owed." });
export type OverdueKind = z.infer<typeof OverdueKind>;

/** What an addressee owes: a verification is the issuing body's (D19). */
export const addresseeKinds = OverdueKind.options.filter((kind) => kind !== "verification");
