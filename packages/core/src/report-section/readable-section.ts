import type { Fault } from "./section-lines.ts";

/** Quotes and lists within each other, which begin on one line. */
const mostNested = 10;
/** Signs of a paragraph that could be emphasis, links or code. */
const mostSigns = 250;
/** Columns before the mark of a list or quote, by which it stands within others. */
const mostIndented = 20;

const nested = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${mostNested + 1}}`);
const indented = new RegExp(`^[ \\t]{${mostIndented + 1},}(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)`);
const signs = /[*_[\]`<!~]/g;

/**
 * What makes a text too hard to read: the reader of Markdown takes time that grows with the square of what is nested or left open, and
 * a service that reads it answers nobody meanwhile.
 */
export function unreadable(text: string): Fault | undefined {
  const rows = text.split("\n");
  const deep = rows.findIndex((row) => nested.test(row) || indented.test(row));
  if (deep >= 0)
    return { line: deep + 1, detail: `quotes and lists stand within each other more than ${mostNested} deep` };
  let [begins, found] = [0, 0];
  for (const [place, row] of rows.entries()) {
    if (row.trim() === "") [begins, found] = [place + 1, 0];
    found += row.match(signs)?.length ?? 0;
    if (found > mostSigns)
      return { line: begins + 1, detail: `a paragraph has more than ${mostSigns} signs such as * or [` };
  }
  return undefined;
}
