import { z } from "zod";
import { comparedText } from "../text/compared-text.ts";
import type { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { type DaySystem, serialFormatOf, serialFormats } from "../time/excel-day.ts";
import { Period, PeriodRules } from "../time/period.ts";
import { formatProblem, readDay } from "../time/read-day.ts";
import { readVagueDate } from "../time/vague-date.ts";
import { ownTexts, problem, toValue, type Value, valueShape } from "./value.ts";

/** A value that is a date. */
export type DateValue = Value & {
  formats: readonly string[];
  vague: boolean;
  /** The reason to record when there is no date; a text that is not a date then counts as no date, with a warning. */
  absent?: string;
};

/** ISO 8601 is accepted in addition to the given formats, because it cannot be confused with any other. */
const isoFormat = "yyyy-MM-dd";
const Scalar = z.union([z.string(), z.number()]);
const dateShape = {
  ...valueShape,
  format: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe("Such as dd/MM/yyyy."),
  vague: z.boolean().default(false).describe("Also dates in words, such as second quarter 2025."),
  absent: z.string().min(1).optional().describe("Why there is no date, where there is none."),
};

type DateInput = z.output<z.ZodUnion<[typeof Scalar, z.ZodObject<typeof dateShape>]>>;
type Context = Parameters<typeof problem>[0];

export const DateValue: z.ZodType<DateValue> = z.union([Scalar, z.strictObject(dateShape)]).transform(dateOf);

/** The day when something is due: a date, or a period after another date. */
export type DueValue = DateValue | { after: DateValue; period: Period & { rules: PeriodRules } };
export const DueValue: z.ZodType<DueValue> = z
  .union([
    Scalar,
    z.strictObject({
      ...dateShape,
      after: DateValue.optional().describe("The date that the period runs from."),
      period: z.strictObject({ ...Period.shape, rules: PeriodRules }).optional(),
    }),
  ])
  .transform((input, context) => {
    if (typeof input !== "object" || (input.after === undefined && input.period === undefined))
      return dateOf(input, context);
    const { after, period, vague, ...rest } = input;
    if (after !== undefined && period !== undefined && !vague && Object.keys(rest).length === 0)
      return { after, period };
    problem(context, "needs both after and period, and no other key");
    return dateOf("", context);
  });

function dateOf(input: DateInput, context: Context): DateValue {
  const { format, vague = false, absent, ...rest } = typeof input === "object" ? input : { format: undefined };
  const value = toValue(typeof input === "object" ? rest : input, context);
  const formats = format === undefined ? [isoFormat] : [format].flat();
  for (const each of formats) {
    const wrong = formatProblem(each);
    if (wrong !== undefined) problem(context, `${each} ${wrong}`);
  }
  const date = { ...value, formats, vague, ...(absent === undefined ? {} : { absent }) };
  for (const text of ownTexts(value)) {
    const read = readDate(text, date);
    if (text !== "" && "unreadable" in read) problem(context, `${text} ${read.unreadable}`);
  }
  return date;
}

const inWords = "dates in words are read too, such as second quarter 2025 or end of June 2025";

/**
 * Reads a text as a date of this value. When it fails, the reason is about the first format. A workbook's own way to
 * count days decides over the one that a format names.
 * A text that two of the formats read as two days is no date.
 */
export function readDate(
  text: string,
  { formats, vague }: Pick<DateValue, "formats" | "vague">,
  { language, daySystem }: { language?: string; daySystem?: DaySystem } = {},
): { on: Day; precision: Precision; wording?: string } | { unreadable: string } {
  const plain = comparedText(text);
  const wrong: string[] = [];
  const readings = [...formats, isoFormat].map((format) => {
    const isSerial = daySystem !== undefined && serialFormats[format] !== undefined;
    return { format, read: readDay(plain, isSerial ? serialFormatOf[daySystem] : format) };
  });
  const days = readings.slice(0, -1).flatMap(({ format, read }) => ("on" in read ? [{ format, ...read }] : []));
  const [first] = days;
  const other = days.find(({ on }) => on !== first?.on);
  // Nobody can tell which of the two days was meant.
  if (first !== undefined && other !== undefined)
    return { unreadable: `is ${first.on} as ${first.format}, and ${other.on} as ${other.format}` };
  for (const { read } of readings) {
    if ("on" in read) return read;
    wrong.push(read.unreadable);
  }
  const told = vague ? (readVagueDate(plain, { language }) ?? readVagueDate(plain)) : undefined;
  // A text in the right form with an impossible day is the more helpful reason.
  const unreadable = wrong.find((each) => !each.startsWith("is not written")) ?? wrong[0] ?? "is not a date";
  return told ?? { unreadable: vague ? `${unreadable}; ${inWords}` : unreadable };
}
