import { labelLanguages } from "../../label.ts";
import type { CollectedItem } from "../collected-item.ts";
import type { ItemKindName } from "../item-kinds.ts";
import { contentAsTyped, contentFields } from "../typed-content.ts";

/** The properties of an item as the columns of a table, in their order: a text in languages has one for each. */
export function itemProperties(kind: ItemKindName): readonly string[] {
  const texts = (name: string) => labelLanguages.map((language) => `${name}.${language}`);
  return [
    ...["reference", "kind", "issuingBody", "year", ...texts("title"), ...texts("text"), "themes", "confidential"],
    ...contentFields(kind).flatMap(({ name, kind: is }) => (is === "texts" ? texts(name) : [name])),
    "id",
  ];
}

/** Whether a column of this name says something of an item; a text may have a column in any language. */
export function isItemProperty(kind: ItemKindName, name: string): boolean {
  const plain = name.replace(/\.[a-z]{2,3}$/, ".nl");
  return itemProperties(kind).includes(plain);
}

/** What an item says, as the cells of such a table: a list has one item on each line, a row its parts between `|`. */
export function typedItem(item: CollectedItem & { issuingBodyCode: string }): ReadonlyMap<string, string> {
  const { id, reference, kind, issuingBodyCode, year, title, text = {}, themes, confidential, content } = item;
  const inLanguages = (name: string, texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([language, said]): [string, string] => [`${name}.${language}`, said]);
  return new Map([
    ...Object.entries({ id, reference, kind, issuingBody: issuingBodyCode, year: String(year) }),
    ...inLanguages("title", title),
    ...inLanguages("text", text),
    ["themes", themes.join("\n")],
    ["confidential", confidential ? "yes" : "no"],
    ...contentAsTyped(kind, content),
  ]);
}
