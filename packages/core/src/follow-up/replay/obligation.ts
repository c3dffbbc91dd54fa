import { z } from "zod";
import { Id } from "../../source.ts";
import { Day } from "../../time/day.ts";
import { ShownPrecision } from "../../time/due-date.ts";
import { OverdueKind } from "../levels.ts";
import { Reason } from "../reason.ts";

/** One thing owed on a day; nothing in it depends on how far that day is from the due date. */
export const Obligation = z
  .strictObject({
    kind: OverdueKind,
    /** Absent when it is owed without a date. */
    due: Day.optional(),
    originalDue: Day.optional().describe("Before any move (D5)."),
    duePrecision: ShownPrecision,
    originalDuePrecision: ShownPrecision,
    moves: z.int().describe("How often the deadline was moved (D6)."),
    missedYears: z
      .array(z.int())
      .readonly()
      .describe("Of an update: the years without one. Of a verification: of the cycles that selected it."),
    daysWithIssuer: z.int().describe("Days that a claim lay with the issuing body."),
    /** Absent for the other kinds. */
    commitment: Id.optional(),
    owedBy: z.enum(["addressee", "issuingBody"]),
    undetermined: z.boolean().describe("Nobody can tell whether it is still owed: it never counts as overdue (D14)."),
    reasons: z.array(Reason).readonly(),
  })
  .meta({ description: "One thing owed on a day." });
export type Obligation = z.infer<typeof Obligation>;
