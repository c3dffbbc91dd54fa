import type { Id } from "../../source.ts";
import { addDays, type Day, daysBetween } from "../../time/day.ts";
import type { LiveEntry } from "../entries/live-entries.ts";
import { declines, type OverdueKind } from "../levels.ts";
import type { Missed } from "./deadline.ts";
import { obligationsOn } from "./obligations.ts";
import type { PreparedCase } from "./prepared-case.ts";
import type { State } from "./state.ts";
import { stateOn } from "./states-in-order.ts";

/**
 * An answer by which the addressee declined, and by how many days the most overdue of what ended was late the day before: the
 * implementation and updates by declining, and what has no current date by accepting again (D25, D26). The days are
 * undefined where nobody can tell.
 */
export type Declined = { answer: LiveEntry; daysOverdue: number | undefined };

/**
 * The answers by which it declined what it had accepted, and those by which a date was missed that has no other in its place,
 * the one with the most days first (D25, D26): declining for a moment, or once more, hides nothing.
 */
export function declinings(prepared: PreparedCase, state: State): Declined[] {
  const { declined, position, implementationDeadline, commitments } = state;
  const declinesNow = declines(position);
  if (declined === undefined || (declinesNow && !declined.hadAccepted)) return [];
  const owed = [
    { missed: implementationDeadline.missed, commitment: undefined },
    ...commitments.filter(({ ended }) => ended === undefined).map(({ missed, id }) => ({ missed, commitment: id })),
  ].filter((each): each is { missed: Missed; commitment: Id | undefined } => each.missed !== undefined);
  const answers = new Map([
    ...owed.map(({ missed }) => [missed.declined.root, missed.declined] as const),
    ...(declinesNow ? [[declined.answer.root, declined.answer] as const] : []),
  ]);
  return [...answers.values()]
    .map((answer): Declined => {
      const ended = [
        ...overdueBefore(prepared, state, answer.from).filter(
          ({ kind }) => kind === "implementation" || kind === "update",
        ),
        ...owed
          .filter(({ missed }) => missed.declined.root === answer.root)
          .flatMap(({ missed, commitment }) => [
            ...overdueBefore(prepared, state, missed.from).filter((each) =>
              commitment === undefined ? each.kind === "implementation" : each.commitment === commitment,
            ),
            ...overdueAtMissing(missed, state),
          ]),
      ];
      return { answer, daysOverdue: mostOf(ended.map(({ days }) => days)) };
    })
    .sort((a, b) => (b.daysOverdue ?? 0) - (a.daysOverdue ?? 0) || (a.answer.from < b.answer.from ? -1 : 1));
}

function mostOf(days: readonly (number | undefined)[]): number | undefined {
  const known = days.filter((each) => each !== undefined);
  return known.length < days.length ? undefined : (known.sort((a, b) => b - a)[0] ?? 0);
}

type Overdue = { kind: OverdueKind; commitment: Id | undefined; days: number | undefined };

/** By the date itself, unless what had stopped the clock at that moment stands still, or was confirmed (D11). */
function overdueAtMissing({ due, from, stoppedBy }: Missed, state: State): Pick<Overdue, "days">[] {
  const standing = standingNow(state);
  return stoppedBy.some((id) => standing.has(id)) ? [] : [{ days: daysBetween(due, addDays(from, -1)) }];
}

/**
 * What was overdue on the day before, or might have been. A claim that was withdrawn or found wanting since did not stop the
 * clock: days overdue count from the due date (D11).
 */
function overdueBefore(prepared: PreparedCase, now: State, day: Day): Overdue[] {
  const before = addDays(day, -1);
  const then = prepared.stateBefore.get(day) ?? stateOn(prepared, before);
  prepared.stateBefore.set(day, then);
  const standing = standingNow(now);
  const pendingBy = then.pendingBy.filter(({ id }) => standing.has(id));
  const lifecycle = then.lifecycle === "pendingVerification" && pendingBy.length === 0 ? "open" : then.lifecycle;
  return obligationsOn(prepared, { ...then, pendingBy, lifecycle }).flatMap(
    ({ kind, commitment, due, undetermined }): Overdue[] =>
      due === undefined || due >= before
        ? []
        : [{ kind, commitment, days: undetermined ? undefined : daysBetween(due, before) }],
  );
}

/** The claims and findings that stand, or stood when it was closed, and the closure. */
function standingNow({ pendingBy, closure }: State): ReadonlySet<Id> {
  const closed = closure === undefined ? [] : [closure.root, ...closure.before.pendingBy.map(({ id }) => id)];
  return new Set([...pendingBy.map(({ id }) => id), ...closed]);
}
