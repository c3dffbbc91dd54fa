import { addDays, type Day } from "./day.ts";

/**
 * The ten Belgian public holidays of a year; three of them follow Easter (Act of 4 January 1974, Royal Decree of 18
 * April 1974).
 */
export function publicHolidays(year: number): ReadonlySet<Day> {
  const known = memo.get(year);
  if (known !== undefined) return known;
  const of = (monthAndDay: string) => `${String(year).padStart(4, "0")}-${monthAndDay}`;
  const easter = easterSunday(year);
  const holidays = new Set<Day>([
    of("01-01"),
    addDays(easter, 1),
    of("05-01"),
    addDays(easter, 39),
    addDays(easter, 50),
    of("07-21"),
    of("08-15"),
    of("11-01"),
    of("11-11"),
    of("12-25"),
  ]);
  memo.set(year, holidays);
  return holidays;
}

const memo = new Map<number, ReadonlySet<Day>>();

/** The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Day {
  const whole = (value: number) => value - (value % 1);
  const a = year % 19;
  const b = whole(year / 100);
  const c = year % 100;
  const h = (19 * a + b - whole(b / 4) - whole((b - whole((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * whole(c / 4) - h - (c % 4)) % 7;
  const m = whole((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const month = whole(sum / 31);
  const day = (sum % 31) + 1;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
