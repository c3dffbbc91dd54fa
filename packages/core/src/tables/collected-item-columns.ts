import type { CollectedItem } from "../collected-item/collected-item.ts";
import { type ItemKindName, itemKinds } from "../collected-item/item-kinds.ts";
import { writtenValue } from "../collected-item/written-value.ts";
import { label } from "../label.ts";
import { type LocalizedText, textIn } from "../localized-text.ts";
import type { Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

export type ListedItem = CollectedItem & { issuingBodyName: LocalizedText; issuingBodyCode: string };

const common: Columns<ListedItem> = {
  reference: { title: titles.reference, of: ({ reference }) => reference },
  kind: { title: label("Kind", "Sorte", "Soort", "Art"), codes: "collectedItemKind", of: ({ kind }) => kind },
  issuingBody: {
    title: label("Collected by", "Recueilli par", "Verzameld door", "Gesammelt von"),
    of: ({ issuingBodyName }, language) => textIn(issuingBodyName, language),
  },
  year: { title: label("Year", "Année", "Jaar", "Jahr"), type: "integer", of: ({ year }) => year },
  title: { title: titles.title, of: ({ title }, language) => textIn(title, language) },
  text: { title: label("Text", "Texte", "Tekst", "Text"), of: ({ text }, language) => writtenValue(text, language) },
  themes: { title: titles.themes, of: ({ themes }) => themes.join("; ") },
};

/** The columns of what is collected: where one kind is asked for, with those of its content. */
export function collectedItemColumns(kinds: readonly ItemKindName[] = []): Columns<ListedItem> {
  const [only, ...others] = kinds;
  const words = only === undefined || others.length > 0 ? {} : itemKinds[only].words;
  const own = Object.entries(words).map(([name, title]) => [
    name,
    { title, of: ({ content }: ListedItem, language?: string) => writtenValue(content[name], language) },
  ]);
  return { ...common, ...Object.fromEntries(own), id: { title: titles.id, of: ({ id }) => id } };
}
