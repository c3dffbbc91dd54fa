import type { Movement } from "../comparison/movement.ts";
import { addMonths, type Day } from "../time/day.ts";
import type { ChangeFilter } from "./change-filter.ts";
import { periodAsked } from "./days-in-order.ts";

/** Two days to be compared. `responsible` asks for who answers on the last day. */
export type ComparisonFilter = Omit<ChangeFilter, "kind"> & {
  movement?: readonly Movement[];
};

/** The days that are compared: today with a year before, unless others are given. Errors: invalidInput when the last is before the first. */
export function comparedDays(
  names: Record<"from" | "to", string>,
  asked: { from?: Day | undefined; to?: Day | undefined },
  today: Day,
): Pick<ComparisonFilter, "from" | "to"> {
  return periodAsked(names, asked, today, (to) => addMonths(to, -12));
}
