import type { Timeliness } from "./levels.ts";

/** From worst to best (D4a). */
export const timelinessOrder: readonly Timeliness[] = [
  "longOverdue",
  "overdue",
  "undetermined",
  "dueSoon",
  "notDue",
  "noDeadline",
  "notMet",
  "metLate",
  "metOnTime",
  "released",
];

/** The worst of several timelinesses (D4a); noDeadline when there is none. */
export function worst(all: readonly Timeliness[]): Timeliness {
  return timelinessOrder.find((each) => all.includes(each)) ?? "noDeadline";
}
