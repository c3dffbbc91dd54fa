import { z } from "zod";
import { Link } from "../../recommendation/link.ts";
import { Id } from "../../source.ts";
import { Day } from "../../time/day.ts";
import { ShownPrecision } from "../../time/due-date.ts";
import { AssessedLevel, ClosureReason, OverdueKind, Position, ReportedLevel } from "../levels.ts";

/** What can change about a follow-up from one day to the next. */
export const ChangeKind = z
  .enum([
    "published",
    "askedAnew",
    "answered",
    "promised",
    "claimed",
    "found",
    "deadlineMoved",
    "newlyOverdue",
    "closed",
    "reopened",
  ])
  .meta({ id: "ChangeKind", description: "What changed about a follow-up." });
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One thing that changed about a follow-up on a day, by what is known now. */
export const Change = z
  .strictObject({
    day: Day,
    kind: ChangeKind,
    dayPrecision: ShownPrecision,
    atTheLatest: z
      .literal(true)
      .optional()
      .describe("The source does not tell the day: it was given on this one at the latest (D14)."),
    entry: Id.optional().describe("The entry that tells it."),
    link: Link.shape.id.optional().describe("Of a closure: the link to the newer recommendation in its place (R50)."),
    times: z.int().optional().describe("How often it was asked with this time, where it was asked before (R15)."),
    position: Position.optional().describe("What the addressee answered."),
    positionBefore: Position.optional().describe("What it had answered by the day before."),
    reported: ReportedLevel.optional().describe("How far it is, as the addressee claims."),
    assessed: AssessedLevel.optional().describe("What the issuing body found."),
    assessedBefore: AssessedLevel.optional().describe(
      "Where it stood on the day before, as the issuing body had found.",
    ),
    closureReason: ClosureReason.optional(),
    owed: OverdueKind.optional().describe("What became overdue, or whose date was moved."),
    commitment: z
      .strictObject({ id: Id, description: z.string().optional().describe("Absent while it is not public yet (R60).") })
      .optional()
      .describe("The promise that it is about."),
    due: Day.optional().describe("The due date that was promised, set or missed."),
    duePrecision: ShownPrecision,
    dueBefore: Day.optional().describe("The due date that was moved."),
  })
  .meta({ id: "Change", description: "One thing that changed about a follow-up on a day." });
export type Change = z.infer<typeof Change>;
