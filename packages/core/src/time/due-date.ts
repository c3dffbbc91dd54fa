import { z } from "zod";
import { ReadableName } from "../text/bounded-text.ts";
import { Day, lastDayOfMonth } from "./day.ts";

export const Precision = z.enum(["day", "month", "quarter", "semester", "year"]).meta({ id: "Precision" });
export type Precision = z.infer<typeof Precision>;

/** How exactly a day is known that is shown without its words. */
export const ShownPrecision = z
  .optional(Precision)
  .describe("How exactly that day is known; for a month or a year, the last day is given. A plain day when absent.");

/** A date that may be vague (D9): it keeps its wording and counts to the end of its period. */
export const DueDate = z
  .strictObject(
    {
      on: Day.describe("The day it counts to: the last day of the period that was named."),
      precision: Precision.default("day"),
      wording: ReadableName.optional().describe("The words of the source, where they are not a plain date."),
    },
    { error: ({ code }) => (code === "invalid_type" ? 'is not a due date, such as {"on":"2025-06-30"}' : undefined) },
  )
  .check(({ value: { on, precision }, issues }) => {
    if (Day.safeParse(on).success && !endsPeriod(on, precision))
      issues.push({
        code: "custom",
        path: ["on"],
        input: on,
        message: notItsEnd(precision),
      });
  })
  .meta({ id: "DueDate", description: "A date with its precision; a vague one keeps its wording." });
export type DueDate = z.infer<typeof DueDate>;

/** The months in which a period of each length ends. A season has the length of a quarter, and its own end. */
const lastMonths: Readonly<Record<Exclude<Precision, "day" | "month">, readonly number[]>> = {
  quarter: [2, 3, 5, 6, 8, 9, 11, 12],
  semester: [6, 12],
  year: [12],
};

/** Whether a day is the last one of a period of this length, as `readVagueDate` reads them (D9). */
export function endsPeriod(on: Day, precision: Precision): boolean {
  if (precision === "day") return true;
  const isMonthEnd = on === lastDayOfMonth(on);
  return isMonthEnd && (precision === "month" || lastMonths[precision].includes(Number(on.slice(5, 7))));
}

/** Why a day cannot stand for a period. */
export function notItsEnd(precision: Precision): string {
  return `is not the last day of a ${precision}: a vague date counts to the end of its period (D9)`;
}
