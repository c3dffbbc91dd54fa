import type { Entry } from "../follow-up/entries/entry.ts";
import type { NewEntry } from "../mapping/reading/import-row.ts";
import { assumedFrom, situationOn, withoutDays } from "./compared-entry.ts";
import { type Comparison, isSame, isUninterrupted, type Line } from "./comparison.ts";
import { canBeOfOneDay, daysBetween } from "./days-between.ts";
import type { Told } from "./edition.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Showing } from "./showing.ts";

/** The new entries whose days lie otherwise than the file alone tells, by their places. */
export function datedEntries(comparison: Comparison): Map<number, NewEntry> {
  const dated = new Map<number, NewEntry>();
  for (const { entry, place, type, key, showing } of comparison.open) {
    if (entry.givenOn !== undefined || entry.knownBy === undefined) continue;
    const days = daysBetween({ ...evidenceOf(comparison, type, key), showings: [showing], told: entry });
    if (days.knownBy === entry.knownBy && days.knownAfter === entry.knownAfter) continue;
    const assumed = days.knownBy === entry.knownBy ? [] : assumedFrom(entry, [entry.knownBy]);
    const situation = days.knownBy === undefined ? {} : situationOn(days.knownBy, assumed);
    dated.set(place, { ...withoutDays(entry), ...days, ...situation } as NewEntry);
  }
  return dated;
}

/** What was shown again after something else that only this edition tells of: it is an entry of its own. */
export function returnedEntries(comparison: Comparison): NewEntry[] {
  const returned = new Map<string, NewEntry>();
  for (const line of comparison.lines)
    for (const part of line.standing ? line.apart : []) {
      const entry = returnedIn(comparison, line, part);
      if (entry !== undefined) returned.set(`${line.key} ${entry.knownBy}`, entry);
    }
  return [...returned.values()];
}

function returnedIn(comparison: Comparison, line: Line, part: readonly Showing[]): NewEntry | undefined {
  const { type, key, lastFromSource, dates } = line;
  const days = new Set(part.map(({ day }) => day));
  const isKnown = comparison.lines.some(
    (each) => each.type === type && each.key === key && each.showings.some(({ day }) => days.has(day)),
  );
  const [first] = part;
  if (isKnown || first === undefined) return undefined;
  const { id: _, recordedAt: __, actor: ___, corrects: ____, correctsDay: _____, ...said } = lastFromSource;
  const { name, said: words } = lastFromSource.source ?? {};
  const isOfEdition = comparison.edition.shownBefore.get(type)?.includes(first.day);
  const source = name && { name, ...(isOfEdition && { on: first.day }), ...(words && { said: words }) };
  const given = daysBetween({ ...evidenceOf(comparison, type, key), showings: part });
  const situation = situationOn(given.knownBy ?? first.day, assumedFrom(lastFromSource, dates));
  return { ...withoutDays(said), ...given, ...situation, ...(source && { source }) } as NewEntry;
}

/** The new entries that say the same as a known one, of another day than it can be. */
export function otherEntries(comparison: Comparison): Told[] {
  return [...comparison.open].flatMap((given): Told[] => {
    const { place, type, entry } = given;
    const other = comparison.lines.find(
      (line) =>
        line.type === type &&
        line.standing &&
        (line.tip.givenOn === undefined) !== (entry.givenOn === undefined) &&
        isSame(line, given, "onAnyDay") &&
        !canBeOfOneDay(line.tip, entry) &&
        isUninterrupted(comparison, line, given),
    );
    if (other === undefined) return [];
    return [{ place, type, detail: `${dayText(entry)}, and known ${dayText(other.tip)}` }];
  });
}

function dayText({ givenOn, knownBy }: Entry | NewEntry): string {
  return givenOn === undefined ? `by ${knownBy}` : `on ${givenOn}`;
}
