import { z } from "zod";
import { columnName } from "../text/plain-text.ts";
import { expressionOf, mapKey, partsOf, problem, type Value } from "./value.ts";

/** When a part of a mapping applies to a row: all tests that are given must be true. */
export type Condition = {
  column?: string;
  is?: readonly string[];
  isNot?: readonly string[];
  blank?: boolean;
  matches?: RegExp;
  /** is, isNot and matches ignore case. */
  anyCase?: true;
  /** Numbers: each is a constant or the cell of another column. */
  above?: Value;
  atLeast?: Value;
  below?: Value;
  atMost?: Value;
  all?: readonly Condition[];
  any?: readonly Condition[];
};

export const comparisons = ["above", "atLeast", "below", "atMost"] as const;

const Scalar = z.union([z.string(), z.number()]).transform(String);
const Texts = z.union([Scalar, z.array(Scalar).min(1)]).transform((texts) => [texts].flat());
const Operand = z.union([z.number(), z.string().min(1)]).transform((operand, context): Value => {
  const parts = partsOf(String(operand), context);
  if (parts.every((part) => typeof part === "string") && !/^-?\d+(\.\d+)? ?%?$/.test(String(operand).trim()))
    problem(context, `${operand} is neither a number, a percentage nor a "{Column}"`);
  return { parts };
});
const Conditions = z.array(z.lazy((): z.ZodType<Condition> => Condition)).min(1);

export const Condition: z.ZodType<Condition> = z
  .strictObject({
    column: z.string().min(1).transform(columnName).optional().describe("The column whose cell is tested."),
    is: Texts.optional().describe("One text, or a list: the cell is one of them."),
    isNot: Texts.optional().describe("One text, or a list: the cell is none of them."),
    blank: z.boolean().optional().describe("Whether the cell is blank."),
    matches: z.string().min(1).optional().describe("A regular expression that the cell matches."),
    anyCase: z.literal(true).optional().describe("Whether is, isNot and matches ignore case."),
    above: Operand.optional(),
    atLeast: Operand.optional(),
    below: Operand.optional(),
    atMost: Operand.optional(),
    all: Conditions.optional().describe("Conditions that all hold."),
    any: Conditions.optional().describe("Conditions of which one holds."),
  })
  .superRefine((condition, context) => {
    const { column, all, any, anyCase, ...tests } = condition;
    if (anyCase && (tests.is ?? tests.isNot ?? tests.matches) === undefined)
      problem(context, "has anyCase, but none of is, isNot and matches, which it is for");
    const tested = Object.values(tests).some((test) => test !== undefined);
    if (column !== undefined && !tested)
      problem(context, "has no test for its column: is, isNot, blank, matches, above, …");
    if (column === undefined && tested) problem(context, "has a test without a column");
    if (column === undefined && all === undefined && any === undefined && !tested)
      problem(context, "needs a column with a test, or all, or any");
  })
  .transform(({ matches, is, isNot, ...rest }, context): Condition => {
    const { anyCase } = rest;
    const texts = (given: readonly string[]) => given.map((text) => mapKey(text, anyCase));
    return {
      ...rest,
      ...(is && { is: texts(is) }),
      ...(isNot && { isNot: texts(isNot) }),
      ...(matches === undefined ? {} : { matches: expressionOf(matches, context, anyCase) }),
    };
  });
