import type { Entry } from "../follow-up/entries/entry.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { FollowUpItem } from "./follow-up-item.ts";

/** An answer that waits for its publication, without its words (R60). */
export type WaitingAnswer = FollowUpItem & { entry: Id; type: Entry["type"]; givenOn?: Day };

/** Which answers are asked for, among those that wait. */
export type WaitingAnswerFilter = {
  /** On which responsible organizations are told. */
  asOf: Day;
  report?: readonly Id[];
};
