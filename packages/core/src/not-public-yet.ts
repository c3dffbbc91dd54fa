import { type Label, label } from "./label.ts";

/** Said in place of the words of an answer that waits for its publication (R60). */
export const notPublicYet: Label = label(
  "Its text is not public yet",
  "Son texte n'est pas encore public",
  "De tekst ervan is nog niet openbaar",
  "Sein Text ist noch nicht öffentlich",
);

/** What was said, or that it is not public yet. */
export function saidOr(said: string | undefined, language: keyof Label): string {
  return said ?? notPublicYet[language];
}

/** What an entry says, or that it is not public yet; undefined where it says nothing. */
export function wordsOf(entry: object, said: string | undefined, language: keyof Label): string | undefined {
  return "publication" in entry && entry.publication === "withheld" ? notPublicYet[language] : said;
}
