import type { Day } from "../time/day.ts";

/** A share, never without what it rests on (R13). */
export type Rate = {
  name: "implemented" | "responded" | "accepted";
  numerator: number;
  denominator: number;
  /** What the denominator counts, in words. */
  cohort: string;
  asOf: Day;
  /** Follow-ups too young to judge: in neither number. */
  tooYoung: number;
};

/** How the follow-ups of one group stand on a day. */
export type GroupProgress = {
  /** The group's key: an organization's or report's id, a year, a theme. */
  group: string;
  /** The group's name for a reader. */
  label: string;
  followUps: number;
  byPosition: Readonly<Record<string, number>>;
  byReported: Readonly<Record<string, number>>;
  byAssessed: Readonly<Record<string, number>>;
  byLifecycle: Readonly<Record<string, number>>;
  rates: readonly Rate[];
};
