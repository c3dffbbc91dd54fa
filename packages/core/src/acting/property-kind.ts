import { z } from "zod";
import { DeadlineTarget } from "../follow-up/entries/deadline-target.ts";
import { Evidence } from "../follow-up/entries/evidence.ts";
import { Day, Year } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";

/** What a property of an act's input is, for who asks for it on a command line or in a form. */
export type PropertyKind = "choice" | "day" | "year" | "dueDate" | "deadline" | "evidence" | "changes" | "yes" | "text";

/** The kind of a property by its schema, whether it must be given, and what there is to choose from. */
export function propertyKind(schema: z.ZodType): { kind: PropertyKind; needed: boolean; choices: readonly string[] } {
  const plain = plainOf(schema);
  const choices = plain instanceof z.ZodEnum ? plain.options.map(String) : [];
  return { kind: kindOfPlain(plain), needed: !schema.isOptional(), choices };
}

const kinds = new Map<z.ZodType, PropertyKind>([
  [Day, "day"],
  [Year, "year"],
  [DueDate, "dueDate"],
  [DeadlineTarget, "deadline"],
]);

function kindOfPlain(plain: z.ZodType): PropertyKind {
  if (plain instanceof z.ZodEnum) return "choice";
  if (plain instanceof z.ZodBoolean) return "yes";
  if (plain instanceof z.ZodRecord) return "changes";
  if (plain instanceof z.ZodArray && plain.element === Evidence) return "evidence";
  return kinds.get(plain) ?? "text";
}

/** Without what says that it may be absent. */
function plainOf(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? plainOf(schema.unwrap() as z.ZodType) : schema;
}
