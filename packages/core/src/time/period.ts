import { z } from "zod";
import { addDays, addMonths, type Day, dayOfWeek, daysBetween } from "./day.ts";
import { publicHolidays } from "./public-holidays.ts";

const inAHundredYears = { days: 36_525, weeks: 5_218, months: 1_200, years: 100 } as const;

/** A longer period is a typing mistake and could leave the calendar. */
export function atMostAHundredYears(context: {
  value: { amount: number; unit: keyof typeof inAHundredYears };
  issues: z.core.$ZodRawIssue[];
}): void {
  const { amount, unit } = context.value;
  const most = inAHundredYears[unit];
  if (amount > most)
    context.issues.push({ code: "custom", path: ["amount"], message: `at most ${most} ${unit}`, input: amount });
}

export const Period = z
  .strictObject({ amount: z.int().min(1).max(36_525), unit: z.enum(["days", "weeks", "months", "years"]) })
  .check(atMostAHundredYears)
  .meta({ id: "Period", description: "A length of time, such as two months; a hundred years at most." });
export type Period = z.infer<typeof Period>;

export const PeriodRules = z.enum(["eu1182", "calendar"]).meta({
  id: "PeriodRules",
  description: "eu1182: Regulation (EEC, Euratom) No 1182/71; calendar: plain calendar, never moved for a holiday.",
});
export type PeriodRules = z.infer<typeof PeriodRules>;

/**
 * The last day of a period that starts with an event. The day of the event does not count. By Regulation (EEC, Euratom)
 * No 1182/71, Article 3: a period in months or years ends on the last day of a month that lacks the day; a period that
 * would end on a public holiday, Sunday or Saturday ends with the next working day; a period of two days or more has at
 * least two working days.
 */
export function endOfPeriod(from: Day, period: Period, rules: PeriodRules): Day {
  const end = plainEnd(from, period);
  return rules === "calendar" ? end : onWorkingDay(from, end, period);
}

/** Not a Saturday, a Sunday or a Belgian public holiday (D10). */
export function isWorkingDay(day: Day): boolean {
  return dayOfWeek(day) < 6 && !publicHolidays(Number(day.slice(0, 4))).has(day);
}

function plainEnd(from: Day, { amount, unit }: Period): Day {
  if (unit === "days") return addDays(from, amount);
  if (unit === "weeks") return addDays(from, amount * 7);
  return addMonths(from, unit === "months" ? amount : amount * 12);
}

function onWorkingDay(from: Day, plain: Day, { amount, unit }: Period): Day {
  let end = nextWorkingDay(plain);
  if (unit !== "days" || amount < 2 || amount > 14) return end;
  let workingDays = 0;
  const days = daysBetween(from, end);
  for (let day = 1; day <= days; day++) if (isWorkingDay(addDays(from, day))) workingDays++;
  for (; workingDays < 2; workingDays++) end = nextWorkingDay(addDays(end, 1));
  return end;
}

function nextWorkingDay(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
