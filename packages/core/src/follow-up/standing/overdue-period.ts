import { type AgeingBucket, ageingBuckets, ageingStarts } from "../../time/ageing.ts";
import { addDays, type Day, earlier, endOfTime, later } from "../../time/day.ts";
import type { ObligationRow } from "./projection.ts";

/**
 * The due date against which something is overdue: the current one, the original one, or both when they are the same
 * (D5).
 */
export type OverdueAgainst = "both" | "current" | "original";

/** A period in which one thing is overdue without a break: from <= d < until. */
export type OverduePeriod = { against: OverdueAgainst; due: Day; from: Day; until: Day };

type Dates = Pick<
  ObligationRow,
  "due" | "originalDue" | "lateFrom" | "lateUntil" | "lateFromOriginal" | "lateUntilOriginal"
>;

/** When a row of the projection is overdue: one period if its deadline never moved, otherwise one for each due date. */
export function overduePeriods(row: Dates): OverduePeriod[] {
  const { due, originalDue, lateFrom, lateUntil, lateFromOriginal, lateUntilOriginal } = row;
  if (due === originalDue && lateFrom === lateFromOriginal && lateUntil === lateUntilOriginal)
    return overduePeriod("both", due, lateFrom, lateUntil);
  return [
    ...overduePeriod("current", due, lateFrom, lateUntil),
    ...overduePeriod("original", originalDue, lateFromOriginal, lateUntilOriginal),
  ];
}

function overduePeriod(against: OverdueAgainst, due: Day | undefined, from: Day, until: Day): OverduePeriod[] {
  return due === undefined || from >= until ? [] : [{ against, due, from, until }];
}

/** A day on which something overdue enters an ageing bucket (+1) or leaves it (-1). */
export type AgeChange = { day: Day; age: AgeingBucket; by: 1 | -1 };

/**
 * The days on which something overdue moves into the next bucket, so that the sum up to a day is the number in each
 * bucket (D8).
 */
export function ageChanges({ due, from, until }: OverduePeriod): AgeChange[] {
  return ageingBuckets.flatMap((age, index) => {
    const next = ageingBuckets[index + 1];
    const enters = later(from, addDays(due, ageingStarts[age]));
    const leaves = next === undefined ? until : earlier(until, addDays(due, ageingStarts[next]));
    if (enters >= leaves) return [];
    const changes: AgeChange[] = [{ day: enters, age, by: 1 }];
    if (leaves < endOfTime) changes.push({ day: leaves, age, by: -1 });
    return changes;
  });
}
