import cliTruncate from "cli-truncate";
import stringWidth from "string-width";

/** Letters, digits and marks of European texts: each takes one column. */
const plain = /^[ -~\u00c0-\u024f\u2018-\u201d\u2013\u2014\u2026\u20ac]*$/;

/**
 * How many columns a terminal shows a text in. Most texts are plain: only others ask the packages, whose tables of signs take
 * longer to load than the rest of a command.
 */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

/** The text cut to so many columns, with a mark where it was. */
export function cutTo(text: string, width: number): string {
  return widthOf(text) <= width ? text : cliTruncate(text, width);
}
