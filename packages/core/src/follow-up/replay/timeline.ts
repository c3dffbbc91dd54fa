import { declines } from "../levels.ts";
import type { State } from "./state.ts";

/**
 * Whether there is a timeline: a promise with a date and without an outcome, or a binding date for the implementation
 * (R3). A date that has passed is still a timeline: being overdue is reported separately.
 */
export function hasTimeline({ position, implementationDeadline, commitments }: State): boolean {
  return (
    commitments.some(({ due, ended }) => due !== undefined && ended === undefined) ||
    (implementationDeadline.due !== undefined && !declines(position))
  );
}
