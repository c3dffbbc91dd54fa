import type { Label } from "../label.ts";
import { type DemandWords, demandVerbsInEnglish, demandVerbsInFrench, demandWords } from "./demand-words.ts";

/**
 * The demands of a text in a language, each as it stands there. A text whose sentences demand nothing by their words is
 * one demand when it begins with its verb, as English ones do, and none otherwise.
 */
export function demandsIn(text: string, language: keyof Label): readonly string[] {
  const words = demandWords[language];
  const items = listItems(text, words);
  if (items.length > 1) return items;
  const sentences = sentencesOf(text).flatMap((sentence, place) => demandsOf(sentence, place === 0, words));
  return [...new Set(sentences)];
}

const bullet = /(?:^|[\s:;,.])(?:[•‣▪◦–-]|\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[.)])\s+(?=\p{L})/gu;

/** The items of a list that each demand something; none where they only describe what is demanded before them. */
function listItems(text: string, { introducing, describing }: DemandWords): readonly string[] {
  const marks = [...text.matchAll(bullet)];
  if (marks.length < 2) return [];
  const items = marks.map((mark, place) => text.slice(mark.index + mark[0].length, marks[place + 1]?.index).trim());
  const isIntroduced = introducing?.test(text.slice(0, marks[0]?.index)) ?? false;
  const demanding = items.filter((item) => isIntroduced || describing.exec(item)?.index !== 0);
  return demanding.length > 1 ? items.map(withoutEnd) : [];
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?]["”»)]?)\s+(?=["“«(]?\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function demandsOf(sentence: string, isFirst: boolean, { marker, joined, describing }: DemandWords): readonly string[] {
  const isImperative =
    isFirst && joined !== undefined && !marker.test(sentence) && describing.exec(sentence)?.index !== 0;
  if (!isImperative && !marker.test(sentence)) return [];
  const pieces = joined === undefined ? [sentence] : joinedPieces(sentence, joined);
  return pieces.map(withoutEnd);
}

/** What stands before a joined verb is a demand of its own only when it has more than its verb: "adopt and implement a law" is one. */
const fewestWords = 3;

/** Two verbs side by side have one object, however much stands before them. */
const endsWithVerb = new RegExp(`(?<!\\p{L})(?:${demandVerbsInEnglish}|${demandVerbsInFrench})\\s*$`, "iu");

function joinedPieces(sentence: string, joined: RegExp): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of sentence.matchAll(joined)) {
    const piece = sentence.slice(from, match.index);
    if (piece.trim().split(/\s+/).length < fewestWords || endsWithVerb.test(piece)) continue;
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  return [...pieces, sentence.slice(from)];
}

function withoutEnd(piece: string): string {
  return piece.replace(/[\s;,.:]+$/u, "").trim();
}
