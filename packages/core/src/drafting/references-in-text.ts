import type { LocalizedText } from "../localized-text.ts";

/** As many as a person reads through. */
const mostCited = 10;

/** A number with letters, points, dashes or slashes in it, such as 2011-03, R-4 or 2013/2.a; a day or a plain number is none. */
const cited = /(?<![\p{L}\p{N}./-])(?=[\p{L}.\-/]*\p{N})[\p{L}\p{N}]+(?:[-./][\p{L}\p{N}]+)+(?![\p{L}\p{N}/-])/gu;

/** What in a text may be the number of a recommendation, in its order: whether there is one is asked of the record. */
export function referencesIn(text: LocalizedText): readonly string[] {
  const found = Object.values(text).flatMap((words) => [...words.matchAll(cited)].map(([each]) => each));
  return [...new Set(found)].slice(0, mostCited);
}
