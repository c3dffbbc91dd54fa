/** By days late; ageing starts at one day (D8, decision 35). */
export const ageingBuckets = ["days1To30", "days31To90", "days91To180", "days181To365", "daysOver365"] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** How many days late each bucket begins; it ends where the next begins. */
export const ageingStarts: Readonly<Record<AgeingBucket, number>> = {
  days1To30: 1,
  days31To90: 31,
  days91To180: 91,
  days181To365: 181,
  daysOver365: 366,
};

/** The bucket of a number of days late; undefined when not late. */
export function ageingBucket(daysOverdue: number): AgeingBucket | undefined {
  return ageingBuckets.findLast((bucket) => ageingStarts[bucket] <= daysOverdue);
}
