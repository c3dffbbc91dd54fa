import type { ChangeKind } from "../follow-up/changes/change.ts";
import type { Id } from "../source.ts";
import { addDays, type Day, firstDay } from "../time/day.ts";
import { periodAsked } from "./days-in-order.ts";
import type { OverdueFilter } from "./overdue-filter.ts";

/** What changed from one day to another, both included. `responsible` asks for who answers on the last day. */
export type ChangeFilter = Pick<OverdueFilter, "knownAt" | "responsible" | "addressee" | "report" | "theme"> & {
  from: Day;
  to: Day;
  /** Who issued the recommendation, or is its successor on the last day. */
  issuingBody?: readonly Id[];
  kind?: readonly ChangeKind[];
};

/** Without a first day: the days before the last one. */
const usualDays = 30;

/** The days that are asked about: until today unless another last day is given. Errors: invalidInput when it is before the first. */
export function changePeriod(
  names: Record<"from" | "to", string>,
  asked: { from?: Day | undefined; to?: Day | undefined },
  today: Day,
): Pick<ChangeFilter, "from" | "to"> {
  return periodAsked(names, asked, today, daysBefore);
}

/** The calendar begins in the year 1. */
function daysBefore(day: Day): Day {
  return day < "0002" ? firstDay : addDays(day, -usualDays);
}
