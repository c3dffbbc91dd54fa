import { addDays, type Day, daysBetween } from "./day.ts";

/** How a spreadsheet counts days: from 1 January 1900 with a 29 February in that year, or from 1 January 1904. */
export type DaySystem = "1900" | "1904";

const lastSerial = { "1900": 2_958_465, "1904": 2_957_003 } as const;

/**
 * The day that Excel shows for a number, without the time of day. Excel's own 1900-01-00 and 1900-02-29 are given as it
 * shows them, although the calendar does not have them. Undefined for a number that is not a day.
 */
export function dayOfSerial(serial: number, system: DaySystem): string | undefined {
  if (!(serial >= 0 && serial < lastSerial[system] + 1)) return undefined;
  const days = serial - (serial % 1);
  if (system === "1904") return addDays("1904-01-01", days);
  if (days === 0) return "1900-01-00";
  if (days === 60) return "1900-02-29";
  return addDays(days < 60 ? "1899-12-31" : "1899-12-30", days);
}

/** The number by which Excel keeps a day from March 1900 on. */
export function serialOf(day: Day): number {
  return daysBetween("1899-12-30", day);
}

/** The formats that read Excel's day numbers, and the system of each. */
export const serialFormats: Readonly<Record<string, DaySystem>> = { excel: "1900", excel1904: "1904" };

export const serialFormatOf: Readonly<Record<DaySystem, string>> = { "1900": "excel", "1904": "excel1904" };

export function readSerial(text: string, system: DaySystem): { on: Day } | { unreadable: string } {
  if (!/^\d+([.,]\d+)?$/.test(text)) return { unreadable: "is not written as a day's number of Excel" };
  const shown = dayOfSerial(Number(text.replace(",", ".")), system);
  if (shown === undefined) return { unreadable: "is beyond the days of Excel, which end in 9999" };
  if (shown === "1900-02-29" || shown === "1900-01-00")
    return { unreadable: `is ${shown} to Excel, which is not a day of the calendar` };
  return { on: shown };
}
