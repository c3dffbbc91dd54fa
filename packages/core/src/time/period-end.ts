import { addDays, type Day } from "./day.ts";
import type { Precision } from "./due-date.ts";

/** The months in which a period of each length ends. A season has the length of a quarter, and its own end. */
const lastMonths: Readonly<Record<Exclude<Precision, "day" | "month">, readonly number[]>> = {
  quarter: [2, 3, 5, 6, 8, 9, 11, 12],
  semester: [6, 12],
  year: [12],
};

/** Whether a day is the last one of a period of this length, as `readVagueDate` reads them (D9). */
export function endsPeriod(on: Day, precision: Precision): boolean {
  if (precision === "day") return true;
  const isMonthEnd = on === "9999-12-31" || addDays(on, 1).endsWith("-01");
  return isMonthEnd && (precision === "month" || lastMonths[precision].includes(Number(on.slice(5, 7))));
}
