import { declines } from "./levels.ts";
import type { State } from "./state.ts";

/**
 * Whether there is a timeline: a promise with a date and without an outcome, or a date for the implementation that binds (R3).
 * A date that has passed is a timeline still: that it is late is told as such.
 */
export function hasTimeline({ position, implementationDeadline, commitments }: State): boolean {
  return (
    commitments.some(({ due, ended }) => due !== undefined && ended === undefined) ||
    (implementationDeadline.due !== undefined && !declines(position))
  );
}
