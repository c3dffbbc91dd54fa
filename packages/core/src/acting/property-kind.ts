import { z } from "zod";
import { DeadlineTarget } from "../follow-up/entries/deadline-target.ts";
import { NewEvidenceItem } from "../follow-up/entries/evidence.ts";
import { LocalizedText } from "../localized-text.ts";
import { Day, Year } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";

/** What a name stands for, so that whoever asks for it looks it up. An addressee may stand for all bodies of that name. */
export type NamedKind =
  | "organization"
  | "addressee"
  | "addresseeInRole"
  | "result"
  | "report"
  | "recommendation"
  | "followUp"
  | "entry"
  | "organizationChange"
  | "collectedItem"
  | "reportSection"
  | "theme";

/** What a property of an act's input is, for who asks for it on a command line or in a form. */
export type PropertyKind =
  | NamedKind
  | "choice"
  | "day"
  | "year"
  | "dueDate"
  | "deadline"
  | "responsePeriod"
  | "evidence"
  | "changes"
  | "settings"
  | "otherName"
  | "texts"
  | "yes"
  | "only"
  | "text";

/** What is asked of who gives a property. */
export type Property = {
  kind: PropertyKind;
  /** It must be given. */
  needed: boolean;
  /** It is a list. */
  many: boolean;
  choices: readonly string[];
};

/** The property of an input, and what it is: as the row of its act says, or else by its schema. */
export function propertyOf(input: z.ZodObject | undefined, name: string, as?: PropertyKind): Property {
  const schema = input?.shape[name] as z.ZodType | undefined;
  if (schema === undefined) throw new Error(`the input of the act has no property ${name}`);
  const plain = plainOf(schema);
  const item = plain instanceof z.ZodArray ? plainOf(plain.element as z.ZodType) : plain;
  return {
    kind: as ?? kindOf(item),
    needed: !schema.isOptional(),
    many: plain instanceof z.ZodArray,
    choices: choicesOf(item),
  };
}

/** By their definitions, which a schema with another description shares. */
const kinds = new Map<unknown, PropertyKind>([
  [Day.def, "day"],
  [Year.def, "year"],
  [DueDate.def, "dueDate"],
  [DeadlineTarget.def, "deadline"],
  [NewEvidenceItem.def, "evidence"],
  [LocalizedText.def, "texts"],
]);

function kindOf(plain: z.ZodType): PropertyKind {
  const kind = kinds.get(plain.def);
  if (kind !== undefined) return kind;
  if (plain instanceof z.ZodEnum) return "choice";
  if (plain instanceof z.ZodBoolean) return "yes";
  if (plain instanceof z.ZodLiteral) return "only";
  if (plain instanceof z.ZodRecord) return "changes";
  return "text";
}

/** What there is to choose from, or the only value. */
function choicesOf(plain: z.ZodType): readonly string[] {
  if (plain instanceof z.ZodEnum) return plain.options.map(String);
  return plain instanceof z.ZodLiteral ? [...plain.values].map(String) : [];
}

/** Without what says that it may be absent, or null in a merge patch. */
function plainOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return plainOf(schema.unwrap() as z.ZodType);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const [only, ...others] = schema.options.filter((option) => !(option instanceof z.ZodNull));
  return only !== undefined && others.length === 0 ? plainOf(only as z.ZodType) : schema;
}
