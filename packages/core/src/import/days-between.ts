import type { Entry } from "../follow-up/entries/entry.ts";
import type { NewEntry } from "../mapping/reading/import-row.ts";
import { addDays, type Day, firstDay } from "../time/day.ts";
import { firstDayOf } from "../time/shown-date.ts";
import type { Showing } from "./showing.ts";
import { earliest, latest, type ShownDays } from "./shown-days.ts";

type Days = Pick<Entry, "givenOn" | "knownBy" | "knownByPrecision" | "knownAfter">;

/** What tells when an entry without a day was given. */
export type Evidence = {
  key: string;
  /** When it was shown, without something else between. */
  showings: readonly Showing[];
  shown: ShownDays;
  /** The days of the editions that listed entries of its type. */
  listed: readonly Day[];
  /** What is known of it already. */
  known?: Days | undefined;
  /** What this edition tells of it. */
  told?: Days | undefined;
};

/**
 * The days between which an entry was given: by the day on which it was first shown, or the one that its source tells,
 * and after the last edition before it that did not show it. Where such an edition is of a day after the one that the
 * source tells, the source has changed what it says since: it was given after that edition.
 */
export function daysBetween({ key, showings, shown, listed, known, told }: Evidence): Days {
  const first = earliest(showings.map(({ day }) => day)) ?? known?.knownBy ?? told?.knownBy ?? firstDay;
  const without = [...listed.filter((day) => day < first), shown.otherSinceShown(key, first)];
  const bound = latest(without);
  const by = [first, ...showings.map(({ knownBy }) => knownBy), known?.knownBy, told?.knownBy];
  const isChanged = bound !== undefined && !shown.onlyAddedTo(bound, first);
  const knownBy = earliest(by.filter((day) => !isChanged || (day !== undefined && day > bound))) ?? first;
  const after = [...without, known?.knownAfter, told?.knownAfter];
  const knownAfter = latest(after.filter((day) => day !== undefined && day < knownBy));
  const precision = [known, told].find((each) => each?.knownBy === knownBy)?.knownByPrecision;
  return { knownBy, ...(precision && { knownByPrecision: precision }), ...(knownAfter && { knownAfter }) };
}

/** Whether two entries can have been given on the same day, by what their source tells of both. */
export function canBeOfOneDay(one: Entry | NewEntry, other: Entry | NewEntry): boolean {
  const [[from, to], [otherFrom, otherTo]] = [toldPeriod(one), toldPeriod(other)];
  return (to === undefined || otherFrom <= to) && (otherTo === undefined || from <= otherTo);
}

/** The day is told, or the month or year. */
export function tellsItsDay(entry: Entry | NewEntry): boolean {
  return toldPeriod(entry)[0] !== firstDay;
}

/** The first and the last day on which it can have been given; the first is that of the calendar when nothing tells it. */
function toldPeriod({ givenOn, knownBy, knownByPrecision, knownAfter }: Entry | NewEntry): [Day, Day | undefined] {
  if (givenOn !== undefined || knownBy === undefined) return [givenOn ?? firstDay, givenOn];
  const from = firstDayOf(knownBy, knownByPrecision);
  const isTold = knownByPrecision !== undefined && knownAfter !== undefined && addDays(knownAfter, 1) === from;
  return [isTold ? from : firstDay, knownBy];
}
