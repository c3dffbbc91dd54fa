import type { z } from "zod";
import type { Issue } from "../../domain-error.ts";
import type { Label } from "../../label.ts";

/** What an item says besides what all items say, by the property of its kind. */
export type ItemContent = Readonly<Record<string, unknown>>;

/** A kind of what is collected: one file that says all that is particular to it. */
export type ItemKind = {
  name: string;
  /** One of them, and several. */
  label: Label;
  plural: Label;
  content: z.ZodObject;
  /** The title of each property of the content. */
  words: Readonly<Record<string, Label>>;
  /** The properties that are codes, with the list of their labels (a RefDataList, of which the kinds are a part). */
  codes?: Readonly<Record<string, "organizationLevel">>;
  /** The property with the day by which it is listed within its year. */
  day?: string;
  /** Whether the content alone makes it confidential, whatever was said. */
  isConfidential?: (content: ItemContent) => boolean;
  /** Nothing in it may tell who a person is. */
  isAnonymous?: true;
  /** It is about a person: only editors of its body and admins see it, and it can be erased. */
  isPersonal?: true;
  /** What does not fit in a content that has the form of the schema. */
  faults?: (content: ItemContent) => readonly Issue[];
};

/** The content of the kind: every property has its words, and the rules read it as it is typed. */
type Kind<Name extends string, Shape extends z.ZodRawShape> = Omit<
  ItemKind,
  "name" | "content" | "words" | "day" | "isConfidential" | "faults"
> & {
  name: Name;
  content: z.ZodObject<Shape>;
  words: Readonly<Record<keyof Shape, Label>>;
  day?: keyof Shape & string;
  isConfidential?: (content: z.output<z.ZodObject<Shape>>) => boolean;
  faults?: (content: z.output<z.ZodObject<Shape>>) => readonly Issue[];
};

export function itemKind<const Name extends string, Shape extends z.ZodRawShape>(
  kind: Kind<Name, Shape>,
): ItemKind & { name: Name } {
  return kind as unknown as ItemKind & { name: Name };
}
