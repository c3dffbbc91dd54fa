import { z } from "zod";
import { Day } from "../../time/day.ts";
import { AskingHistory } from "../case/case.ts";
import { Role } from "../follow-up.ts";
import { AssessedLevel, ClosureReason, Lifecycle, Position, ReportedLevel, Timeliness } from "../levels.ts";
import { Reason } from "../reason.ts";
import { ObligationOnDay } from "./obligation-on-day.ts";
import { Responsible } from "./responsible.ts";

/** Since when a follow-up is asked, and how often, on a day. */
const AskedOnDay = z
  .strictObject({ ...AskingHistory.shape, longOutstanding: z.boolean() })
  .meta({ id: "AskedOnDay", description: "Since when it is asked, and how often (R15)." });

/** The four answers for one day (R16). */
export const Standing = z
  .strictObject({
    asOf: Day,
    position: Position,
    reported: ReportedLevel,
    assessed: AssessedLevel,
    lifecycle: Lifecycle,
    closureReason: ClosureReason.optional(),
    timeliness: Timeliness,
    /** The timeliness of the issuing body itself, while it owes a verification. */
    verificationTimeliness: Timeliness.optional(),
    responseDue: Day.optional().describe("By when the response is due, given or not."),
    divergent: z.boolean().describe("The addressee says that all is done, and a later finding is below that."),
    unverified: z.boolean().describe("A claim without a finding."),
    stalled: z.boolean(),
    regressed: z.boolean(),
    conflicting: z.boolean().describe("The newest findings, of one day about one situation, contradict each other."),
    contradicted: z.boolean().describe("It was closed as done, and a later finding is below that."),
    singleReader: z.boolean().describe("It is closed, and nobody but the assessor read it (R35)."),
    reopenedCount: z.int(),
    /** The role of the addressee on the day. */
    role: Role,
    notCompetentUpheld: z.boolean(),
    acceptanceWithdrawnOn: Day.optional().describe(
      "From this day on it declined what it had accepted; told until it accepts again, and then until a date that it had missed has another in its place (D25, D26).",
    ),
    daysOverdueWhenWithdrawn: z
      .int()
      .optional()
      .describe("By how many days what ended by that was overdue; absent where it cannot be told."),
    stale: z.boolean(),
    staleFrom: Day.optional().describe("Since when, while it is stale (D7)."),
    owed: z.array(ObligationOnDay).readonly(),
    responsible: Responsible,
    /** Who verifies it. */
    issuingBody: Responsible,
    asked: AskedOnDay,
    reasons: z.array(Reason).readonly(),
  })
  .meta({ id: "Standing", description: "The four answers for one day, with the reasons." });
export type Standing = z.infer<typeof Standing>;
