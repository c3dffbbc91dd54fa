import type { Entry } from "../follow-up/entries/entry.ts";
import type { NewEntry } from "../mapping/reading/import-row.ts";
import type { Source } from "../source.ts";
import type { Day } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import { assumedFrom, situationOn, withoutDays } from "./compared-entry.ts";
import { type Comparison, type Given, isSame, type Line } from "./comparison.ts";
import { daysBetween, tellsItsDay } from "./days-between.ts";
import { differences } from "./differences.ts";
import type { EditionCorrection } from "./edition.ts";
import { evidenceOf } from "./evidence-of.ts";

/** The entry that replaces a known one after this edition; undefined when it stays as it is. */
export function correctedLine(comparison: Comparison, line: Line): EditionCorrection | undefined {
  const { tip, lastFromSource, shownBy, dates } = line;
  // The import makes this version, whoever made the one before (R57).
  const { id: _, recordedAt: __, actor: ___, author: ____, ...kept } = tip;
  const days = daysOf(comparison, line);
  const isOther = line.contradicted && shownBy && !isSame(line, shownBy);
  const changed = isOther ? withoutDays(shownBy.entry) : undefined;
  const tellsIt = days?.givenOn !== undefined || line.contradicted === true;
  const source = shownBy && newerSource(lastFromSource.source, shownBy.entry.source, tellsIt);
  if (days === undefined && source === undefined && changed === undefined) return undefined;
  const { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay, ...rest } = kept;
  const ofDay = days
    ? { ...days, ...situationOf(days.givenOn ?? days.knownBy, tip, dates, shownBy), correctsDay: true }
    : { givenOn, knownBy, knownByPrecision, knownAfter, correctsDay };
  const entry = { ...rest, ...ofDay, ...changed, ...(source && { source }), corrects: tip.id };
  return withoutAbsent(entry) as EditionCorrection;
}

/** The situation and year follow the day from which they were assumed. */
function situationOf(day: Day | undefined, tip: Entry, dates: readonly Day[], shownBy: Given | undefined): object {
  const told = shownBy && [...shownBy.assumed, ...assumedFrom(shownBy.entry, [shownBy.entry.givenOn])];
  const follows = assumedFrom(tip, dates).filter((each) => told === undefined || told.includes(each));
  if (day === undefined || follows.length === 0) return {};
  return { ...situationOn(day, follows), asOfPrecision: undefined };
}

type Days = Partial<Pick<Entry, "givenOn" | "knownBy" | "knownByPrecision" | "knownAfter">>;

/** The days of a known entry, as exactly as this edition gives them; undefined when it tells nothing new. */
function daysOf(comparison: Comparison, { tip, shownBy, showings, contradicted, type, key }: Line): Days | undefined {
  const told = shownBy?.entry;
  if (told?.givenOn !== undefined) return told.givenOn === tip.givenOn ? undefined : { givenOn: told.givenOn };
  if (tip.givenOn !== undefined || tip.knownBy === undefined) return undefined;
  // Another month or year, where that is accepted.
  if (contradicted && told !== undefined && tellsItsDay(told)) return daysOfEntry(told);
  const days = daysBetween({ ...evidenceOf(comparison, type, key), showings, known: tip, told });
  return days.knownBy === tip.knownBy && days.knownAfter === tip.knownAfter ? undefined : days;
}

function daysOfEntry({ knownBy, knownByPrecision, knownAfter }: NewEntry): Days {
  return {
    ...(knownBy && { knownBy }),
    ...(knownByPrecision && { knownByPrecision }),
    ...(knownAfter && { knownAfter }),
  };
}

/**
 * The source of this edition where it tells what is corrected (R64), or has other words; undefined when that of before
 * stays. The words of a newer edition stay.
 */
function newerSource(known: Source | undefined, given: Source | undefined, tellsIt: boolean): Source | undefined {
  if (differences(known?.said ?? {}, given?.said ?? {}).length === 0) return tellsIt ? given : undefined;
  const isEarlier = known?.on !== undefined && given?.on !== undefined && given.on < known.on;
  return isEarlier ? undefined : given;
}
