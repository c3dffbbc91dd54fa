import { DomainError, type Issue } from "../domain-error.ts";
import { contentOf } from "./content-of.ts";
import { type ItemKindName, itemKinds } from "./item-kinds.ts";
import type { ItemContent } from "./kinds/item-kind.ts";
import { personsTold } from "./persons-told.ts";

type Told = { kind: ItemKindName; reference: string; title: object; text?: object | undefined; content: ItemContent };

/** What an item says that its kind does not allow, each with its place; nothing where all is well. */
export function itemFaults({ kind, reference, title, text, content }: Told): readonly Issue[] {
  const { faults, isAnonymous } = itemKinds[kind];
  const misread = misreadIn(kind, content);
  if (misread.length > 0) return misread;
  const allowed = (content.noPersons ?? []) as readonly string[];
  return [
    ...(faults?.(content) ?? []).map(({ name, ...issue }) => ({ ...issue, name: `content.${name}` })),
    ...(isAnonymous === true ? personsTold({ reference, title, text, content }, allowed) : []),
  ];
}

function misreadIn(kind: ItemKindName, content: unknown): readonly Issue[] {
  try {
    contentOf(kind, content);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.issues;
    throw error;
  }
}
