import type { OverdueKind } from "../follow-up/levels.ts";
import type { Id, Instant } from "../source.ts";
import type { Day } from "../time/day.ts";

/** Several values of one filter mean "or"; several filters mean "and". */
export type OverdueFilter = {
  asOf: Day;
  /** Only what had been recorded by that moment. Follow-ups are derived again for it, which may be slow (D16). */
  knownAt?: Instant;
  kind?: readonly OverdueKind[];
  /** Who owes it on that day; for a verification that is the issuing body (D19). */
  responsible?: readonly Id[];
  /** The addressee as printed. */
  addressee?: readonly Id[];
  report?: readonly Id[];
  theme?: readonly string[];
  /** At least this number of days overdue. */
  minDaysOverdue?: number;
  /** Items that are due within the due-soon days of the settings, instead of overdue ones. */
  dueSoon?: boolean;
  /** Whether days overdue count from the current (default) or the original due date (D5). */
  against?: "current" | "original";
};
