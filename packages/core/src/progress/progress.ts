import { z } from "zod";
import type { AssessedLevel, ClosureReason, Lifecycle, Position, ReportedLevel } from "../follow-up/levels.ts";
import { type Settings, settingsOn } from "../settings/settings.ts";
import { Day } from "../time/day.ts";
import { cohorts } from "../wording/cohorts.ts";
import { readerLanguage } from "../wording/reader-language.ts";

/** A share, always with the numbers behind it (R13). */
export const Rate = z
  .strictObject({
    name: z.enum(["responded", "accepted", "implemented"]),
    numerator: z.int(),
    denominator: z.int(),
    cohort: z.string().describe("What the denominator counts."),
    asOf: Day,
    tooYoung: z.int().describe("Too young to judge: in neither number."),
    // Silence is not a finding (R11), so they count neither as done nor as not done.
    notAssessed: z
      .int()
      .optional()
      .describe(
        "Only for the rate of implemented ones: those that the issuing body has not assessed, in neither number: silence is not a finding.",
      ),
    undetermined: z.int().describe("Undetermined: in neither number."),
  })
  .meta({ id: "Rate", description: "A share, always with the numbers behind it (R13)." });
export type Rate = z.infer<typeof Rate>;

const counts = z.record(z.string(), z.int());

/** The counts and rates of one group of follow-ups on a day. */
export const GroupProgress = z
  .strictObject({
    group: z
      .string()
      .describe("The id of an organization or report, a year, or a theme; empty for follow-ups without a theme."),
    label: z.string().describe("The name of the group for a reader."),
    followUps: z.int(),
    byPosition: counts,
    byReported: counts,
    byAssessed: counts,
    byLifecycle: counts,
    closedBySingleReader: z.int().describe("Of the closed ones, those that nobody but the assessor read (R35)."),
    rates: z.array(Rate).readonly(),
  })
  .meta({ id: "GroupProgress", description: "The counts and rates of one group of follow-ups." });
export type GroupProgress = z.infer<typeof GroupProgress>;

/**
 * The number of follow-ups in a group that are the same in everything the rates use. Follow-ups for information owe
 * nothing (R5).
 */
export type ProgressCell = {
  position: Position;
  reported: ReportedLevel;
  assessed: AssessedLevel;
  lifecycle: Lifecycle;
  closureReason: ClosureReason | null;
  /** Another body was found to be the right one: not counted in rates (R39). */
  upheld: boolean;
  /** Closed, and read by nobody but the assessor. */
  singleReader: boolean;
  /** `old`: its report was published at least the look-back period ago, by the settings. */
  age: "old" | "young" | "unknown";
  /** Whether the response was due before the day, given or not. */
  responseTime: "running" | "passed" | "noDeadline";
  count: number;
};

const stated: readonly Position[] = [
  "accepted",
  "acceptedInPart",
  "acceptedInPrinciple",
  "noted",
  "rejected",
  "notCompetent",
];

/** Whether the issuing body has found how far it is, by an assessment or by closing it. */
function isJudged({ assessed, closureReason }: ProgressCell): boolean {
  return assessed !== "notAssessed" || (closureReason !== null && verdicts.includes(closureReason));
}

const verdicts: readonly ClosureReason[] = ["implemented", "alternativeAccepted", "notImplemented"];

/**
 * The counts and rates of a group, each with numerator, denominator, cohort, day and the number that is too young
 * (R13). The cohort is told in the language that is asked for, else in English.
 */
export function progressOf(
  { group, label }: Pick<GroupProgress, "group" | "label">,
  cells: readonly ProgressCell[],
  asOf: Day,
  settings: Settings,
  language?: string,
): GroupProgress {
  const { lookBackYears } = settingsOn(settings, asOf);
  const cohortOf = cohorts[readerLanguage(language)];
  const judged = cells.filter(({ upheld }) => !upheld);
  const count = (of: (cell: ProgressCell) => boolean) =>
    judged.reduce((sum, cell) => (of(cell) ? sum + cell.count : sum), 0);
  const isDone = ({ closureReason }: ProgressCell) =>
    closureReason === "implemented" || closureReason === "alternativeAccepted";
  const hasAnswered = ({ position }: ProgressCell) => position !== "awaiting" && position !== "undetermined";
  // The cohort goes by the due date, whatever happened since: closed or claimed without an answer is not answered.
  const isUnanswered = (cell: ProgressCell, time: ProgressCell["responseTime"], age = cell.age) =>
    cell.position === "awaiting" && cell.responseTime === time && cell.age === age;
  const answered = count(hasAnswered);
  const isOld = ({ age }: ProgressCell) => age === "old";
  return {
    group,
    label,
    followUps: cells.reduce((sum, cell) => sum + cell.count, 0),
    byPosition: counted(cells, "position"),
    byReported: counted(cells, "reported"),
    byAssessed: counted(cells, "assessed"),
    byLifecycle: counted(cells, "lifecycle"),
    closedBySingleReader: cells.reduce((sum, { singleReader, count: of }) => (singleReader ? sum + of : sum), 0),
    rates: [
      {
        name: "responded",
        numerator: answered,
        denominator:
          answered + count((cell) => isUnanswered(cell, "passed") || isUnanswered(cell, "noDeadline", "old")),
        cohort: cohortOf.responded(lookBackYears),
        asOf,
        tooYoung: count((cell) => isUnanswered(cell, "running") || isUnanswered(cell, "noDeadline", "young")),
        undetermined: count((cell) => cell.position === "undetermined" || isUnanswered(cell, "noDeadline", "unknown")),
      },
      {
        name: "accepted",
        numerator: count(({ position }) => position.startsWith("accepted")),
        denominator: count(({ position }) => stated.includes(position)),
        cohort: cohortOf.accepted(lookBackYears),
        asOf,
        tooYoung: 0,
        undetermined: count(({ position }) => !stated.includes(position) && position !== "awaiting"),
      },
      {
        name: "implemented",
        numerator: count((cell) => isOld(cell) && isDone(cell)),
        denominator: count((cell) => isOld(cell) && isJudged(cell)),
        cohort: cohortOf.implemented(lookBackYears),
        asOf,
        tooYoung: count(({ age }) => age === "young"),
        notAssessed: count((cell) => isOld(cell) && !isJudged(cell)),
        undetermined: count(({ age }) => age === "unknown"),
      },
    ],
  };
}

function counted(cells: readonly ProgressCell[], by: "position" | "reported" | "assessed" | "lifecycle") {
  const counts: Record<string, number> = {};
  for (const cell of cells) counts[cell[by]] = (counts[cell[by]] ?? 0) + cell.count;
  return counts;
}
