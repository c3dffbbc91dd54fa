import type { Report } from "../report/report.ts";
import { addDays, type Day, daysBetween } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import { differences, differencesOfTold } from "./differences.ts";

/** What a file, or the record, tells of a report. `until`: the last day for an answer, whose publication is not known yet. */
export type ReportFacts = Partial<Omit<Report, "id" | "issuingBody" | "status" | "source" | "responsePeriod">> & {
  responsePeriod?: Report["responsePeriod"] | { until: Day };
};

/** What both tell: of what both tell, the first one holds; what it leaves blank says nothing (R11). */
export function factsOfBoth(one: ReportFacts, other: ReportFacts): ReportFacts {
  const { publishedOn, publishedOnPrecision, publishedOnAbsent, title, documents = [], ...rest } = told(one);
  const { title: otherTitle, documents: otherDocuments = [], ...others } = told(other);
  const { publishedOn: _, publishedOnPrecision: __, publishedOnAbsent: ___, ...otherRest } = others;
  const isTold = (language: string) => documents.some((each) => each.language === language);
  const published =
    publishedOn === undefined && others.publishedOn !== undefined
      ? { publishedOn: others.publishedOn, publishedOnPrecision: others.publishedOnPrecision }
      : { publishedOn, publishedOnPrecision, publishedOnAbsent };
  const both = {
    ...otherRest,
    ...rest,
    ...published,
    ...((title ?? otherTitle) && { title: { ...otherTitle, ...title } }),
  };
  const all = [...documents, ...otherDocuments.filter(({ language }) => !isTold(language))];
  return resolved(withoutAbsent({ ...both, ...(all.length > 0 && { documents: all }) }) as ReportFacts);
}

/** What the second one tells otherwise than the first, which may not tell it; what it leaves blank says nothing. */
export function toldOtherwise(known: ReportFacts, given: ReportFacts): string[] {
  const { publishedOn } = { ...known, ...told(given) };
  return differencesOfTold(byLanguage(resolved(known, publishedOn)), byLanguage(resolved(given, publishedOn)));
}

/** What both tell, and tell otherwise. */
export function contradictions(one: ReportFacts, other: ReportFacts): string[] {
  const known = byLanguage(resolved(one, other.publishedOn));
  const given = Object.entries(byLanguage(resolved(other, one.publishedOn)));
  return differencesOfTold(known, Object.fromEntries(given.filter(([name]) => isSaid(known[name]))));
}

/** The facts with a response period in place of its last day, where the publication is known and comes before it. */
export function resolved(facts: ReportFacts, publication?: Day): ReportFacts {
  const { responsePeriod: period, publishedOn = publication } = facts;
  if (typeof period !== "object" || !("until" in period) || publishedOn === undefined || period.until <= publishedOn)
    return facts;
  const amount = daysBetween(publishedOn, period.until);
  return { ...facts, responsePeriod: { amount, unit: "days", rules: "calendar", from: "publication" } };
}

/** As a file gives them that has the last day for an answer in these columns. */
export function withLastDay(facts: ReportFacts, columns: string | undefined): ReportFacts {
  const { responsePeriod: period, publishedOn, ...rest } = facts;
  if (columns === undefined || period === undefined) return facts;
  if (period === "none") return { ...rest, ...(publishedOn && { publishedOn }) };
  const published = publishedOn && { publishedOn };
  if ("until" in period) return { ...rest, ...published, [columns]: period.until };
  if (period.unit !== "days" || publishedOn === undefined) return facts;
  return { ...rest, publishedOn, [columns]: addDays(publishedOn, period.amount) };
}

export function sameFacts(one: ReportFacts, other: ReportFacts): boolean {
  return differences(one, other).length === 0;
}

function told(facts: ReportFacts): ReportFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isSaid(value))) as ReportFacts;
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Each language by itself; why there is no day of publication is no fact. */
function byLanguage({
  title = {},
  documents = [],
  publishedOnAbsent: _,
  ...facts
}: ReportFacts): Record<string, unknown> {
  const titles = Object.entries(title).map(([language, text]) => [`title.${language}`, text]);
  const languages = [...new Set(documents.map(({ language }) => language))];
  const urls = languages.map((language) => [
    `documents.${language}`,
    documents.filter((each) => each.language === language).map(({ url }) => url),
  ]);
  return { ...facts, ...Object.fromEntries([...titles, ...urls]) };
}
