import { z } from "zod";
import type { RuleNumber } from "../rules/rules.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";

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
  "claimedForInformation",
  "awaitsClosure",
  "closed",
  "replaced",
  "publicationDayUnknown",
  "responsePeriod",
  "responsePeriodNotStarted",
  "noResponsePeriod",
  "answerUnknown",
  "noImplementationDeadline",
  "implementationDeadline",
  "noCurrentDeadline",
  "deadlineBeforeAsked",
  "overdueBeforeAccepting",
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
  "claimConfirmedBefore",
  "forInformationOwesNothing",
  "clockWithIssuer",
  "closedWithoutDeadline",
  "releasedByClosure",
  "settled",
  "nothingOwed",
  "declinedAndAnswered",
] as const;

/** What a rule found about the overall level of a recommendation. */
export const overallReasonCodes = [
  "lowestOfParts",
  "levelSet",
  "lowestOfAddressees",
  "notAllAssessed",
  "notAllReported",
] as const;

export type ReasonCode = (typeof reasonCodes)[number] | (typeof overallReasonCodes)[number];

/** Why an answer is what it is: the rule (docs/rules.md), and the entries and dates it rests on. */
export const Reason = z
  .strictObject({
    rule: z.string().describe("The number of the rule, such as D1 or R25.") as z.ZodType<RuleNumber, RuleNumber>,
    code: z.string().describe("What the rule found.") as z.ZodType<ReasonCode, ReasonCode>,
    dates: z.record(z.string(), Day).optional(),
    entries: z.array(Id).readonly().optional().describe("The entries that it is based on."),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe("Values that are neither a date nor an entry, such as a period."),
  })
  .meta({ id: "Reason", description: "Why an answer is what it is." });
export type Reason = z.infer<typeof Reason>;

/** The facts of a reason, when it has any. */
export function factsOf(facts: Record<string, string | number>): Pick<Reason, "facts"> {
  return Object.keys(facts).length > 0 ? { facts } : {};
}
