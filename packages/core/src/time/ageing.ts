/** By days overdue; ageing starts at one day (D8). */
export const ageingBuckets = ["days1To30", "days31To90", "days91To180", "days181To365", "daysOver365"] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** The number of days overdue at which each bucket begins; it ends where the next one begins. */
export const ageingStarts: Readonly<Record<AgeingBucket, number>> = {
  days1To30: 1,
  days31To90: 31,
  days91To180: 91,
  days181To365: 181,
  daysOver365: 366,
};

/** The bucket for a number of days overdue; undefined when it is not overdue. */
export function ageingBucket(daysOverdue: number): AgeingBucket | undefined {
  return ageingBuckets.findLast((bucket) => ageingStarts[bucket] <= daysOverdue);
}
