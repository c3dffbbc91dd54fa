import { z } from "zod";
import { AssessedLevel, Lifecycle, Position, ReportedLevel } from "../follow-up/levels.ts";
import { type ComparedAnswers, Movement, movementOf } from "./movement.ts";

const counts = <Codes extends z.ZodEnum>(codes: Codes) => z.record(codes, z.int()).readonly();

/** How many follow-ups have each answer on a day. */
export const AnswerCounts = z
  .strictObject({
    followUps: z.int().describe("Published by that day; those for information are not counted (R5)."),
    byPosition: counts(Position),
    byReported: counts(ReportedLevel),
    byAssessed: counts(AssessedLevel),
    byLifecycle: counts(Lifecycle),
  })
  .meta({ id: "AnswerCounts", description: "How many follow-ups have each answer on a day." });
export type AnswerCounts = z.infer<typeof AnswerCounts>;

/** The answers on both days, and how many follow-ups moved in each way: these add up to those of the last day. */
export const Comparison = z
  .strictObject({
    before: AnswerCounts.describe("On the first day."),
    after: AnswerCounts.describe("On the last day."),
    totalsByMovement: counts(Movement),
  })
  .meta({ description: "The answers on two days, side by side." });
export type Comparison = z.infer<typeof Comparison>;

/** The number of follow-ups with the same answers on both days. */
export type ComparedCell = { before: ComparedAnswers | undefined; after: ComparedAnswers; count: number };

export function comparisonOf(cells: readonly ComparedCell[]): Comparison {
  return {
    before: answerCounts(
      cells.flatMap(({ before, count }) => (before === undefined ? [] : [{ answers: before, count }])),
    ),
    after: answerCounts(cells.map(({ after, count }) => ({ answers: after, count }))),
    totalsByMovement: counted(Movement, cells, ({ before, after }) => movementOf(before, after)),
  };
}

type Counted = { answers: ComparedAnswers; count: number };

function answerCounts(all: readonly Counted[]): AnswerCounts {
  return {
    followUps: all.reduce((sum, { count }) => sum + count, 0),
    byPosition: counted(Position, all, ({ answers }) => answers.position),
    byReported: counted(ReportedLevel, all, ({ answers }) => answers.reported),
    byAssessed: counted(AssessedLevel, all, ({ answers }) => answers.assessed),
    byLifecycle: counted(Lifecycle, all, ({ answers }) => answers.lifecycle),
  };
}

/** Every code has its count, none included. */
function counted<Code extends string, Each extends { count: number }>(
  codes: { options: readonly Code[] },
  all: readonly Each[],
  codeOf: (each: Each) => Code,
): Record<Code, number> {
  const counts = Object.fromEntries(codes.options.map((code) => [code, 0])) as Record<Code, number>;
  for (const each of all) counts[codeOf(each)] += each.count;
  return counts;
}
