import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { DueDate, Precision } from "../../time/due-date.ts";

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
};

export type DateSet = { by: "decision" | "reopening"; entry: Id; to: DueDate };

export function deadlineOf(date: DueDate | undefined): Deadline {
  return deadline(date?.on, date?.precision);
}

export function deadline(due: Day | undefined, precision: Precision = "day"): Deadline {
  return {
    ...{ due, duePrecision: precision, originalDue: due, originalDuePrecision: precision },
    ...{ moves: 0, movedBy: [], set: [] },
  };
}

/** A due date that had passed is no longer binding; the original date and the number of moves stay (D5). */
export function lapsed(before: Deadline, on: Day): Deadline {
  const { due, duePrecision, originalDue, originalDuePrecision, moves, movedBy, movedTo, set } = before;
  return {
    due: due !== undefined && due < on ? undefined : due,
    ...{ duePrecision, originalDue, originalDuePrecision, moves, movedBy, set },
    ...(movedTo && { movedTo }),
  };
}

/** D5, D6: the original due date stays, and the moves are counted. Where there was no date, it is set and not moved. */
export function moved(before: Deadline, to: DueDate, by: Id): Deadline {
  if (before.originalDue === undefined) return dateSet(before, { by: "decision", entry: by, to });
  const { originalDue, originalDuePrecision, moves, movedBy, set } = before;
  return {
    due: to.on,
    duePrecision: to.precision,
    ...{ originalDue, originalDuePrecision, set },
    ...{ moves: moves + 1, movedBy: [...movedBy, by], movedTo: to },
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
    ...{ moves, movedBy, set: [...set, date] },
    ...(movedTo && { movedTo }),
  };
}
