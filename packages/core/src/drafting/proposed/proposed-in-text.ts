import { isItem, numberBefore } from "./numbered.ts";
import { type Paragraph, proposedInParagraphs } from "./proposed-in-paragraphs.ts";
import type { Found } from "./proposed-recommendation.ts";

/**
 * The recommendations of a text as somebody pastes it: a paragraph ends with an empty line, or where the next line begins with a number
 * or an item of a list; other line breaks are spaces. Without any number, each paragraph is one.
 */
export function proposedInText(text: string, language: string): Found {
  return proposedInParagraphs(paragraphsOf(text), language, { isBare: true });
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let isAfterEmpty = true;
  for (const line of text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/u).map((each) => each.trim())) {
    const open = paragraphs.at(-1);
    const begins = numberBefore(line) !== undefined || isItem(line);
    if (line === "") isAfterEmpty = true;
    else if (open === undefined || isAfterEmpty || begins) {
      paragraphs.push({ text: line, paragraph: paragraphs.length + 1, follows: !isAfterEmpty });
      isAfterEmpty = false;
    } else open.text = `${open.text} ${line}`;
  }
  return paragraphs;
}
