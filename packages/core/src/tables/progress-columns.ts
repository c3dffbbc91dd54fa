import { AssessedLevel } from "../follow-up/levels.ts";
import { textIn } from "../localized-text.ts";
import type { GroupProgress, Rate } from "../progress/progress.ts";
import type { ProgressMatrixLine } from "../read-models/progress-matrix-line.ts";
import { refData } from "../ref-data/labels.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

/** A rate of a group, with all the numbers behind it (R13). */
type RateRow = { group: GroupProgress; rate: Rate };

export function rateRows(groups: readonly GroupProgress[]): RateRow[] {
  return groups.flatMap((group) => group.rates.map((rate) => ({ group, rate })));
}

export const rateColumns: Columns<RateRow> = {
  group: { title: titles.id, of: ({ group }) => group.group },
  label: { title: titles.group, of: ({ group }) => group.label },
  followUps: { title: titles.followUps, type: "integer", of: ({ group }) => group.followUps },
  asOf: { title: titles.asOf, of: ({ rate }) => rate.asOf },
  rate: { title: titles.rate, codes: "rate", of: ({ rate }) => rate.name },
  numerator: { title: titles.numerator, type: "integer", of: ({ rate }) => rate.numerator },
  denominator: { title: titles.denominator, type: "integer", of: ({ rate }) => rate.denominator },
  notAssessed: { title: titles.notAssessed, type: "integer", of: ({ rate }) => rate.notAssessed ?? "" },
  tooYoung: { title: titles.tooYoung, type: "integer", of: ({ rate }) => rate.tooYoung },
  undetermined: { title: titles.undetermined, type: "integer", of: ({ rate }) => rate.undetermined },
  cohort: { title: titles.cohort, of: ({ rate }) => rate.cohort },
  closedBySingleReader: {
    title: titles.closedBySingleReader,
    type: "integer",
    of: ({ group }) => group.closedBySingleReader,
  },
};

/** A reporting year of an addressee. */
type YearRow = { addressee: ProgressMatrixLine["addressee"]; year: ProgressMatrixLine["reportingYears"][number] };

export function matrixRows(lines: readonly ProgressMatrixLine[]): YearRow[] {
  return lines.flatMap(({ addressee, reportingYears }) => reportingYears.map((year) => ({ addressee, year })));
}

/** The number of follow-ups at each assessed level, a column for each. */
export const matrixColumns: Columns<YearRow> = {
  addressee: { title: titles.addressee, of: ({ addressee }, language) => textIn(addressee.name, language) },
  reportingYear: { title: titles.reportingYear, type: "integer", of: ({ year }) => year.reportingYear },
  followUps: { title: titles.followUps, type: "integer", of: ({ year }) => year.followUps },
  ...Object.fromEntries(
    AssessedLevel.options.map((level) => [
      level,
      {
        title: refData.assessedLevel[level],
        type: "integer" as const,
        of: ({ year }: YearRow) => year.byAssessed[level] ?? 0,
      },
    ]),
  ),
};
