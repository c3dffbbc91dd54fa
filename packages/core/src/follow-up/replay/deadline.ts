import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { DueDate, Precision } from "../../time/due-date.ts";
import type { GivenWhen, LiveEntry } from "../entries/live-entries.ts";

export type Deadline = {
  due: Day | undefined;
  originalDue: Day | undefined;
  /** How exactly the two dates are known. */
  duePrecision: Precision;
  originalDuePrecision: Precision;
  moves: number;
  movedBy: readonly Id[];
  /** The date that the last move set. */
  movedTo?: DueDate;
  /** The dates that an act set without moving one: there was none before, or the follow-up was reopened with it. */
  set: readonly DateSet[];
  /** The date that had passed when nothing was owed by it any more; it stays until another one is set (D26). */
  missed: Missed | undefined;
  /** The date that had passed before anything was asked by it (D32). */
  passedBefore?: DueDate;
};

/** A date, and the answer by which the addressee declined or accepted again after it had passed. */
export type Missed = { due: Day; duePrecision: Precision } & Pick<GivenWhen, "from" | "uncertain"> & When;

/** When it was missed: the answer by which the addressee declined, and what stopped its clock at that moment. */
type When = { declined: LiveEntry; stoppedBy: readonly Id[] };

export type DateSet = { by: "decision" | "reopening"; entry: Id; to: DueDate };

export function deadlineOf(date: DueDate | undefined): Deadline {
  return deadline(date?.on, date?.precision);
}

export function deadline(due: Day | undefined, precision: Precision = "day"): Deadline {
  return {
    ...{ due, duePrecision: precision, originalDue: due, originalDuePrecision: precision },
    ...{ moves: 0, movedBy: [], set: [], missed: undefined },
  };
}

/** A due date that had passed is no longer binding; the original date and the number of moves stay (D5). */
export function lapsed<Of extends Deadline>(before: Of, on: Day): Of {
  return before.due !== undefined && before.due < on ? { ...before, due: undefined } : before;
}

/** A due date that had passed by an answer was binding until then, and is still told (D26). */
export function missed<Of extends Deadline>(before: Of, { from, uncertain }: GivenWhen, when: When): Of {
  const { due, duePrecision } = before;
  return due === undefined || due >= from
    ? before
    : { ...before, missed: { due, duePrecision, from, uncertain, ...when } };
}

/**
 * A date that had passed on the day from which something is owed by it is not binding (D32). The original date stays only where
 * it was owed before.
 */
export function owedFrom(before: Deadline, on: Day, wasOwedBefore: boolean): Deadline {
  const { due, duePrecision: precision } = before;
  if (due === undefined || due >= on) return { ...before, missed: undefined };
  const passedBefore = { on: due, precision };
  return wasOwedBefore
    ? { ...before, due: undefined, missed: undefined, passedBefore }
    : { ...deadline(undefined), passedBefore };
}

/** D5, D6: the original due date stays, and the moves are counted. Where there was no date, it is set and not moved. */
export function moved(before: Deadline, to: DueDate, by: Id): Deadline {
  if (before.originalDue === undefined) return dateSet(before, { by: "decision", entry: by, to });
  const { originalDue, originalDuePrecision, moves, movedBy, set } = before;
  return {
    due: to.on,
    duePrecision: to.precision,
    ...{ originalDue, originalDuePrecision, set },
    ...{ moves: moves + 1, movedBy: [...movedBy, by], movedTo: to, missed: undefined },
  };
}

/** It applies from now on; an earlier original date and its moves stay (D5). */
export function dateSet(before: Deadline, date: DateSet): Deadline {
  const { originalDue, originalDuePrecision, moves, movedBy, movedTo, set } = before;
  const { on, precision } = date.to;
  return {
    due: on,
    duePrecision: precision,
    originalDue: originalDue ?? on,
    originalDuePrecision: originalDue === undefined ? precision : originalDuePrecision,
    ...{ moves, movedBy, set: [...set, date], missed: undefined },
    ...(movedTo && { movedTo }),
  };
}
