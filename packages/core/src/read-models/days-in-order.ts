import { DomainError } from "../domain-error.ts";
import type { Day } from "../time/day.ts";

/** Errors: invalidInput when the last day of what is asked for lies before the first: nothing is between. */
export function requireInOrder(first: Named, last: Named): void {
  if (first.day === undefined || last.day === undefined || first.day <= last.day) return;
  throw new DomainError("invalidInput", `no day is from ${first.day} until ${last.day}`, [
    { name: last.name, value: last.day, detail: `is before ${first.name}, ${first.day}` },
  ]);
}

/** A day under the name by which it was given. */
type Named = { name: string; day: Day | undefined };

/**
 * The days that are asked about: until today unless another last day is given, and from the usual first day for that last
 * one unless another is given. Errors: invalidInput when the last is before the first.
 */
export function periodAsked(
  names: Record<"from" | "to", string>,
  asked: { from?: Day | undefined; to?: Day | undefined },
  today: Day,
  usualFrom: (to: Day) => Day,
): { from: Day; to: Day } {
  const to = asked.to ?? today;
  requireInOrder({ name: names.from, day: asked.from }, { name: names.to, day: to });
  return { from: asked.from ?? usualFrom(to), to };
}
