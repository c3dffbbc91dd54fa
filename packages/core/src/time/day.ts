import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A calendar day in the installation's time zone (D10), as text `yyyy-MM-dd`; text order is time order. */
export const Day = z.iso
  .date()
  .length(10)
  .refine((day) => !day.startsWith("0000"), "the calendar begins on 0001-01-01")
  .meta({ id: "Day", description: "A calendar day of the years 1 to 9999, yyyy-MM-dd.", example: "2015-10-18" });
export type Day = z.infer<typeof Day>;

/** The open ends of an interval: a day before and a day after every day that a record can hold, in text order. */
export const firstDay: Day = "0001-01-01";
export const endOfTime: Day = "9999-12-31";

/** A day that can be asked about: not the last of the calendar, which stands for no end. */
export const AsOf = Day.refine((day) => day < endOfTime, `must be before ${endOfTime}, the end of the calendar`).meta({
  description: "A calendar day before 9999-12-31, yyyy-MM-dd.",
  example: "2015-10-18",
});

/** A year about which something is reported. */
export const Year = z.int().min(1000).max(9999).meta({ description: "A calendar year." });

/** The number of days between the first and the last day of the calendar. */
export const maxDays = 3_652_058;

/**
 * The day that is a number of days after a day, or before it when `days` is negative. Stops at the first and last day
 * of the calendar.
 */
export function addDays(day: Day, days: number): Day {
  const number = numberOf(day) + days;
  if (number <= numberOf(firstDay)) return firstDay;
  return number >= numberOf(endOfTime) ? endOfTime : dayNumbered(number);
}

/**
 * The same day in a later month, or the last day of that month when it is shorter. Stays within the calendar, as
 * addDays().
 */
export function addMonths(day: Day, months: number): Day {
  return remembered(sums, `${day} ${months} months`, () => {
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
    if (month < 12) return firstDay;
    return month >= 120_000 ? endOfTime : Temporal.PlainDate.from(day).add({ months }).toString();
  });
}

/** The last day of the month of a day. */
export function lastDayOfMonth(day: Day): Day {
  const first = `${day.slice(0, 7)}-01`;
  const next = addMonths(first, 1);
  return next === endOfTime ? endOfTime : addDays(next, -1);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(day: Day): number {
  // Day zero was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** The calendar day of an instant in a time zone (D10). */
export function dayIn(timeZone: string, instant: string): Day {
  // Time zones differ by whole minutes, so all of one minute is on the same day.
  const minute = instant.replace(secondsOf, "$1:00");
  return remembered(sums, `${minute} ${timeZone}`, () =>
    Temporal.Instant.from(minute).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );
}

const secondsOf = /^(.{11}\d\d:\d\d):\d\d(?:\.\d+)?/;
const dayZero = "1970-01-01";

/** The number of days since day zero. */
function numberOf(day: Day): number {
  return remembered(numbers, day, () => Temporal.PlainDate.from(dayZero).until(day, { largestUnit: "days" }).days);
}

function dayNumbered(number: number): Day {
  return remembered(days, number, () => Temporal.PlainDate.from(dayZero).add({ days: number }).toString());
}

const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const sums = new Map<string, Day>();
const maxRemembered = 50_000;

/**
 * Keeps answers: projections and lists ask for the same few thousand days again and again, and the calendar never
 * changes.
 */
function remembered<Question, Answer>(answers: Map<Question, Answer>, question: Question, ask: () => Answer): Answer {
  let answer = answers.get(question);
  if (answer === undefined) {
    answer = ask();
    if (answers.size >= maxRemembered) answers.clear();
    answers.set(question, answer);
  }
  return answer;
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
