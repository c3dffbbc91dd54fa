import { type AgeingBucket, ageingBuckets, ageingStarts } from "../time/ageing.ts";
import { addDays, type Day, earlier, endOfTime, later } from "../time/day.ts";
import type { OwedRow } from "./projection.ts";

/** Against which due date something is late: the current one, the original one, or both alike (D5). */
export type LateAgainst = "both" | "current" | "original";

/** Days on which one thing is late without a break: from <= d < until. */
export type LateStretch = { against: LateAgainst; due: Day; from: Day; until: Day };

type Dates = Pick<OwedRow, "due" | "originalDue" | "lateFrom" | "lateUntil" | "lateFromOriginal" | "lateUntilOriginal">;

/** When a row of the projection is late: one stretch where its deadline never moved, else one for each due date. */
export function lateStretches(row: Dates): LateStretch[] {
  const { due, originalDue, lateFrom, lateUntil, lateFromOriginal, lateUntilOriginal } = row;
  if (due === originalDue && lateFrom === lateFromOriginal && lateUntil === lateUntilOriginal)
    return stretch("both", due, lateFrom, lateUntil);
  return [
    ...stretch("current", due, lateFrom, lateUntil),
    ...stretch("original", originalDue, lateFromOriginal, lateUntilOriginal),
  ];
}

function stretch(against: LateAgainst, due: Day | undefined, from: Day, until: Day): LateStretch[] {
  return due === undefined || from >= until ? [] : [{ against, due, from, until }];
}

/** A day on which a stretch enters an ageing bucket (+1) or leaves it (-1). */
export type AgeChange = { day: Day; age: AgeingBucket; by: 1 | -1 };

/** The days on which a late thing grows into the next bucket, so that sums up to a day count who is in which (D8). */
export function ageChanges({ due, from, until }: LateStretch): AgeChange[] {
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
