import type { Report } from "@heed/core";
import { chance } from "./chance.ts";
import { firstYear, lastYear, type Register } from "./organizations.ts";

const years = lastYear - firstYear + 1;

/** In how many reports a number of recommendations come. */
export function reportCount(recommendations: number): number {
  return Math.min(2000, Math.max(years, Math.ceil(recommendations / 50)));
}

/**
 * The reports of 31 years, the same number for each year, each published in the year after the one that it is about.
 */
export function reportsOf(seed: number, recommendations: number, { issuingBodies }: Register): Report[] {
  const dice = chance(seed, 1_000_002);
  return Array.from({ length: reportCount(recommendations) }, (_, index) => {
    const year = firstYear + (index % years);
    const month = year === lastYear ? dice.int(1, 4) : dice.int(1, 12);
    const publishedOn = day(year + 1, month, dice.int(1, 28));
    const number = Math.floor(index / years) + 1;
    return {
      id: dice.id(),
      reference: `${year}/${number}`,
      issuingBody: dice.pick(issuingBodies).id,
      reportingYear: year,
      title: {
        fr: `Rapport annuel ${year}, n° ${number}`,
        nl: `Jaarverslag ${year}, nr. ${number}`,
        en: `Annual report ${year}, no. ${number}`,
      },
      status: "published",
      publishedOn,
      publishedOnPrecision: "day",
      ...(dice.is(0.2) && { responsePeriod: { amount: 6, unit: "months", from: "publication" } as const }),
      authenticLanguages: ["fr", "nl"],
      documents: [],
    };
  });
}

export function day(year: number, month: number, dayOfMonth: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
