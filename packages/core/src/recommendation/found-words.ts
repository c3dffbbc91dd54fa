import { z } from "zod";
import { Language, type LocalizedText } from "../localized-text.ts";
import { searchableText } from "../text/searchable-text.ts";
import { wordsOf } from "./words.ts";

/** A piece of a text: one of the words that were looked for, or what stands between them. */
export const FoundPiece = z
  .strictObject({ text: z.string(), found: z.literal(true).optional() })
  .meta({ id: "FoundPiece", description: "A piece of a text; `found` where it is a word that was looked for." });
export type FoundPiece = z.infer<typeof FoundPiece>;

/** Where the words of a search stand, in each language that has one of them. */
export const FoundWords = z
  .record(Language, z.array(FoundPiece).readonly())
  .meta({ id: "FoundWords", description: "A passage with words that were looked for, keyed by ISO 639-1 code." });
export type FoundWords = z.infer<typeof FoundWords>;

/** A word as it is written, with the signs in it that nobody sees. */
const written = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** Signs before the first word that is found, and in the whole passage. */
const before = 90;
const longest = 260;

/**
 * The words of a search in the texts of a recommendation: a passage around the first of them, in each language that has one,
 * from the first of the texts that has it. They are found in the same plain form in which a search compares them (docs/decisions/0017).
 */
export function foundWords(words: string, texts: readonly (LocalizedText | undefined)[]): FoundWords {
  const asked = new Set(wordsOf(words));
  const found: FoundWords = {};
  for (const each of texts)
    for (const [language, text] of Object.entries(each ?? {})) {
      if (found[language] !== undefined) continue;
      const passage = passageOf(text, asked);
      if (passage !== undefined) found[language] = passage;
    }
  return found;
}

/** The whole of a text, with the words of a search in it. */
export function wordsMarked(words: string, text: string): FoundPiece[] {
  return pieces(text, hitsIn(text, new Set(wordsOf(words))), 0, text.length);
}

type Hit = { from: number; to: number };

function hitsIn(text: string, asked: ReadonlySet<string>): Hit[] {
  // Most texts of a page are in a language that has none of the words: those are not looked at word by word.
  const searchable = searchableText(text);
  if (![...asked].some((each) => searchable.includes(each))) return [];
  return [...text.matchAll(written)].flatMap(({ 0: word, index }) =>
    wordsOf(word).some((each) => asked.has(each)) ? [{ from: index, to: index + word.length }] : [],
  );
}

function passageOf(text: string, asked: ReadonlySet<string>): FoundPiece[] | undefined {
  const hits = hitsIn(text, asked);
  const [first] = hits;
  if (first === undefined) return undefined;
  const from = first.from <= before ? 0 : afterSpace(text, first.from - before, first.from);
  const to = text.length - from <= longest ? text.length : beforeSpace(text, first.to, from + longest);
  return pieces(text, hits, from, to);
}

/** Begins with a word, where one begins between the two places. */
function afterSpace(text: string, from: number, latest: number): number {
  const at = text.slice(from, latest).search(/\s/);
  return at < 0 ? latest : from + at + 1;
}

function beforeSpace(text: string, earliest: number, to: number): number {
  const at = text.slice(earliest, to).search(/\s\S*$/);
  return at < 0 ? earliest : earliest + at;
}

function pieces(text: string, hits: readonly Hit[], from: number, to: number): FoundPiece[] {
  const all: FoundPiece[] = from > 0 ? [{ text: "…" }] : [];
  let at = from;
  for (const hit of hits) {
    if (hit.from < from || hit.to > to) continue;
    if (hit.from > at) all.push({ text: text.slice(at, hit.from) });
    all.push({ text: text.slice(hit.from, hit.to), found: true });
    at = hit.to;
  }
  if (at < to) all.push({ text: text.slice(at, to) });
  if (to < text.length) all.push({ text: "…" });
  return all;
}
