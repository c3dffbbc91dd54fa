import { type DateWords, dateWords, plainWords, seasonEnds } from "./date-words.ts";
import { addDays, type Day, lastDayOfMonth } from "./day.ts";
import type { DueDate, Precision } from "./due-date.ts";

type Languages = readonly (keyof typeof dateWords)[];

/** The meaning of one word of a date. */
type Word =
  | { is: "year"; value: number }
  | { is: "number"; value: number }
  | { is: "month"; value: number }
  | { is: "season"; value: number }
  | { is: "ordinal"; value: number }
  | { is: "part"; value: number; of: Precision }
  | { is: "quarter" | "half" | "end" | "before" };

/**
 * Reads a date in words, in English, French, Dutch or German ("second quarter 2025", "fin juin 2025", "najaar 2025").
 * It counts to the last day of its period and keeps its wording (D9). Undefined when the words name no such period:
 * "ongoing", "as soon as possible", and every wording with an unknown word. Without `language` all languages are tried.
 */
export function readVagueDate(wording: string, options: { language?: string } = {}): DueDate | undefined {
  const known = Object.keys(dateWords) as (keyof typeof dateWords)[];
  const languages = options.language === undefined ? known : known.filter((each) => each === options.language);
  for (const language of languages) {
    const period = periodOf(wording, [language]);
    if (period === undefined) continue;
    const plain = wording.trim() === period.on;
    return { on: period.on, precision: period.precision, ...(plain ? {} : { wording: wording.trim() }) };
  }
  return undefined;
}

function periodOf(wording: string, languages: Languages): { on: Day; precision: Precision } | undefined {
  const words: Word[] = [];
  for (const text of plainWords(wording)) {
    if (languages.some((language) => dateWords[language].filler.includes(text))) continue;
    const word = wordOf(text, languages);
    if (word === undefined) return undefined;
    words.push(word);
  }
  const kinds = words.map(({ is }) => is);
  if (kinds[0] === "before") {
    if (kinds[1] !== "end") return undefined;
    words.shift();
  }
  if (words[0]?.is === "end") {
    words.shift();
    // The end of a day is not a period.
    const period = namedPeriod(words);
    return period?.precision === "day" ? undefined : period;
  }
  return namedPeriod(words);
}

function namedPeriod(words: readonly Word[]): { on: Day; precision: Precision } | undefined {
  const shape = words.map(({ is }) => is).join(" ");
  const value = (is: Word["is"], place = 0): number => {
    const found = words.filter((word) => word.is === is)[place];
    return found !== undefined && "value" in found ? found.value : 0;
  };
  const year = value("year");
  switch (shape) {
    case "year":
      return { on: monthEnd(year, 12), precision: "year" };
    case "month year":
    case "year month":
      return { on: monthEnd(year, value("month")), precision: "month" };
    case "year number":
      return isMonth(value("number")) ? { on: monthEnd(year, value("number")), precision: "month" } : undefined;
    case "number month year":
    case "month number year":
      return day(year, value("month"), value("number"));
    case "ordinal month year":
    case "month ordinal year":
      return day(year, value("month"), value("ordinal"));
    case "year number number":
      return isMonth(value("number")) ? day(year, value("number"), value("number", 1)) : undefined;
    case "season year":
      return season(value("season"), year);
    case "season year year":
      // A winter lies in two years: "winter 2025-2026".
      return value("season") === 4 && value("year", 1) === year + 1 ? season(4, year) : undefined;
    case "season year number":
      return value("season") === 4 && value("number") === (year + 1) % 100 ? season(4, year) : undefined;
    case "part year":
    case "year part": {
      const part = words.find((word) => word.is === "part");
      return part?.is === "part" ? partOf(year, part.value, part.of) : undefined;
    }
    case "ordinal quarter year":
    case "year ordinal quarter":
      return partOf(year, value("ordinal"), "quarter");
    case "number quarter year":
      return partOf(year, value("number"), "quarter");
    case "ordinal half year":
    case "year ordinal half":
      return partOf(year, value("ordinal"), "semester");
    case "number half year":
      return partOf(year, value("number"), "semester");
    default:
      return undefined;
  }
}

function wordOf(text: string, languages: Languages): Word | undefined {
  // The winter of 2199 ends in 2200.
  if (/^((19|20|21)\d\d|2200)$/.test(text)) return { is: "year", value: Number(text) };
  if (/^\d{1,2}$/.test(text)) return { is: "number", value: Number(text) };
  const part = /^([qktsh])([1-4])$/.exec(text);
  if (part?.[1] !== undefined) {
    const half = part[1] === "h" || part[1] === "s";
    return { is: "part", value: Number(part[2]), of: half ? "semester" : "quarter" };
  }
  for (const language of languages) {
    const words = dateWords[language];
    const place = (list: readonly (readonly string[])[]) => list.findIndex((names) => names.includes(text)) + 1;
    for (const [is, list] of [
      ["month", words.months],
      ["season", words.seasons],
      ["ordinal", words.ordinals],
    ] as const)
      if (place(list) > 0) return { is, value: place(list) };
    for (const is of ["quarter", "half", "end", "before"] as const satisfies readonly (keyof DateWords)[])
      if (words[is].includes(text)) return { is };
  }
  return undefined;
}

function partOf(year: number, number: number, of: Precision): { on: Day; precision: Precision } | undefined {
  const months = of === "quarter" ? 3 : 6;
  return number < 1 || number * months > 12 ? undefined : { on: monthEnd(year, number * months), precision: of };
}

/** A season has three months, so its precision is a quarter. */
function season(number: number, year: number): { on: Day; precision: Precision } | undefined {
  const end = seasonEnds[number - 1];
  return end && { on: monthEnd(end.nextYear ? year + 1 : year, end.month), precision: "quarter" };
}

function day(year: number, month: number, number: number): { on: Day; precision: Precision } | undefined {
  const first = firstOf(year, month);
  const on = addDays(first, number - 1);
  return number >= 1 && on.slice(0, 7) === first.slice(0, 7) ? { on, precision: "day" } : undefined;
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

function monthEnd(year: number, month: number): Day {
  return lastDayOfMonth(firstOf(year, month));
}

function firstOf(year: number, month: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}
