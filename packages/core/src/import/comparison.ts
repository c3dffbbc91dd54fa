import type { EntryType } from "../follow-up/entries/entry.ts";
import type { Day } from "../time/day.ts";
import { assumedFrom, contentKey } from "./compared-entry.ts";
import type { EditionOfFollowUp, GivenEntry } from "./edition.ts";
import { type KnownLine, knownLines } from "./known-line.ts";
import type { Showing } from "./showing.ts";
import { ShownDays } from "./shown-days.ts";

/** A known line with those of its showings that were not interrupted by something else. */
export type Line = Omit<KnownLine, "showings"> & {
  type: EntryType;
  all: readonly Showing[];
  showings: readonly Showing[];
  /** The showings on the other side of something else. */
  apart: readonly (readonly Showing[])[];
  shownBy?: Given;
  /** The edition says something else instead, or another day. */
  contradicted?: true;
  /** The edition says something else instead, and is older than one that showed it: it is not gone. */
  isNewer?: true;
};

/** A given entry, with the day on which it was shown. */
export type Given = GivenEntry & { place: number; type: EntryType; showing: Showing; key: string };

/** What is compared: the known lines, the given entries, and those that no line was found for yet. */
export type Comparison = {
  edition: EditionOfFollowUp;
  given: readonly Given[];
  open: Set<Given>;
  lines: readonly Line[];
  shownOf: (type: EntryType) => ShownDays;
};

export function comparisonOf(edition: EditionOfFollowUp): Comparison {
  const shownDays = new Map<EntryType, ShownDays>();
  const shownOf = (type: EntryType) => {
    const shown = shownDays.get(type) ?? new ShownDays({ replaces: type !== "commitment" });
    shownDays.set(type, shown);
    return shown;
  };
  const given = edition.given.map((each, place) => givenOf(edition, each, place));
  const known = knownLines(edition.known, edition.shownAgain);
  for (const { key, showings, tip } of known) shownOf(tip.type).note(key, showings);
  for (const { key, showing, type } of given) shownOf(type).note(key, [showing]);
  const lines = known.map((line) => lineOf(line, shownOf(line.tip.type)));
  return { edition, given, open: new Set(given), lines, shownOf };
}

function givenOf({ shownTypes }: EditionOfFollowUp, { entry, assumed }: GivenEntry, place: number): Given {
  const { givenOn, knownBy = "", source, type } = entry;
  const day = givenOn ?? shownTypes.get(type) ?? source?.on ?? knownBy;
  const key = contentKey(entry, [...assumed, ...assumedFrom(entry, [givenOn, knownBy])]);
  return { entry, assumed, place, type, key, showing: { day, knownBy: givenOn ?? knownBy } };
}

function lineOf(line: KnownLine, shown: ShownDays): Line {
  const { tip, key, showings: all } = line;
  const parts = shown.divided(key, all);
  const day = tip.givenOn ?? tip.knownBy ?? "";
  const own = parts.find((part) => (part.at(-1)?.day ?? "") >= day) ?? parts.at(-1) ?? [];
  return { ...line, type: tip.type, all, showings: own, apart: parts.filter((part) => part !== own) };
}

/** Whether the source showed nothing else between a known line and a given entry. */
export function isUninterrupted({ shownOf }: Comparison, { type, showings }: Line, given: Given): boolean {
  const { day } = given.showing;
  const shown = shownOf(type);
  const before = showings.findLast((each) => each.day <= day);
  const after = showings.find((each) => each.day >= day);
  if (before === undefined && after === undefined) return true;
  const isFree = (from: Day, to: Day) => shown.otherBetween(given.key, from, to) === undefined;
  return (before !== undefined && isFree(before.day, day)) || (after !== undefined && isFree(day, after.day));
}

/**
 * Compares without days and sources. A value that the mapping only assumed from the edition's day is left out; `onAnyDay`
 * leaves out what is the same as assumed, also where a row gives the day.
 */
export function isSame({ lastFromSource, dates, key }: Line, given: Given, how?: "onAnyDay"): boolean {
  if (how === "onAnyDay" && key === given.key) return true;
  const assumed = assumedFrom(lastFromSource, dates).filter((each) => given.assumed.includes(each));
  return contentKey(lastFromSource, assumed) === contentKey(given.entry, assumed);
}
