import type { Entry, EntryType } from "../follow-up/entries/entry.ts";
import type { Day } from "../time/day.ts";
import { dateText } from "../time/shown-date.ts";
import { type Comparison, comparisonOf, type Line } from "./comparison.ts";
import { correctedLine } from "./corrected-line.ts";
import type { EditionAnswer, EditionOfFollowUp, Gone } from "./edition.ts";
import { datedEntries, otherEntries, returnedEntries } from "./new-entries.ts";
import { takeContradicting } from "./take-contradicting.ts";
import { takeKnown } from "./take-known.ts";

/**
 * Compares what a new edition of a source says about a follow-up with what earlier editions said. An answer without a
 * day is the same answer in every edition until one shows something else; its day lies between the last edition that did
 * not show it and the first one that did.
 */
export function compareEdition(edition: EditionOfFollowUp): EditionAnswer {
  const comparison = comparisonOf(edition);
  const again = takeKnown(comparison);
  const { conflicts, older } = edition.whole ? takeContradicting(comparison) : { conflicts: [], older: [] };
  const { given, open, lines } = comparison;
  const known = new Set(given.filter((each) => !open.has(each)).map(({ place }) => place));
  const none = { known, again: [], dated: new Map(), corrections: [], returned: [], others: [], gone: [] };
  if (conflicts.length > 0) return { ...none, conflicts, older };
  const corrections = lines.flatMap((line) => {
    const entry = line.standing ? correctedLine(comparison, line) : undefined;
    return entry ? [{ ...(line.shownBy && { place: line.shownBy.place }), entry }] : [];
  });
  return {
    ...{ known, again, corrections, conflicts, older },
    dated: datedEntries(comparison),
    returned: returnedEntries(comparison),
    others: otherEntries(comparison),
    gone: edition.whole ? goneFrom(comparison) : [],
  };
}

function goneFrom({ edition, given, lines }: Comparison): Gone[] {
  const shown = new Set(given.map(({ type }) => type));
  return [...edition.shownTypes].flatMap(([type, day]): Gone[] => {
    const gone = lines.filter((line) => isGone(line, type, day));
    if (!shown.has(type)) return gone.length > 0 ? [{ type }] : [];
    // A newer answer or finding takes the place of the older one; a promise stands beside the others.
    return gone.flatMap(({ tip }) => (tip.type === "commitment" ? [{ type, promise: promiseText(tip) }] : []));
  });
}

function promiseText({ description = "", due }: Extract<Entry, { type: "commitment" }>): string {
  return due === undefined ? description : `${description} (${dateText(due.on, due.precision)})`;
}

function isGone(
  { lastFromSource, since, standing, shownBy, isNewer }: Line,
  type: EntryType,
  day: Day | undefined,
): boolean {
  if (day !== undefined && since !== undefined && since > day) return false;
  const known = lastFromSource.givenOn ?? lastFromSource.knownBy;
  return (
    lastFromSource.type === type &&
    standing &&
    !shownBy &&
    !isNewer &&
    (day === undefined || known === undefined || known <= day)
  );
}
