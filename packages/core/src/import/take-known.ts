import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { type Comparison, type Given, isSame, isUninterrupted, type Line } from "./comparison.ts";
import { canBeOfOneDay } from "./days-between.ts";
import { inOrder, type Showing } from "./showing.ts";

/** Finds for each given entry the known one that it is. Answers those that are shown on a day that was not known. */
export function takeKnown(comparison: Comparison): (Showing & { root: Id })[] {
  return [
    ...take(comparison, (line, given) => {
      if (!isSame(line, given)) return false;
      const { givenOn } = given.entry;
      if (givenOn !== undefined) return line.lastFromSource.givenOn === givenOn;
      return line.lastFromSource.givenOn === undefined && canBe(comparison, line, given);
    }),
    // The same words, where only one of the two gives the day.
    ...take(comparison, (line, given) => isSame(line, given, "onAnyDay") && canBe(comparison, line, given)),
  ];
}

function take({ open, lines }: Comparison, isIt: (line: Line, given: Given) => boolean): (Showing & { root: Id })[] {
  const again: (Showing & { root: Id })[] = [];
  for (const given of open) {
    const found = lines.filter((line) => line.type === given.type && isIt(line, given));
    const free = found.filter((line) => !line.shownBy);
    const line = nearest(free.length > 0 ? free : found, given.showing.day);
    if (line === undefined) continue;
    open.delete(given);
    line.shownBy ??= given;
    if (given.entry.givenOn !== undefined || line.showings.some(({ day }) => day === given.showing.day)) continue;
    line.showings = inOrder([...line.showings, given.showing]);
    again.push({ root: line.root, ...given.showing });
  }
  return again;
}

/** Whether a given entry can be a known one that says the same: by its day, and with nothing else shown between. */
function canBe(comparison: Comparison, line: Line, given: Given): boolean {
  if (given.entry.givenOn !== undefined && line.tip.givenOn !== undefined) return false;
  return canBeOfOneDay(line.tip, given.entry) && isUninterrupted(comparison, line, given);
}

/** The line that was shown last on or before a day, or else first after it. */
function nearest(lines: readonly Line[], day: Day): Line | undefined {
  const lastBefore = ({ showings }: Line) => showings.findLast((each) => each.day <= day)?.day ?? "";
  const firstAfter = ({ showings }: Line) => showings[0]?.day ?? "";
  const [first] = [...lines].sort(
    (one, other) => compare(lastBefore(other), lastBefore(one)) || compare(firstAfter(one), firstAfter(other)),
  );
  return first;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
