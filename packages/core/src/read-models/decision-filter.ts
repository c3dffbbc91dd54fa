import type { Day } from "../time/day.ts";

/** Which decisions are asked for: since a day, by who answers on the last day; at most so many. */
export type DecisionFilter = { from: Day; to: Day; limit: number };
