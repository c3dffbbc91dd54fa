import { canonical } from "../canonical.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { Assumed, NewEntry } from "../mapping/reading/import-row.ts";
import { comparedText } from "../text/compared-text.ts";
import type { Day } from "../time/day.ts";

/** The fields of an entry that are compared, with the days on which it was given. */
export function comparedOf(entry: Entry | NewEntry): Record<string, unknown> {
  const { source: _, knownAfter: __, knownByPrecision: ___, correctsDay: ____, ...rest } = entry;
  const { id, recordedAt, actor, author, corrects, ...content } = rest as Partial<Entry>;
  if ("asOfPrecision" in content) delete content.asOfPrecision;
  return content;
}

/**
 * What an entry says, as one text: without days and sources, in plain form, and without the fields that were only
 * assumed from its day. Absent and empty are the same.
 */
export function contentKey(entry: Entry | NewEntry, assumed: readonly Assumed[] = []): string {
  const { givenOn: _, knownBy: __, ...content } = comparedOf(entry);
  for (const field of assumed) delete content[field];
  return canonical(plain(content));
}

function plain(value: unknown): unknown {
  if (typeof value === "string") return comparedText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const said = Object.entries(value).map(([key, each]) => [key, plain(each)] as const);
  return Object.fromEntries(said.filter(([, each]) => !isEmpty(each)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** The fields of an entry that are the same as if they were only assumed from one of these days. */
export function assumedFrom(entry: Entry | NewEntry, days: readonly (Day | undefined)[]): Assumed[] {
  if (!("asOf" in entry) || entry.asOf === undefined || !days.includes(entry.asOf)) return [];
  const year = "reportingYear" in entry && entry.reportingYear === yearOf(entry.asOf);
  return year ? ["asOf", "reportingYear"] : ["asOf"];
}

/** The entry's situation and year where they are only assumed from its day, which is another one now. */
export function situationOn(day: Day, assumed: readonly Assumed[]): Partial<Record<Assumed, Day | number>> {
  return {
    ...(assumed.includes("asOf") && { asOf: day }),
    ...(assumed.includes("reportingYear") && { reportingYear: yearOf(day) }),
  };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** An entry without what tells when it was given. */
export function withoutDays(entry: object): object {
  const { givenOn: _, knownBy: __, knownByPrecision: ___, knownAfter: ____, ...content } = entry as Partial<Entry>;
  return content;
}
