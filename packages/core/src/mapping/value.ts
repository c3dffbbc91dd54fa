import { z } from "zod";
import { comparedText } from "../text/compared-text.ts";
import { didYouMean } from "../text/nearest.ts";
import { columnName, plainText } from "../text/plain-text.ts";
import { lowerCaseText } from "../text/searchable-text.ts";

/** Where the text of a field comes from, by the mapping. */
export type Value = {
  /** Texts and columns, in order. A value without a column is a constant. */
  parts: readonly (string | { column: string })[];
  take?: RegExp;
  /** `take` and `map` ignore case. */
  anyCase?: true;
  map?: Readonly<Record<string, string>>;
  otherwise?: Value;
};

const Scalar = z.union([z.string(), z.number()]);
const ColumnName = z.string().min(1).describe("A column's name, as the header has it.");

export const valueShape = {
  column: ColumnName.optional(),
  template: z.string().min(1).optional().describe("A text in which {Column} stands for the cell."),
  take: z
    .string()
    .min(1)
    .optional()
    .describe("A regular expression: its first group is taken, or all that it matches."),
  map: z.record(z.string(), Scalar).optional().describe("What the source says, and what it means."),
  anyCase: z.literal(true).optional().describe("Whether take and map ignore case."),
  otherwise: z
    .lazy(() => Value)
    .optional()
    .describe("The value where this one is blank."),
};

export const Value: z.ZodType<Value> = z.lazy(() => z.union([Scalar, z.strictObject(valueShape)]).transform(toValue));

/** A cell with several values. */
export type ListValue = Value & {
  split?: readonly string[];
  /** The part of the cell that is taken before it is split. */
  takeBeforeSplit?: RegExp;
  /** Values that are not split, although they contain a separator. */
  whole?: readonly string[];
};
const Separators = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
export const ListValue: z.ZodType<ListValue> = z
  .union([
    Scalar,
    z.strictObject({
      ...valueShape,
      split: Separators.optional().describe("What stands between values."),
      takeBeforeSplit: z.string().min(1).optional().describe("As take, of the whole cell before it is split."),
      whole: z.array(z.string().min(1)).min(1).optional().describe("Values that stay one, whatever stands in them."),
    }),
  ])
  .transform((input, context): ListValue => {
    const value = toValue(input, context);
    if (typeof input !== "object") return value;
    const { split, takeBeforeSplit, whole, anyCase } = input;
    if (split === undefined && (takeBeforeSplit ?? whole) !== undefined)
      problem(context, "has takeBeforeSplit or whole, which say how to split, and no split");
    return {
      ...value,
      ...(split === undefined ? {} : { split: [split].flat() }),
      ...(takeBeforeSplit === undefined ? {} : { takeBeforeSplit: expressionOf(takeBeforeSplit, context, anyCase) }),
      ...(whole === undefined ? {} : { whole: whole.map(comparedText) }),
    };
  });

/** A text, or one text per language. */
export type LocalizedValue = Value | { languages: Readonly<Record<string, Value>> };
export const LocalizedValue: z.ZodType<LocalizedValue> = z
  .union([
    Scalar,
    z.strictObject({
      ...valueShape,
      languages: z.record(z.string().regex(/^[a-z]{2}$/, "must be a language code of two letters"), Value).optional(),
    }),
  ])
  .transform((input, context) => {
    if (typeof input !== "object" || input.languages === undefined) return toValue(input, context);
    const { languages, ...rest } = input;
    if (Object.keys(rest).length > 0) problem(context, "has languages, so its other keys belong below each language");
    return { languages };
  });

/**
 * A value that must give one of a fixed list of codes. What the mapping itself says is checked when the mapping is
 * read.
 */
export function choice(codes: readonly string[]): z.ZodType<Value> {
  return Value.superRefine((value, context) => {
    for (const text of ownTexts(value))
      if (text !== "" && !codes.includes(comparedText(text)))
        problem(context, `${text} is not one of ${codes.join(", ")}${didYouMean(text, codes)}`);
  });
}

/** The texts that the mapping itself gives: constants, and the right side of its map. */
export function ownTexts(value: Value): string[] {
  const constant = columnsOf(value).length > 0 ? [] : [value.parts.join("")];
  const own = value.map === undefined ? constant : Object.values(value.map);
  return value.otherwise === undefined ? own : [...own, ...ownTexts(value.otherwise)];
}

export function columnsOf({ parts }: Pick<Value, "parts">): string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part.column]));
}

/** Whether a value is the same for every row. */
export function isConstant(value: Value): boolean {
  return columnsOf(value).length === 0 && value.otherwise === undefined;
}

type Context = { addIssue: (issue: { code: "custom"; message: string }) => void };

export function problem(context: Context, message: string): void {
  context.addIssue({ code: "custom", message });
}

export type ValueInput =
  | string
  | number
  | {
      column?: string;
      template?: string;
      take?: string;
      anyCase?: true | undefined;
      map?: Record<string, string | number>;
      otherwise?: Value;
    };

export function toValue(input: ValueInput, context: Context): Value {
  if (typeof input !== "object") return { parts: partsOf(String(input), context) };
  const { column, template, take, anyCase, map, otherwise } = input;
  if (anyCase && take === undefined && map === undefined && !("takeBeforeSplit" in input))
    problem(context, "has anyCase, but neither take nor map, which it is for");
  if ((column === undefined) === (template === undefined)) problem(context, "needs either column or template");
  return {
    parts: column === undefined ? partsOf(template ?? "", context) : [{ column: columnName(column) }],
    ...(take === undefined ? {} : { take: expressionOf(take, context, anyCase) }),
    ...(anyCase && { anyCase }),
    ...(map === undefined ? {} : { map: mapOf(map, context, anyCase) }),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** The constants and columns in a text: "UPR {Session}" has one of each. */
export function partsOf(text: string, context: Context): Value["parts"] {
  const parts: (string | { column: string })[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    const column = /^\{\s*(.*?)\s*\}$/s.exec(piece)?.[1];
    if (column === "") problem(context, "has braces without a column between them");
    else if (column !== undefined) parts.push({ column: columnName(column) });
    else if (/[{}]/.test(piece)) problem(context, `has a brace without its partner: ${text}`);
    else if (piece !== "") parts.push(piece);
  }
  return parts;
}

export function expressionOf(text: string, context: Context, anyCase: true | undefined = undefined): RegExp {
  try {
    return new RegExp(plainText(text), anyCase ? "iu" : "u");
  } catch {
    problem(context, `${text} is not a regular expression`);
    return /(?!)/;
  }
}

function mapOf(
  map: Record<string, string | number>,
  context: Context,
  anyCase: true | undefined,
): Record<string, string> {
  const meanings: Record<string, string> = {};
  for (const [said, meant] of Object.entries(map)) {
    const key = mapKey(said, anyCase);
    const meaning = String(meant).trim();
    if (Object.hasOwn(meanings, key) && meanings[key] !== meaning)
      problem(context, `means two things by ${said}: ${meanings[key] || "blank"} and ${meaning || "blank"}`);
    meanings[key] = meaning;
  }
  return meanings;
}

/** The form in which a text is compared with the left side of a map. */
export function mapKey(said: string, anyCase: true | undefined): string {
  const compared = comparedText(said);
  return anyCase ? lowerCaseText(compared) : compared;
}
