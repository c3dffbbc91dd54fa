import type { LocalizedText } from "@heed/core";
import { beginningOf } from "@heed/core/recommendation/beginning";
import type { Dialect } from "../connection/sql.ts";
import { jsonField, readJson } from "../statements/json-field.ts";

export type TitleRow = { title: string | null; untitled: string | null };

/** The columns of a TitleRow, for a recommendation `r`: a text, which may be long, is read only where there is no title. */
export function titleColumns(dialect: Dialect): string {
  const title = jsonField(dialect, "r.body", "title");
  return `${title} AS title, CASE WHEN ${title} IS NULL THEN ${jsonField(dialect, "r.body", "text")} END AS untitled`;
}

export function titleOf({ title, untitled }: TitleRow): { title?: LocalizedText; beginning?: LocalizedText } {
  const own = readJson<LocalizedText>(title);
  const text = readJson<LocalizedText>(untitled);
  return { ...(own && { title: own }), ...(text && { beginning: beginningOf(text) }) };
}
