import type { Movement } from "../comparison/movement.ts";
import { addMonths, type Day } from "../time/day.ts";
import type { ChangeFilter } from "./change-filter.ts";
import { requireInOrder } from "./days-in-order.ts";

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
  const to = asked.to ?? today;
  requireInOrder({ name: names.from, day: asked.from }, { name: names.to, day: to });
  return { from: asked.from ?? addMonths(to, -12), to };
}
