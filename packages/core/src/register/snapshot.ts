import { z } from "zod";
import type { ReportingCycle } from "../cycle/reporting-cycle.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import { withoutConfidential } from "../follow-up/entries/without-confidential.ts";
import { Role } from "../follow-up/follow-up.ts";
import {
  AssessedLevel,
  ClosureReason,
  Lifecycle,
  OverdueKind,
  Position,
  ReportedLevel,
  Timeliness,
} from "../follow-up/levels.ts";
import { inTime } from "../follow-up/replay/final-timeliness.ts";
import { obligationsOn, wasUpdateOwed } from "../follow-up/replay/obligations.ts";
import { type PreparedCase, prepareCase } from "../follow-up/replay/prepared-case.ts";
import { stateOn } from "../follow-up/replay/states-in-order.ts";
import { standingOf } from "../follow-up/standing/standing.ts";
import type { Settings } from "../settings/settings.ts";
import { Id } from "../source.ts";
import { addDays, Day } from "../time/day.ts";

export const CycleUpdate = z.enum(["onTime", "late", "missing", "undetermined", "notOwed"]).meta({
  id: "CycleUpdate",
  description:
    "What became of the update that the cycle asked for, by the day on which the cycle was closed: /refData/cycleUpdate tells what each code means.",
});
export type CycleUpdate = z.infer<typeof CycleUpdate>;

/** How one follow-up stood on the day its cycle was closed. It is frozen, whatever is recorded later (D30). */
export const SnapshotRow = z
  .strictObject({
    followUp: Id,
    recommendation: Id,
    reference: z
      .string()
      .optional()
      .describe(
        "Of the recommendation on that day, whatever it was corrected to later; absent where the snapshot was closed before it kept them.",
      ),
    report: Id,
    addressee: Id.describe("As printed."),
    responsible: Id.describe("The organization responsible on that day (R14)."),
    role: Role,
    position: Position,
    reported: ReportedLevel,
    assessed: AssessedLevel,
    lifecycle: Lifecycle,
    closureReason: ClosureReason.optional(),
    timeliness: Timeliness,
    verificationTimeliness: Timeliness.optional(),
    divergent: z.boolean(),
    unverified: z.boolean(),
    update: CycleUpdate,
    owed: z.array(
      z.strictObject({
        kind: OverdueKind,
        commitment: Id.optional(),
        due: Day.optional(),
        originalDue: Day.optional(),
        timeliness: Timeliness,
        daysOverdue: z.int(),
      }),
    ),
    entries: z.int().describe("The number of its public entries; less where one was made confidential since."),
  })
  .meta({ id: "SnapshotRow", description: "How a follow-up stood on the day the cycle was closed." });
export type SnapshotRow = z.infer<typeof SnapshotRow>;

/**
 * The snapshot row of a follow-up; undefined when the cycle does not ask about it, or its report was not yet published.
 */
export function snapshotRow(
  followUpCase: FollowUpCase,
  reference: string | undefined,
  cycle: ReportingCycle & { closedOn: Day },
  settings: Settings,
): SnapshotRow | undefined {
  const { followUp, recommendation, report, entries } = followUpCase;
  const prepared = prepareCase(followUpCase, settings);
  if (!prepared?.cycles.some(({ id }) => id === cycle.id)) return undefined;
  const stood = standingOf(prepared, cycle.closedOn);
  if (stood === undefined) return undefined;
  return {
    followUp: followUp.id,
    recommendation: recommendation.id,
    ...(reference !== undefined && { reference }),
    report: report.id,
    addressee: followUp.addressee,
    responsible: stood.responsible.organization,
    role: stood.role,
    position: stood.position,
    reported: stood.reported,
    assessed: stood.assessed,
    lifecycle: stood.lifecycle,
    ...(stood.closureReason && { closureReason: stood.closureReason }),
    timeliness: stood.timeliness,
    ...(stood.verificationTimeliness && { verificationTimeliness: stood.verificationTimeliness }),
    divergent: stood.divergent,
    unverified: stood.unverified,
    update: updateFor(prepared, cycle),
    owed: stood.owed.map(({ kind, commitment, due, originalDue, timeliness, daysOverdue }) => ({
      kind,
      ...(commitment && { commitment }),
      ...(due && { due }),
      ...(originalDue && { originalDue }),
      timeliness,
      daysOverdue,
    })),
    entries: withoutConfidential(entries).visible.length,
  };
}

/** What became of the update that a cycle asks for: one for a later year settles it too (D29). */
function updateFor(prepared: PreparedCase, cycle: ReportingCycle & { closedOn: Day }): CycleUpdate {
  const { year, updatesDueOn, closedOn } = cycle;
  const given = stateOn(prepared, closedOn).updatesGiven.find((each) => each.year >= year)?.given;
  const came = given && inTime(updatesDueOn, given);
  if (came === "metOnTime") return "onTime";
  if (!wasUpdateOwed(prepared, cycle)) return "notOwed";
  if (came !== undefined) return came === "undetermined" ? "undetermined" : "late";
  const owed = obligationsOn(prepared, stateOn(prepared, addDays(updatesDueOn, 1)));
  const missed = owed.find(({ kind, missedYears }) => kind === "update" && missedYears.includes(year));
  return missed?.undetermined === true ? "undetermined" : "missing";
}
