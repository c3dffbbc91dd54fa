import type { Label } from "../label.ts";
import { type RefDataList, refData } from "../ref-data/labels.ts";

/** The label of a code; the code itself where it has no label. */
export function labelOf(list: RefDataList, code: string, language: keyof Label): string {
  const labels: Readonly<Record<string, Label>> = refData[list];
  return labels[code]?.[language] ?? code;
}

/**
 * The label of a code within a sentence or a line: without a capital, except in German, where nouns have one. The code
 * itself where it has no label.
 */
export function labelWithin(list: RefDataList, code: string, language: keyof Label): string {
  const text = labelOf(list, code, language);
  if (text === code) return code;
  return language === "de" ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
