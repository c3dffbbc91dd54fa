import { type CollectedItem, dayOfItem, isPublic } from "@heed/core/collected-item/collected-item";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { wordsOf } from "@heed/core/recommendation/words";
import type { CollectedItemRow, CollectedItemThemeRow } from "../generated/tables.ts";

export function collectedItemRow(item: CollectedItem, recordedAt: string): CollectedItemRow {
  const { id, kind, issuingBody, reference, year } = item;
  return {
    ...{ id, kind, reference, year, recordedAt },
    issuingBodyId: issuingBody,
    referenceKey: referenceKey(reference),
    day: dayOfItem(item),
    isPublic: isPublic(item) ? 1 : 0,
    words: ` ${wordsOf(textsIn(item).join(" ")).join(" ")} `,
    body: JSON.stringify(item),
    version: 1,
  };
}

export function collectedItemThemeRows({ id, themes }: CollectedItem): CollectedItemThemeRow[] {
  return [...new Set(themes)].map((theme) => ({ theme, itemId: id }));
}

/** All that a person wrote in it. Codes and days are found by filters. */
function textsIn({ reference, title, text, themes, content }: CollectedItem): string[] {
  return stringsIn({ reference, title, text, themes, content });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
