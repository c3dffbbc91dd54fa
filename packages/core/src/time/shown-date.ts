import { addDays, addMonths, type Day, lastDayOfMonth } from "./day.ts";
import type { Precision } from "./due-date.ts";
import { type PeriodNames, periodNames } from "./period-names.ts";

const monthsOf = { month: 1, quarter: 3, semester: 6, year: 12 } as const;

/** The months in which seasons end. Winter ends in the year after the one in which it begins. */
const seasonEnds = [2, 5, 8, 11] as const;

/**
 * A date as far as it is known: "1990" for a year, "1990-06" for a month, "spring 1990" for a season; never the last
 * day, to which it counts. `readVagueDate` reads it as the same date. A day that ends no such period is shown as it is.
 */
export function dateText(on: Day, precision: Precision = "day", language: keyof typeof periodNames = "en"): string {
  return (precision !== "day" && on === lastDayOfMonth(on) && shownPeriod(on, precision, periodNames[language])) || on;
}

/** Undefined when no period of this length ends in the month of `on`. */
function shownPeriod(on: Day, precision: Exclude<Precision, "day">, names: PeriodNames): string | undefined {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const season = seasonEnds.find((end) => end === month);
  if (precision === "month") return on.slice(0, 7);
  if (precision === "quarter" && season !== undefined)
    return names.season(season, season === 2 ? `${year - 1}-${year}` : String(year));
  if (month % monthsOf[precision] !== 0) return undefined;
  if (precision === "year") return on.slice(0, 4);
  return names[precision](month / monthsOf[precision], String(year));
}

/** The first day of the period that a date stands for; `on` is its last day. */
export function firstDayOf(on: Day, precision: Precision = "day"): Day {
  if (precision === "day") return on;
  const months = monthsOf[precision];
  return on === lastDayOfMonth(on) ? addMonths(`${on.slice(0, 7)}-01`, 1 - months) : addMonths(addDays(on, 1), -months);
}

/** When something was given, as far as it is known: on a day, or by one day and after another (D14). */
export type Given = {
  on?: Day | undefined;
  by?: Day | undefined;
  byPrecision?: Precision | undefined;
  after?: Day | undefined;
};

/** What is known of when something was given: the day, the last day, the period, or the days between. */
export type GivenForm =
  | { form: "unknown" }
  | { form: "on"; on: Day }
  | { form: "by" | "in"; by: Day; precision: Precision }
  | { form: "between"; after: Day; by: Day; precision: Precision };

export function givenForm({ on, by, byPrecision: precision = "day", after }: Given): GivenForm {
  if (on !== undefined) return { form: "on", on };
  if (by === undefined) return { form: "unknown" };
  if (after === undefined) return { form: "by", by, precision };
  const isWholePeriod = precision !== "day" && addDays(after, 1) === firstDayOf(by, precision);
  return isWholePeriod ? { form: "in", by, precision } : { form: "between", after, by, precision };
}

/**
 * "on 2024-03-17", "by 2024-03-17", "after 2023-10-01 and by 2024-03-17", or "in 1991" when the two days are the ends
 * of that year; with days as `date` writes them.
 */
export function givenFormText(given: GivenForm, date: (on: Day, precision?: Precision) => string): string {
  switch (given.form) {
    case "unknown":
      return "on an unknown day";
    case "on":
      return `on ${date(given.on)}`;
    case "by":
    case "in":
      return `${given.form} ${date(given.by, given.precision)}`;
    case "between":
      return `after ${date(given.after)} and by ${date(given.by, given.precision)}`;
  }
}

/** How far dates are known, in the form of the facts of a reason; nothing for a plain day. */
export function precisionsOf(dates: Record<string, Precision | undefined>): Record<string, Precision> {
  return Object.fromEntries(
    Object.entries(dates).flatMap(([name, precision]) =>
      precision === undefined || precision === "day" ? [] : [[`${name}Precision`, precision]],
    ),
  );
}
