import { z } from "zod";
import { columnName } from "../text/plain-text.ts";
import { DueValue } from "./date-value.ts";
import { expressionOf, ListValue, LocalizedValue, problem, Value } from "./value.ts";

const text = z.string().min(1);

/**
 * How the recommendation of a row is divided into parts: the parts then have the addressees and entries, and the whole
 * has none (R37).
 */
export const PartsMapping = z
  .strictObject({
    list: text
      .transform(columnName)
      .optional()
      .describe(
        "Of a JSON file: the path of a list in the record; limbs.*.grade is then what the part's own object has there.",
      ),
    marked: z
      .strictObject({
        column: text.transform(columnName),
        by: text.transform((written, context) => new RegExp(expressionOf(written, context), "gu")),
      })
      .optional()
      .describe(
        "A cell with marks before its parts: {part.mark} and {part.text} are then the mark and the text of each part.",
      ),
    reference: Value.describe("As printed, such as 14(a)."),
    title: LocalizedValue.optional(),
    text: LocalizedValue.optional(),
    textAbsent: text.optional(),
    themes: ListValue.optional(),
    implementationDue: DueValue.optional(),
    said: z.array(text.transform(columnName)).default([]),
  })
  .superRefine(({ list, marked }, context) => {
    if ((list === undefined) === (marked === undefined))
      problem(context, "needs either list or marked: where the parts stand");
  });
export type PartsMapping = z.infer<typeof PartsMapping>;

/** The columns that only parts have; a mapping names them to read what belongs to a part. */
export function columnsOfParts({ list, marked }: PartsMapping, header: readonly string[]): string[] {
  if (marked !== undefined) return ["part.mark", "part.text"];
  return header.flatMap((column) => {
    const rest = list === undefined ? undefined : ownOf(list, column);
    return rest === undefined ? [] : [rest.name];
  });
}

/** Whether a column belongs to the parts of a list that is empty in every record: nobody can tell what its parts would have. */
export function isOfEmptyList({ list }: PartsMapping, column: string, header: readonly string[]): boolean {
  return list !== undefined && header.includes(list) && column.startsWith(`${list}.*.`);
}

/** For the column limbs.2.grade of the list `limbs`: the number 2, and the name limbs.*.grade. */
export function ownOf(list: string, column: string): { number: number; name: string } | undefined {
  if (!column.startsWith(`${list}.`)) return undefined;
  const [, number, rest] = /^(\d+)(\..+)$/su.exec(column.slice(list.length + 1)) ?? [];
  return rest === undefined ? undefined : { number: Number(number), name: `${list}.*${rest}` };
}
