import { type ItemKindName, itemKinds } from "../collected-item/item-kinds.ts";
import { isTexts, writtenValue } from "../collected-item/written-value.ts";
import { label } from "../label.ts";
import type { LocalizedText } from "../localized-text.ts";
import { labelOf } from "./label-within.ts";
import { readerLanguage } from "./reader-language.ts";

const yes = label("yes", "oui", "ja", "ja");
const no = label("no", "non", "nee", "nein");

/** What a property of an item says, for who reads it in a language: a code by its label, yes or no in words, a value of a breakdown by its name. */
export function shownValue(kind: ItemKindName, name: string, value: unknown, language: string | undefined): string {
  const reader = readerLanguage(language);
  if (typeof value === "boolean") return (value ? yes : no)[reader];
  if (Array.isArray(value)) return value.map((each) => shownValue(kind, name, each, language)).join("; ");
  const list = itemKinds[kind].codes?.[name];
  if (list !== undefined && typeof value === "string") return labelOf(list, value, reader);
  return writtenValue(categoryTexts(value) ?? value, language);
}

/** How a value of a breakdown is called, where it has names besides its code: a reader needs no code. */
export function categoryTexts(value: unknown): LocalizedText | undefined {
  if (typeof value !== "object" || value === null || !("code" in value)) return undefined;
  const { code: _, ...texts } = value;
  return isTexts(texts) && Object.keys(texts).length > 0 ? texts : undefined;
}
