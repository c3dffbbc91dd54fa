import { dateWords, plainWords } from "./date-words.ts";
import { addDays, type Day, lastDayOfMonth } from "./day.ts";
import type { Precision } from "./due-date.ts";
import { readSerial, serialFormats } from "./excel-day.ts";

/**
 * A day that was read, or why it could not be read. A format without a day or month counts to the end of its period
 * (D9).
 */
export type ReadDay = { on: Day; precision: Precision } | { unreadable: string };

type Format = { pattern: RegExp; parts: readonly string[] };

/**
 * Reads a day written in a format: `d` or `dd`, `M` or `MM`, `MMM` or `MMMM` (the name of a month in English, French,
 * Dutch or German, in full or short) and `yyyy` or `yy`; every other character stands for itself. Beside the name of a
 * month, a day may have an ordinal ending, as in `1er avril 2024`. `dd/MM/yyyy` refuses 31/02/2020 and says why.
 * `excel` and `excel1904` read the day number of a spreadsheet.
 */
export function readDay(text: string, format: string): ReadDay {
  const system = serialFormats[format];
  if (system !== undefined) {
    const read = readSerial(text.trim(), system);
    return "on" in read ? { ...read, precision: "day" } : read;
  }
  const known = formatOf(format);
  if ("unreadable" in known) return known;
  const match = known.pattern.exec(text.trim());
  if (match === null) return { unreadable: `is not written as ${format}` };
  const found = new Map(known.parts.map((part, index) => [part, match[index + 1] ?? ""]));
  const year = yearOf(found.get("y") ?? "");
  const named = found.get("MMM");
  const month = named === undefined ? Number(found.get("M") ?? 12) : monthNamed(named);
  if (named !== undefined && month === 0)
    return { unreadable: `has no month of the calendar: ${named} is none in English, French, Dutch or German` };
  if (month < 1 || month > 12) return { unreadable: `has no month of the calendar (${month})` };
  if (year < 1) return { unreadable: "has no year" };
  const first = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
  const last = lastDayOfMonth(first);
  const precision = found.has("d") ? "day" : known.parts.some((part) => part.startsWith("M")) ? "month" : "year";
  if (precision !== "day") return { on: last, precision };
  const [, digits = "", mark = ""] = /^(\d+)(.*)$/u.exec(found.get("d") ?? "") ?? [];
  const day = Number(digits);
  if (!isOrdinal(day, mark)) return { unreadable: `has no day: ${digits}${mark} is no ordinal` };
  if (day < 1 || day > Number(last.slice(8)))
    return { unreadable: `is not a day of the calendar: ${first.slice(0, 7)} has ${Number(last.slice(8))} days` };
  return { on: addDays(first, day - 1), precision };
}

/** What is wrong with a format; undefined when it can be used. */
export function formatProblem(format: string): string | undefined {
  if (serialFormats[format] !== undefined) return undefined;
  const known = formatOf(format);
  return "unreadable" in known ? known.unreadable : undefined;
}

const formats = new Map<string, Format | { unreadable: string }>();

function formatOf(format: string): Format | { unreadable: string } {
  const known = formats.get(format);
  if (known !== undefined) return known;
  const made = makeFormat(format);
  formats.set(format, made);
  return made;
}

function makeFormat(format: string): Format | { unreadable: string } {
  const parts: string[] = [];
  let pattern = "";
  const hasMonthName = format.includes("MMM");
  for (const [piece] of format.matchAll(/([a-zA-Z])\1*|[^a-zA-Z]+/g)) {
    const reading = hasMonthName && piece.startsWith("d") ? ordinals[piece] : readings[piece];
    if (reading !== undefined) {
      parts.push(reading.part);
      pattern += reading.pattern;
    } else if (/[a-zA-Z]/.test(piece))
      return { unreadable: `is not a date format: ${piece} is not one of d, dd, M, MM, MMM, MMMM, yy and yyyy` };
    else pattern += piece.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
  }
  if (!parts.includes("y")) return { unreadable: "is not a date format: it has no yyyy or yy" };
  if (new Set(parts.map((part) => part.slice(0, 1))).size < parts.length)
    return { unreadable: "is not a date format: it has one of its parts twice" };
  if (parts.includes("d") && parts.length < 3) return { unreadable: "is not a date format: it has no month" };
  return { pattern: new RegExp(`^${pattern}$`, hasMonthName ? "iu" : "u"), parts };
}

const readings: Readonly<Record<string, { part: string; pattern: string }>> = {
  d: { part: "d", pattern: "(\\d{1,2})" },
  dd: { part: "d", pattern: "(\\d{2})" },
  M: { part: "M", pattern: "(\\d{1,2})" },
  MM: { part: "M", pattern: "(\\d{2})" },
  MMM: { part: "MMM", pattern: "([\\p{L}\\p{M}]+\\.?)" },
  MMMM: { part: "MMM", pattern: "([\\p{L}\\p{M}]+\\.?)" },
  yy: { part: "y", pattern: "(\\d{2})" },
  yyyy: { part: "y", pattern: "(\\d{4})" },
};

const mark = "(?:st|nd|rd|th|er|re|e|[eè]me|ste|de|te|º|°)?";
const ordinals: typeof readings = {
  d: { part: "d", pattern: `(\\d{1,2}${mark})` },
  dd: { part: "d", pattern: `(\\d{2}${mark})` },
};

/**
 * An ordinal ending that fits its number: 2nd and 1er, but not 1nd or 2er. The endings of other languages fit any
 * number.
 */
function isOrdinal(day: number, mark: string): boolean {
  if (/^(st|nd|rd|th)$/.test(mark)) {
    const teens = day >= 11 && day <= 13;
    return mark === (teens ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));
  }
  return /^(er|re)$/.test(mark) ? day === 1 : true;
}

/** Two digits as in POSIX: 70 to 99 are years of the last century, 00 to 69 of this one. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function monthNamed(name: string): number {
  const [word] = plainWords(name);
  if (word === undefined) return 0;
  for (const { months } of Object.values(dateWords)) {
    const month = months.findIndex((names) => names.includes(word)) + 1;
    if (month > 0) return month;
  }
  return 0;
}
