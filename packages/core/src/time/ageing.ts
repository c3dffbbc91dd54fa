/** Ageing starts at one day (D8, decision 35). */
export const ageingBuckets = ["1-30", "31-90", "91-180", "181-365", "over365"] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** The bucket of a number of days late; undefined when not late. */
export function ageingBucket(daysOverdue: number): AgeingBucket | undefined {
  if (daysOverdue < 1) return undefined;
  if (daysOverdue <= 30) return "1-30";
  if (daysOverdue <= 90) return "31-90";
  if (daysOverdue <= 180) return "91-180";
  return daysOverdue <= 365 ? "181-365" : "over365";
}
