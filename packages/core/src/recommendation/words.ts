import { foldedText } from "../text/folded-text.ts";

const between = /[^\p{L}\p{M}\p{N}]+/u;
/** Longer words are cut here. */
const longest = 200;

/**
 * The words of a text for searching: in small letters, without accents, each once. Both databases get these words and
 * do not split texts themselves.
 */
export function wordsOf(text: string): string[] {
  const words = foldedText(text).split(between);
  return [
    ...new Set(words.map((word) => (word.length <= longest ? word : [...word].slice(0, longest).join("")))),
  ].filter((word) => word !== "");
}
