import type { Day } from "../time/day.ts";
import type { OverdueFilter } from "./overdue-filter.ts";

/** Which things owed are asked for, due or not yet; the filters mean what they mean for what is overdue. */
export type ObligationFilter = Omit<OverdueFilter, "minDaysOverdue" | "dueSoon" | "against"> & {
  /** Due on that day or later; what is owed without a date is left out. */
  dueFrom?: Day;
  /** Due on that day or before; what is owed without a date is left out. */
  dueUntil?: Day;
  /** Only what is overdue on the day; false: only what is not. */
  overdue?: boolean;
};
