import { addDays, type Day, daysBetween } from "../../time/day.ts";
import { obligationsOn } from "./obligations.ts";
import type { OverdueThen, PreparedCase } from "./prepared-case.ts";
import type { State } from "./state.ts";
import { stateOn } from "./states-in-order.ts";

/**
 * By how many days the most overdue of what ended was late the day before: the implementation and updates by declining, and what
 * has no current date by accepting again (D25, D26). Undefined where nobody can tell.
 */
export function overdueWhenWithdrawn(prepared: PreparedCase, state: State): number | undefined {
  const { acceptanceWithdrawn, implementationDeadline, commitments } = state;
  if (acceptanceWithdrawn === undefined) return undefined;
  const before = (day: Day | undefined) => (day === undefined ? [] : overdueBefore(prepared, day));
  const ended = [
    ...before(acceptanceWithdrawn.from).filter(({ kind }) => kind === "implementation" || kind === "update"),
    ...before(implementationDeadline.missed?.from).filter(({ kind }) => kind === "implementation"),
    ...commitments
      .filter((promised) => promised.ended === undefined)
      .flatMap(({ id, missed }) => before(missed?.from).filter(({ commitment }) => commitment === id)),
  ];
  const days = ended.flatMap(({ days }) => days ?? []);
  return days.length < ended.length ? undefined : (days.sort((a, b) => b - a)[0] ?? 0);
}

/** What was overdue on the day before, or might have been; kept, because every later day needs it. */
function overdueBefore(prepared: PreparedCase, day: Day): readonly OverdueThen[] {
  const known = prepared.overdueBefore.get(day);
  if (known !== undefined) return known;
  const before = addDays(day, -1);
  const overdue = obligationsOn(prepared, stateOn(prepared, before)).flatMap(
    ({ kind, commitment, due, undetermined }): OverdueThen[] =>
      due === undefined || due >= before
        ? []
        : [{ kind, commitment, days: undetermined ? undefined : daysBetween(due, before) }],
  );
  prepared.overdueBefore.set(day, overdue);
  return overdue;
}
