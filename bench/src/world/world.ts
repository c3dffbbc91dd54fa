import { addDays, type Entry, type FollowUp, type FollowUpCase, type Recommendation, type Report } from "@heed/core";
import { chance } from "./chance.ts";
import { entriesOf } from "./entries.ts";
import { type Register, registerOf, themes } from "./organizations.ts";
import { reportsOf } from "./reports.ts";
import { recommendationText, titleText } from "./words.ts";

/** One recommendation with everything that belongs to it, and its place in its report. */
export type Asked = {
  recommendation: Recommendation;
  report: Report;
  position: number;
  cases: readonly FollowUpCase[];
};

export type World = {
  register: Register;
  reports: readonly Report[];
  recommendations: number;
  /** Each recommendation has its own random stream, so that any part of the world can be made alone. */
  asked(index: number): Asked;
};

/** A record of a number of recommendations over 31 years: the same for the same seed and size. */
export function worldOf(recommendations: number, seed = 42): World {
  const register = registerOf(seed);
  const reports = reportsOf(seed, recommendations, register);
  const perReport = recommendations / reports.length;
  return {
    register,
    reports,
    recommendations,
    asked: (index) => {
      const place = Math.min(reports.length - 1, Math.floor(index / perReport));
      const first = Math.ceil(place * perReport);
      return askedOf(seed, index, reports[place] as Report, index - first + 1, register);
    },
  };
}

function askedOf(seed: number, index: number, report: Report, position: number, register: Register): Asked {
  const dice = chance(seed, index);
  const publishedOn = report.publishedOn as string;
  const addressees = pickAddressees(dice, register);
  const due = dice.is(0.6) ? addDays(publishedOn, dice.int(200, 1500)) : undefined;
  const recommendation: Recommendation = {
    id: dice.id(),
    report: report.id,
    reference: `${report.reference}-${position}`,
    title: titleText(dice),
    text: recommendationText(dice, addressees[0]?.name ?? {}),
    themes: dice.is(0.25) ? [dice.pick(themes.slice(0, 6)), dice.pick(themes.slice(6))] : [dice.pick(themes)],
    ...(due !== undefined && { implementationDue: { on: due, precision: "day" } }),
    version: 1,
  };
  const cases = addressees.map((addressee, place): FollowUpCase => {
    const followUp: FollowUp = {
      id: dice.id(),
      recommendation: recommendation.id,
      addressee: addressee.id,
      role:
        place === 0
          ? "lead"
          : dice.weighted([
              ["joint", 8],
              ["forInformation", 2],
            ] as const),
    };
    const entries: Entry[] =
      followUp.role === "forInformation"
        ? []
        : entriesOf(dice, {
            publishedOn,
            reportingYear: report.reportingYear,
            ...(due !== undefined && { due }),
          });
    return {
      followUp,
      recommendation,
      report,
      entries,
      replacedBy: [],
      asked: { first: publishedOn, times: 1 },
      cycles: register.cyclesOf.get(report.issuingBody) ?? [],
      changes: [...(register.changesOf.get(addressee.id) ?? []), ...(register.changesOf.get(report.issuingBody) ?? [])],
    };
  });
  return { recommendation, report, position, cases };
}

/** Mostly one, and often the same few of the sixty. */
function pickAddressees(dice: ReturnType<typeof chance>, { addressees }: Register) {
  const count = dice.weighted([
    [1, 90],
    [2, 9],
    [3, 1],
  ] as const);
  const picked = new Set<number>();
  while (picked.size < count) picked.add(Math.floor(dice.next() ** 1.6 * addressees.length));
  return [...picked].map((index) => addressees[index] as (typeof addressees)[number]);
}
