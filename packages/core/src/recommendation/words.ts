const accents = /[\u0300-\u036f]/g;
// ASCII, Latin-1, punctuation, currency, arrows and signs: the same as the databases take for no letter and no digit.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters stand between words too.
const between = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f]+/;

/** The words of a text as they stand in it. */
export function wordsIn(text: string): string[] {
  return text.split(between).filter((word) => word !== "");
}

/** The words of a text as they are searched: in small letters and without accents, each once. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(accents, "").toLowerCase().replaceAll("ς", "σ");
  return [...new Set(wordsIn(plain).map((word) => [...word].slice(0, 200).join("")))];
}
