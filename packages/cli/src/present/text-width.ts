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

/** The text cut to a number of columns, with a mark when something was cut. */
export function cutTo(text: string, width: number): string {
  return widthOf(text) <= width ? text : cliTruncate(text, width);
}
