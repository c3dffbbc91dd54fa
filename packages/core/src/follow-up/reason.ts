import type { RuleNumber } from "../rules/rules.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

/** What a rule found: the complete list, which surfaces explain and translate. */
export const reasonCodes = [
  "position",
  "acceptanceWithdrawn",
  "reported",
  "assessed",
  "findingsConflict",
  "contradicted",
  "withoutTimeline",
  "claimed",
  "claimedOnly",
  "awaitsClosure",
  "closed",
  "publicationDayUnknown",
  "responsePeriod",
  "responsePeriodNotStarted",
  "noResponsePeriod",
  "answerUnknown",
  "noImplementationDeadline",
  "implementationDeadline",
  "noCurrentDeadline",
  "unansweredOwesBoth",
  "contentUnknown",
  "commitmentWithoutDate",
  "commitmentNotKept",
  "updateMissed",
  "updateAsked",
  "verificationInCycle",
  "verificationPeriod",
  "selectedByCycle",
  "replacesPromise",
  "deadlineSet",
  "deadlineMoved",
  "claimFoundWanting",
  "forInformationOwesNothing",
  "clockWithIssuer",
  "closedWithoutDeadline",
  "releasedByClosure",
  "settled",
  "nothingOwed",
  "declinedAndAnswered",
] as const;

/** What a rule found about the overall level of a recommendation. */
export const overallReasonCodes = ["lowestOfParts", "levelSet", "lowestOfAddressees", "notAllAssessed"] as const;

export type ReasonCode = (typeof reasonCodes)[number] | (typeof overallReasonCodes)[number];

/** Why an answer is what it is: the rule (docs/rules.md), and the entries and dates it rests on. */
export type Reason = {
  rule: RuleNumber;
  code: ReasonCode;
  dates?: Record<string, Day>;
  entries?: readonly Id[];
  /** Values that are neither a date nor an entry, such as a period. */
  facts?: Record<string, string | number>;
};

/** The facts of a reason, when it has any. */
export function factsOf(facts: Record<string, string | number>): Pick<Reason, "facts"> {
  return Object.keys(facts).length > 0 ? { facts } : {};
}
