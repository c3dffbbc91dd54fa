import { searchableText } from "../text/searchable-text.ts";

const separators = /[^\p{L}\p{M}\p{N}]+/u;
/** Longer words are cut here. */
const longestWord = 200;

/**
 * The words of a text for searching: in small letters, without accents, each once. Both databases get these words and
 * do not split texts themselves.
 */
export function wordsOf(text: string): string[] {
  const words = searchableText(text).split(separators);
  return [
    ...new Set(words.map((word) => (word.length <= longestWord ? word : [...word].slice(0, longestWord).join("")))),
  ].filter((word) => word !== "");
}
