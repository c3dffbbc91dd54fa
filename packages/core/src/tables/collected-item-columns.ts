import { itemProperties, typedItem } from "../collected-item/brought/typed-item.ts";
import { type ItemKindName, itemKinds } from "../collected-item/item-kinds.ts";
import { writtenValue } from "../collected-item/written-value.ts";
import { label } from "../label.ts";
import { textIn } from "../localized-text.ts";
import type { ListedItem } from "../read-models/listed-item.ts";
import { shownValue } from "../wording/shown-value.ts";
import type { Column, Columns } from "./list-table.ts";
import { titles } from "./titles.ts";

function typedColumns(kind: ItemKindName): Columns<ListedItem> {
  const columns = itemProperties(kind).map((name): [string, Column<ListedItem>] => [
    name,
    {
      title: label(name, name, name, name),
      ...(name === "year" && { type: "integer" }),
      of: (item) => (name === "year" ? item.year : (typedItem(item).get(name) ?? "")),
    },
  ]);
  return Object.fromEntries(columns);
}

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

/**
 * The columns of what is collected: where one kind is asked for, with those of its content. For a program, which asks for no language,
 * such a table has all that the items say, a text in languages in a column for each, and comes in again as it went out.
 */
export function collectedItemColumns(
  kinds: readonly ItemKindName[] = [],
  { isForProgram = false }: { isForProgram?: boolean } = {},
): Columns<ListedItem> {
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0 && isForProgram) return typedColumns(only);
  const words = only === undefined || others.length > 0 ? {} : itemKinds[only].words;
  const own = Object.entries(words).map(([name, title]) => [
    name,
    {
      title,
      of: ({ kind, content }: ListedItem, language?: string) =>
        language === undefined || content[name] === undefined
          ? writtenValue(content[name], language)
          : shownValue(kind, name, content[name], language),
    },
  ]);
  return { ...common, ...Object.fromEntries(own), id: { title: titles.id, of: ({ id }) => id } };
}
