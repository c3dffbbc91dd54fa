import cliTruncate from "cli-truncate";
import stringWidth from "string-width";

/** Letters, digits and marks of European texts: each takes one column. */
const plain = /^[ -~\u00c0-\u024f\u2018-\u201d\u2013\u2014\u2026\u20ac]*$/;

/**
 * How many columns a text takes on a terminal. Most texts are plain; only the others load the packages for it, whose
 * character tables take longer to load than the rest of a command.
 */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

/**
 * The text cut to a number of columns after a whole word, with a mark when something was cut. Only a first word that is
 * wider is cut itself.
 */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const whole = wholeWords(text, width - mark);
  return whole === 0 ? cliTruncate(text, width) : cliTruncate(text, whole + mark, { space: true });
}

/** The columns that the mark takes, with the space before it that tells that the last word is whole. */
const mark = 2;

/** How many columns the first words of a text take, as many as fit. */
function wholeWords(text: string, width: number): number {
  let taken = 0;
  for (const word of text.split(" ")) {
    const next = taken + (taken === 0 ? 0 : 1) + widthOf(word);
    if (next > width) break;
    taken = next;
  }
  return taken;
}
