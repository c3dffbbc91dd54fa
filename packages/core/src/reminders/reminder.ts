import { z } from "zod";
import { OverdueKind } from "../follow-up/levels.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";

/** The steps of the ladder (D13), in their order. */
export const ReminderStep = z
  .enum(["beforeDue", "atDue", "second", "escalation"])
  .meta({ id: "ReminderStep", description: "A step of the ladder of reminders (D13)." });
export type ReminderStep = z.infer<typeof ReminderStep>;

/** What is reminded of: one thing owed, until one due date. Where its date moves, the ladder begins anew. */
export const ReminderSubject = z
  .strictObject({
    followUp: Id,
    kind: OverdueKind,
    commitment: Id.optional().describe("The promise, where one is owed."),
    due: Day,
  })
  .meta({ description: "One thing owed, until one due date." });
export type ReminderSubject = z.infer<typeof ReminderSubject>;

/** One step of the ladder for one thing owed. */
export const Reminder = z
  .strictObject({ ...ReminderSubject.shape, step: ReminderStep })
  .meta({ id: "Reminder", description: "One step of the ladder of reminders, for one thing owed." });
export type Reminder = z.infer<typeof Reminder>;

/** The same text for the same thing owed until the same date. */
export function subjectKey({ followUp, kind, commitment = "", due }: ReminderSubject): string {
  return JSON.stringify([followUp, kind, commitment, due]);
}
