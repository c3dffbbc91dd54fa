import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

/** Why an answer is what it is: the rule (R…, D…, or a decision's number), and the entries and dates it rests on. */
export type Reason = {
  rule: string;
  /** What the rule found, in one word of a closed list that surfaces can translate. */
  code: string;
  dates?: Record<string, Day>;
  entries?: readonly Id[];
  /** Values that are neither a date nor an entry, such as a period. */
  facts?: Record<string, string | number>;
};
