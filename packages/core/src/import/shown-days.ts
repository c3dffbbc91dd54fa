import type { Day } from "../time/day.ts";
import type { Showing } from "./showing.ts";

/** What a source showed of one follow-up, of one type of entry, by days. */
export class ShownDays {
  private readonly keysOn = new Map<Day, Set<string>>();
  private readonly replaces: boolean;

  /** `replaces`: a later entry of the type takes the place of an earlier one, as a position does and a promise does not. */
  constructor({ replaces }: { replaces: boolean }) {
    this.replaces = replaces;
  }

  note(key: string, showings: readonly Pick<Showing, "day">[]): void {
    for (const { day } of showings) this.keysOn.set(day, (this.keysOn.get(day) ?? new Set()).add(key));
  }

  /** The last day between two on which the source showed something else instead; undefined when it showed nothing else. */
  otherBetween(key: string, from: Day, to: Day): Day | undefined {
    if (!this.replaces) return undefined;
    const before = this.keysOn.get(from);
    const others = [...this.keysOn].filter(
      ([day, keys]) => from < day && day < to && !keys.has(key) && [...keys].some((each) => !before?.has(each)),
    );
    return latest(others.map(([day]) => day));
  }

  /** The same between the last day before this one on which the source showed it, and this day. */
  otherSinceShown(key: string, day: Day): Day | undefined {
    const before = [...this.keysOn].flatMap(([each, keys]) => (each < day && keys.has(key) ? [each] : []));
    const last = latest(before);
    return last === undefined ? undefined : this.otherBetween(key, last, day);
  }

  /** Showings of one thing, divided where the source showed something else between two of them. */
  divided(key: string, showings: readonly Showing[]): Showing[][] {
    const parts: Showing[][] = [];
    for (const each of showings) {
      const last = parts.at(-1)?.at(-1);
      const isApart = last === undefined || this.otherBetween(key, last.day, each.day) !== undefined;
      if (isApart) parts.push([each]);
      else parts.at(-1)?.push(each);
    }
    return parts;
  }

  /** Whether the source still showed on the other day all that it had shown on the one. */
  onlyAddedTo(one: Day, other: Day): boolean {
    const [before, after] = [this.keysOn.get(one) ?? [], this.keysOn.get(other)];
    return [...before].length > 0 && [...before].every((key) => after?.has(key));
  }
}

export function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (one, other) => (other !== undefined && (one === undefined || other > one) ? other : one),
    undefined,
  );
}

export function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce(
    (one, other) => (other !== undefined && (one === undefined || other < one) ? other : one),
    undefined,
  );
}
