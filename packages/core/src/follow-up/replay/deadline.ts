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
};

export function deadlineOf(date: DueDate | undefined): Deadline {
  return deadline(date?.on, date?.precision);
}

export function deadline(due: Day | undefined, precision: Precision = "day"): Deadline {
  return {
    ...{ due, duePrecision: precision, originalDue: due, originalDuePrecision: precision },
    ...{ moves: 0, movedBy: [] },
  };
}

/** A due date that had passed is no longer binding; the original date and the number of moves stay (D5). */
export function lapsed(before: Deadline, on: Day): Deadline {
  const { due, duePrecision, originalDue, originalDuePrecision, moves, movedBy } = before;
  return {
    due: due !== undefined && due < on ? undefined : due,
    ...{ duePrecision, originalDue, originalDuePrecision, moves, movedBy },
  };
}

/** D5, D6: the original due date stays; the number of moves is kept. */
export function moved(before: Deadline, to: DueDate, by: Id): Deadline {
  return {
    due: to.on,
    duePrecision: to.precision,
    originalDue: before.originalDue ?? to.on,
    originalDuePrecision: before.originalDue === undefined ? to.precision : before.originalDuePrecision,
    moves: before.moves + 1,
    movedBy: [...before.movedBy, by],
  };
}
