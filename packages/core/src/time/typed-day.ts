import type { Day } from "./day.ts";
import { readDay } from "./read-day.ts";

/** A day that somebody typed, or why it is none: it is not written as one, or the calendar has no such day. */
export type TypedDay = { on: Day } | { fault: "notADay" | "noSuchDay" };

/** In Belgium the day comes before the month, in all its languages. */
const formats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d MMMM yyyy", "d. MMMM yyyy"];

/** Reads a day as people write it: 31/12/2026, 31.12.2026, 31-12-2026, 2026-12-31, or "31 december 2026" in one of the four languages. */
export function readTypedDay(text: string): TypedDay {
  let isWritten = false;
  for (const format of formats) {
    const read = readDay(text, format);
    if ("on" in read) return { on: read.on };
    isWritten ||= /^(?:is not a day of the calendar|has no month of the calendar \()/.test(read.unreadable);
  }
  return { fault: isWritten ? "noSuchDay" : "notADay" };
}
