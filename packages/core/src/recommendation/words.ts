import { foldedText } from "../text/folded-text.ts";

const between = /[^\p{L}\p{M}\p{N}]+/u;
/** Longer ones are kept as far as this. */
const longest = 200;

/** The words of a text as they are searched: in small letters and folded, each once. Both databases are given these, and split nothing themselves. */
export function wordsOf(text: string): string[] {
  const words = foldedText(text).split(between);
  return [
    ...new Set(words.map((word) => (word.length <= longest ? word : [...word].slice(0, longest).join("")))),
  ].filter((word) => word !== "");
}
