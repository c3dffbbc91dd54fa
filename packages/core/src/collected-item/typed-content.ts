import { z } from "zod";
import { propertyOf } from "../acting/property-kind.ts";
import type { Label } from "../label.ts";
import { Year } from "../time/day.ts";
import { type ItemKindName, itemKinds } from "./item-kinds.ts";
import type { ItemContent } from "./kinds/item-kind.ts";

/** How a property of a content is typed: a list has an item on each line, and a row its columns between `|`. */
export type ContentField = {
  name: string;
  label: Label;
  kind: "text" | "texts" | "day" | "choice" | "yes" | "number" | "lines" | "rows";
  needed: boolean;
  choices: readonly string[];
  columns: readonly string[];
  /** Those of the columns that hold numbers. */
  numbers: readonly string[];
};

/** The fields of a kind, as its schema tells them. */
export function contentFields(kind: ItemKindName): readonly ContentField[] {
  const { content, words } = itemKinds[kind];
  return Object.entries(words).map(([name, label]) => {
    const { kind: is, needed, many, choices } = propertyOf(content, name);
    const schema = content.shape[name] as z.ZodType;
    const row = rowShape(schema);
    const columns = Object.keys(row);
    return {
      name,
      label,
      kind: fieldKind(schema, is, many, columns),
      needed,
      choices,
      columns,
      numbers: columns.filter((column) => isNumber(row[column] as z.ZodType)),
    };
  });
}

/** The properties of a kind, and of the rows of its lists, that are years: names of years, and no amounts. */
export function yearProperties(kind: ItemKindName): readonly string[] {
  const shapes = [itemKinds[kind].content.shape, ...Object.values(itemKinds[kind].content.shape).map(rowShape)];
  return shapes.flatMap((shape) =>
    Object.entries(shape).flatMap(([name, schema]) => (plain(schema as z.ZodType) === Year ? [name] : [])),
  );
}

function fieldKind(schema: z.ZodType, is: string, many: boolean, columns: readonly string[]): ContentField["kind"] {
  if (many) return columns.length > 0 ? "rows" : "lines";
  if (is === "texts" || is === "day" || is === "choice" || is === "yes") return is;
  return isNumber(schema) ? "number" : "text";
}

function isNumber(schema: z.ZodType): boolean {
  return plain(schema) instanceof z.ZodNumber;
}

function plain(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? plain(schema.unwrap() as z.ZodType)
    : schema;
}

function rowShape(schema: z.ZodType): z.ZodRawShape {
  const list = plain(schema);
  const item = list instanceof z.ZodArray ? list.element : undefined;
  return item instanceof z.ZodObject ? item.shape : {};
}

/** The content that was typed: `typedIn` gives a field, of a text in languages `name.nl`. What is empty is absent. */
export function typedContent(
  kind: ItemKindName,
  typedIn: (field: string) => string,
  languages: readonly string[],
): ItemContent {
  return Object.fromEntries(
    contentFields(kind).flatMap((field) => {
      const value = typedValue(field, typedIn, languages);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function typedValue(
  { name, kind, columns, numbers }: ContentField,
  typedIn: (field: string) => string,
  languages: readonly string[],
): unknown {
  if (kind === "texts") {
    const texts = languages.flatMap((language) => {
      const text = typedIn(`${name}.${language}`).trim();
      return text === "" ? [] : [[language, text]];
    });
    return texts.length === 0 ? undefined : Object.fromEntries(texts);
  }
  const text = typedIn(name).trim();
  if (kind === "yes") return text === "yes" ? true : text === "no" ? false : undefined;
  if (text === "") return undefined;
  if (kind === "number") return typedNumber(text);
  const lines = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  if (kind === "lines") return lines;
  return kind === "rows" ? lines.map((line) => rowOf(line, columns, numbers)) : text;
}

/** What is no number stays as it was typed, and is refused as such. */
function typedNumber(text: string): number | string {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** The last column takes what is left. */
function rowOf(line: string, columns: readonly string[], numbers: readonly string[]): object {
  const parts = line.split("|").map((part) => part.trim());
  const cells = [...parts.slice(0, columns.length - 1), parts.slice(columns.length - 1).join(" | ")];
  return Object.fromEntries(
    columns.flatMap((column, place) => {
      const cell = cells[place];
      return cell ? [[column, numbers.includes(column) ? typedNumber(cell) : cell]] : [];
    }),
  );
}

/** What stands in the fields of a content: the reverse of typedContent(). */
export function contentAsTyped(kind: ItemKindName, content: ItemContent): ReadonlyMap<string, string> {
  const typed = new Map<string, string>();
  for (const { name, kind: is, columns } of contentFields(kind)) {
    const value = content[name];
    if (value === undefined) continue;
    if (is === "texts")
      for (const [language, text] of Object.entries(value as object)) typed.set(`${name}.${language}`, text);
    else if (is === "yes") typed.set(name, value === true ? "yes" : "no");
    else if (is === "lines") typed.set(name, (value as readonly string[]).join("\n"));
    else if (is === "rows")
      typed.set(
        name,
        (value as readonly Record<string, string>[])
          .map((row) => columns.map((column) => row[column] ?? "").join(" | "))
          .join("\n"),
      );
    else typed.set(name, String(value));
  }
  return typed;
}
