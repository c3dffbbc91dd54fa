import { z } from "zod";
import { AssessedLevel } from "../follow-up/levels.ts";
import type { StandingRow } from "../follow-up/standing/projection.ts";
import { Id } from "../source.ts";
import { type Day, endOfTime } from "../time/day.ts";

const AssessedCounts = z
  .partialRecord(AssessedLevel, z.int())
  .readonly()
  .describe("The number of follow-ups at each assessed level; levels without any are absent.");
export type AssessedCounts = z.infer<typeof AssessedCounts>;

/** The follow-ups of one printed addressee and one reporting year, on a day. */
export type MatrixCell = { addressee: Id; reportingYear: number; byAssessed: AssessedCounts };

const YearProgress = z
  .strictObject({ reportingYear: z.int(), followUps: z.int(), byAssessed: AssessedCounts })
  .meta({ id: "YearProgress", description: "The levels of the follow-ups of one reporting year." });
type YearProgress = z.infer<typeof YearProgress>;

export const AddresseeProgress = z
  .strictObject({
    addressee: Id,
    followUps: z.int(),
    byAssessed: AssessedCounts,
    reportingYears: z
      .array(YearProgress)
      .readonly()
      .describe("The oldest first; a year without a follow-up is absent."),
  })
  .meta({ description: "The levels of the follow-ups of one printed addressee." });
export type AddresseeProgress = z.infer<typeof AddresseeProgress>;

/** The cells of a progress matrix by addressee, with a sum for each; cells without follow-ups are left out. */
export function progressMatrixOf(cells: readonly MatrixCell[]): AddresseeProgress[] {
  const byAddressee = new Map<Id, YearProgress[]>();
  for (const { addressee, reportingYear, byAssessed } of cells) {
    const followUps = countOf(byAssessed);
    if (followUps === 0) continue;
    const known = byAddressee.get(addressee);
    const year = { reportingYear, followUps, byAssessed };
    if (known) known.push(year);
    else byAddressee.set(addressee, [year]);
  }
  return [...byAddressee].map(([addressee, years]) => {
    const byAssessed = sumOf(years);
    return {
      addressee,
      followUps: countOf(byAssessed),
      byAssessed,
      reportingYears: years.sort((a, b) => a.reportingYear - b.reportingYear),
    };
  });
}

function countOf(counts: AssessedCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function sumOf(years: readonly YearProgress[]): AssessedCounts {
  const sums: Partial<Record<AssessedLevel, number>> = {};
  for (const level of AssessedLevel.options) {
    const count = years.reduce((sum, { byAssessed }) => sum + (byAssessed[level] ?? 0), 0);
    if (count > 0) sums[level] = count;
  }
  return sums;
}

/** A day on which a follow-up reaches an assessed level (+1) or leaves it (-1). */
export type AssessedChange = { day: Day; assessed: AssessedLevel; by: 1 | -1 };

/**
 * The days on which a period of a follow-up's standing adds to a count by assessed level and subtracts from it, so that
 * the sum up to a day is the number at that level. Follow-ups for information owe nothing and are not counted (R5).
 */
export function assessedChanges({
  role,
  assessed,
  from,
  until,
}: Pick<StandingRow, "role" | "assessed" | "from" | "until">): AssessedChange[] {
  if (role === "forInformation") return [];
  const enters: AssessedChange = { day: from, assessed, by: 1 };
  return until === endOfTime ? [enters] : [enters, { day: until, assessed, by: -1 }];
}
