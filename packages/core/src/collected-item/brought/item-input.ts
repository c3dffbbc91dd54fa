import { mergePatchBetween } from "../../merge-patch.ts";
import type { CollectedItem } from "../collected-item.ts";
import type { ItemKindName } from "../item-kinds.ts";
import { typedContent } from "../typed-content.ts";

type Typed = ReadonlyMap<string, string>;

/** What a row says, as the act takes it: an empty cell says nothing. */
export function itemInput(kind: ItemKindName, typed: Typed): Record<string, unknown> {
  const languages = [...new Set([...typed.keys()].flatMap((name) => /\.([a-z]{2,3})$/.exec(name)?.[1] ?? []))];
  const at = (name: string) => typed.get(name)?.trim() ?? "";
  const texts = (name: string) =>
    Object.fromEntries(
      languages.flatMap((each) => (at(`${name}.${each}`) === "" ? [] : [[each, at(`${name}.${each}`)]])),
    );
  const text = texts("text");
  const year = at("year");
  return {
    kind,
    ...(at("reference") !== "" && { reference: at("reference") }),
    ...(year !== "" && { year: /^\d{1,6}$/.test(year) ? Number(year) : year }),
    title: texts("title"),
    ...(Object.keys(text).length > 0 && { text }),
    themes: at("themes")
      .split("\n")
      .flatMap((line) => (line.trim() === "" ? [] : [line.trim()])),
    confidential:
      at("confidential") === "" || at("confidential") === "no"
        ? false
        : at("confidential") === "yes" || at("confidential"),
    content: typedContent(kind, at, languages),
  };
}

/** What differs between a row and the item that is known, by property: the columns that the table has, and no others. */
export function differingProperties(typed: Typed, known: Typed): string[] {
  return [...typed.keys()].filter(
    (name) => !["id", "kind", "issuingBody"].includes(name) && plain(typed.get(name)) !== plain(known.get(name)),
  );
}

/** Lines without the spaces around them, as they are read. */
function plain(text = ""): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/( \|)+$/, ""))
    .filter((line) => line !== "")
    .join("\n");
}

/** The correction of a known item by a row: what the table has no column for stays. */
export function itemChanges(item: CollectedItem, typed: Typed, known: Typed): Record<string, unknown> {
  const joined = new Map([...known, ...typed]);
  const { kind: _, ...after } = itemInput(item.kind, joined);
  const { reference, year, title, text, themes, confidential, content } = item;
  return mergePatchBetween({ reference, year, title, text, themes, confidential, content }, after);
}
