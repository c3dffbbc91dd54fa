import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A calendar day in the installation's time zone (D10), as text `yyyy-MM-dd`; text order is time order. */
export const Day = z.iso.date().meta({ id: "Day", description: "A calendar day, yyyy-MM-dd.", example: "2015-10-18" });
export type Day = z.infer<typeof Day>;

/** Before every day and after every day that a record can hold: open ends of an interval in text order. */
export const firstDay: Day = "0001-01-01";
export const endOfTime: Day = "9999-12-31";

/** So many days after a day, or before it when `days` is negative. */
export function addDays(day: Day, days: number): Day {
  return remembered(sums, `${day} ${days} days`, () => Temporal.PlainDate.from(day).add({ days }).toString());
}

/** The same day of a later month, or that month's last day where it lacks it. */
export function addMonths(day: Day, months: number): Day {
  return remembered(sums, `${day} ${months} months`, () => Temporal.PlainDate.from(day).add({ months }).toString());
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** How many days after the first of all days. */
function numberOf(day: Day): number {
  return remembered(numbers, day, () => Temporal.PlainDate.from(firstDay).until(day, { largestUnit: "days" }).days);
}

const sums = new Map<string, Day>();
const numbers = new Map<Day, number>();
const mostAnswers = 50_000;

/** Pages and projections ask about the same few thousand days again and again, and the calendar never changes. */
function remembered<Answer>(answers: Map<string, Answer>, question: string, ask: () => Answer): Answer {
  let answer = answers.get(question);
  if (answer === undefined) {
    answer = ask();
    if (answers.size >= mostAnswers) answers.clear();
    answers.set(question, answer);
  }
  return answer;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function dayOfWeek(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The calendar day of an instant in a time zone (D10). */
export function dayIn(timeZone: string, instant: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
