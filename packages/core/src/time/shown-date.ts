import { addDays, addMonths, type Day } from "./day.ts";
import type { Precision } from "./due-date.ts";

const monthsOf = { month: 1, quarter: 3, semester: 6, year: 12 } as const;

const ordinals = ["first", "second", "third", "fourth"];

/** A date as far as it is known: "1990" for a year, "1990-06" for a month; never the last day, to which it counts. */
export function shownDate(on: Day, precision: Precision = "day"): string {
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  switch (precision) {
    case "day":
      return on;
    case "month":
      return on.slice(0, 7);
    case "quarter":
      return `${ordinals[month / 3 - 1]} quarter of ${year}`;
    case "semester":
      return `${ordinals[month / 6 - 1]} half of ${year}`;
    case "year":
      return year;
  }
}

/** The first day of the period that a date stands for; `on` is its last day. */
export function firstDayOf(on: Day, precision: Precision = "day"): Day {
  return precision === "day" ? on : addMonths(addDays(on, 1), -monthsOf[precision]);
}

/** When something was given, as far as it is known: on a day, or by one day and after another (D14). */
export type Given = {
  on?: Day | undefined;
  by?: Day | undefined;
  byPrecision?: Precision | undefined;
  after?: Day | undefined;
};

/**
 * "on 2024-03-17", "by 2024-03-17", "after 2023-10-01 and by 2024-03-17", or "in 1991" when the two days are the ends
 * of that year.
 */
export function shownGiven({ on, by, byPrecision = "day", after }: Given): string {
  if (on !== undefined || by === undefined) return on === undefined ? "on an unknown day" : `on ${on}`;
  const last = shownDate(by, byPrecision);
  if (after === undefined) return `by ${last}`;
  const isWholePeriod = byPrecision !== "day" && addDays(after, 1) === firstDayOf(by, byPrecision);
  return isWholePeriod ? `in ${last}` : `after ${after} and by ${last}`;
}

/** How far dates are known, in the form of the facts of a reason; nothing for a plain day. */
export function precisionsOf(dates: Record<string, Precision | undefined>): Record<string, Precision> {
  return Object.fromEntries(
    Object.entries(dates).flatMap(([name, precision]) =>
      precision === undefined || precision === "day" ? [] : [[`${name}Precision`, precision]],
    ),
  );
}
