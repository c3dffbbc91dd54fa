/** Ageing starts at one day (D8, decision 35). */
export const ageingBuckets = ["1-30", "31-90", "91-180", "181-365", "over365"] as const;
export type AgeingBucket = (typeof ageingBuckets)[number];

/** How many days late each bucket begins; it ends where the next begins. */
export const ageingStarts: Readonly<Record<AgeingBucket, number>> = {
  "1-30": 1,
  "31-90": 31,
  "91-180": 91,
  "181-365": 181,
  over365: 366,
};

/** The bucket of a number of days late; undefined when not late. */
export function ageingBucket(daysOverdue: number): AgeingBucket | undefined {
  return ageingBuckets.findLast((bucket) => ageingStarts[bucket] <= daysOverdue);
}
