import type { LocalizedText } from "../localized-text.ts";

/** About the length of a long title. */
const longest = 140;

/**
 * The beginning of a text in each of its languages, in one line: what lists show of a recommendation that has no title. It ends after
 * a word, with an ellipsis where more follows.
 */
export function beginningOf(text: LocalizedText): LocalizedText {
  return Object.fromEntries(Object.entries(text).map(([language, each]) => [language, shortened(each)]));
}

function shortened(text: string): string {
  // Spaces make a line no longer, so that enough is left of a text with many of them.
  const line = text
    .slice(0, 20 * longest)
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...line];
  if (signs.length <= longest && text.length <= 20 * longest) return line;
  const cut = signs.slice(0, longest).join("");
  const end = cut.lastIndexOf(" ");
  const atWord = (end < 0 ? "" : cut.slice(0, end)).replace(/[\s,;:–-]+$/, "");
  return `${atWord.length > longest / 2 ? atWord : cut}…`;
}

/** What lists call a recommendation beside its reference: its title, or else the beginning of its text. */
export function titleOrBeginning({
  title,
  beginning,
}: {
  title?: LocalizedText | undefined;
  beginning?: LocalizedText | undefined;
}): LocalizedText | undefined {
  return title ?? beginning;
}
