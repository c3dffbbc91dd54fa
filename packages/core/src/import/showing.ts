import type { Day } from "../time/day.ts";

/** A day on which an edition, or a row with a day of its own, showed something, and the day by which it was given. */
export type Showing = { day: Day; knownBy: Day };

export function inOrder(showings: readonly Showing[]): Showing[] {
  return [...showings].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
