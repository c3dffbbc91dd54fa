import type { Label } from "../label.ts";

type WrittenLanguage = keyof Label;

/**
 * Own words with the spaces that a language wants: French never breaks a line before a colon, a semicolon, a question or exclamation mark, a percent sign or
 * within its quotation marks. They are written with plain spaces where they are kept. Texts of the record stay as they are.
 */
export function typeset(language: WrittenLanguage, words: string): string {
  if (language !== "fr") return words;
  return words.replace(/ (?=[:»%](?:\W|$))|(?<=«) /g, "\u00a0").replace(/ (?=[;!?])/g, "\u202f");
}

/** A colon with the spaces around it. */
export function colon(language: WrittenLanguage): string {
  return language === "fr" ? "\u00a0: " : ": ";
}

/** Several things beside each other. */
export function semicolons(language: WrittenLanguage, things: readonly string[]): string {
  return things.join(language === "fr" ? "\u202f; " : "; ");
}

/** All own words of one language, and what its sentences become, with their spaces. */
export function typesetAll<Words>(language: WrittenLanguage, words: Words): Words {
  if (language !== "fr") return words;
  return typesetIn(words) as Words;
}

function typesetIn(words: unknown): unknown {
  if (typeof words === "string") return typeset("fr", words);
  if (typeof words === "function") return (...facts: unknown[]) => typesetIn(words(...facts));
  if (Array.isArray(words)) return words.map(typesetIn);
  if (words === null || typeof words !== "object") return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, typesetIn(each)]));
}
