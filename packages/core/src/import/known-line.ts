import type { Entry } from "../follow-up/entries/entry.ts";
import { retractedIds } from "../follow-up/entries/retracted.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { assumedFrom, contentKey } from "./compared-entry.ts";
import { tellsItsDay } from "./days-between.ts";
import { inOrder, type Showing } from "./showing.ts";
import { earliest } from "./shown-days.ts";

/** A known entry with all its corrections. */
export type KnownLine = {
  root: Id;
  tip: Entry;
  /** What the source said last; later corrections by acts are left out. */
  lastFromSource: Entry;
  /** The day of the first edition that had it, when it is known. */
  since: Day | undefined;
  /** A person corrected in Heed what the source had said last. */
  correctedInHeed: boolean;
  /** It was not retracted. */
  standing: boolean;
  /** The days by which the source dated it, one after another. */
  dates: readonly Day[];
  /** When it was shown; of an entry whose day is known, that day and the editions that showed it without its day. */
  showings: readonly Showing[];
  /** What it says, without what was only assumed from its day. */
  key: string;
};

/** A known entry, and whether it came from a file. */
export type Known = { entry: Entry; imported: boolean };

/** The known entries, each with its corrections. `again` has the later showings of each, by the id of its first entry. */
export function knownLines(known: readonly Known[], again: ReadonlyMap<Id, readonly Showing[]>): KnownLine[] {
  const fallen = retractedIds(known.map(({ entry }) => entry));
  const lineOf = new Map<Id, LineOfVersions>();
  for (const { entry, imported } of known) {
    if (entry.type === "retraction") continue;
    const line = entry.corrects === undefined ? undefined : lineOf.get(entry.corrects);
    const standing = !fallen.has(entry.id);
    if (line === undefined) lineOf.set(entry.id, { said: [entry], tip: entry, standing });
    else {
      lineOf.set(entry.id, line);
      if (standing) line.tip = entry;
      if (imported) line.said.push(entry);
      else if (standing) line.inHeed = entry;
    }
  }
  return [...new Set(lineOf.values())].map((line) => knownLine(line, again));
}

/** The versions of an entry that its source gave, the one that stands, and the last one that a person made in Heed. */
type LineOfVersions = { said: Entry[]; tip: Entry; inHeed?: Entry; standing: boolean };

function knownLine(
  { said, tip, inHeed, standing }: LineOfVersions,
  again: ReadonlyMap<Id, readonly Showing[]>,
): KnownLine {
  const [first] = said as [Entry];
  const lastFromSource = said.at(-1) ?? first;
  const dates = said.flatMap(({ givenOn, knownBy }) => givenOn ?? knownBy ?? []);
  const own = firstShowing(first);
  const days = said.flatMap(({ givenOn }) => (givenOn === undefined ? [] : [{ day: givenOn, knownBy: givenOn }]));
  const showings = inOrder([...(own ? [own] : []), ...days, ...(again.get(first.id) ?? [])]);
  const { knownBy } = lastFromSource;
  // An edition may have told its day more nearly since, and kept its words.
  const correctedInHeed = inHeed !== undefined && contentKey(inHeed) === contentKey(tip);
  const since = first.source?.on && earliest([first.source.on, again.get(first.id)?.[0]?.day]);
  return {
    ...{ root: first.id, tip, lastFromSource, since, standing, dates, correctedInHeed },
    // A month that the source told at last holds for all its editions.
    showings: knownBy && tellsItsDay(lastFromSource) ? showings.map(({ day }) => ({ day, knownBy })) : showings,
    key: contentKey(lastFromSource, assumedFrom(lastFromSource, dates)),
  };
}

function firstShowing({ givenOn, knownBy, source }: Entry): Showing | undefined {
  if (givenOn !== undefined || knownBy === undefined) return undefined;
  return { day: source?.on ?? knownBy, knownBy };
}
