import { isItem, numberBefore } from "./numbered.ts";
import type { Found, ProposedRecommendation } from "./proposed-recommendation.ts";

/** A paragraph of a text or a file. */
export type Paragraph = {
  text: string;
  /** Its place, from 1. */
  paragraph: number;
  /** It is in a list that the program numbers or marks by itself; the sign is no part of its text. */
  list?: { id: string; level: number; isCounted: boolean };
  /** Its lines follow the paragraph before without an empty line. */
  follows?: boolean;
};

type Read = Paragraph & { reference?: string; isWorded: boolean; words: string };

/** A shorter one is a heading. */
const fewestWords = 3;

/**
 * The recommendations among paragraphs: those with a number. Where some say "recommendation" before their number, only those. Items below
 * one belong to it. Where no paragraph has a number, `isBare` makes each of them one.
 */
export function proposedInParagraphs(
  paragraphs: readonly Paragraph[],
  language: string,
  { isBare = false }: { isBare?: boolean } = {},
): Found {
  const read = numbered(paragraphs);
  const isWorded = read.some((each) => each.isWorded);
  const begins = (each: Read) => each.reference !== undefined && (!isWorded || each.isWorded);
  const hasNumbers = read.some((each) => begins(each));
  const found: { reference?: string; paragraph: number; lines: string[]; mayGoOn: boolean }[] = [];
  let others = 0;
  for (const each of read) {
    const open = found.at(-1);
    const isBelow =
      open?.mayGoOn && (isBelowAnother(each) || (open.lines.length === 0 && each.reference === undefined));
    if (begins(each) || (!hasNumbers && isBare && !isBelow)) {
      found.push({
        ...(each.reference !== undefined && { reference: each.reference }),
        ...{ paragraph: each.paragraph, lines: each.words === "" ? [] : [each.words], mayGoOn: true },
      });
    } else if (open && isBelow) open.lines.push(each.text.trim());
    else {
      others += 1;
      if (open) open.mayGoOn = false;
    }
  }
  const items = found
    .filter(({ lines }) => lines.join(" ").split(/\s+/).length >= fewestWords)
    .map(
      ({ reference, paragraph, lines }): ProposedRecommendation => ({
        ...{ place: { paragraph }, ...(reference !== undefined && { reference }) },
        ...{ text: { [language]: lines.join("\n") }, addressees: [], themes: [] },
      }),
    );
  return { items, others: others + found.length - items.length };
}

/** An item of a list below a recommendation, or a line that goes on without an empty one before it. */
function isBelowAnother({ text, list, follows, reference }: Read): boolean {
  if (list !== undefined) return list.level > 0 || !list.isCounted;
  return reference === undefined && (isItem(text) || follows === true);
}

/** The number of each paragraph: as it stands before the text, or as the program counts it. */
function numbered(paragraphs: readonly Paragraph[]): Read[] {
  const counts = new Map<string, number>();
  return paragraphs.map((paragraph) => {
    const { text, list } = paragraph;
    const before = numberBefore(text);
    if (before !== undefined)
      return { ...paragraph, reference: before.reference, words: before.text, isWorded: before.isWorded };
    if (list?.isCounted !== true || list.level > 0) return { ...paragraph, words: text.trim(), isWorded: false };
    const count = (counts.get(list.id) ?? 0) + 1;
    counts.set(list.id, count);
    return { ...paragraph, reference: String(count), words: text.trim(), isWorded: false };
  });
}
