import type { ObligationItem } from "../read-models/obligation-item.ts";
import { subjectOf } from "./decide-reminders.ts";
import { isFor, type Recipient } from "./recipients.ts";
import { type Reminder, type ReminderStep, subjectKey } from "./reminder.ts";

/** Something owed that a person is reminded of, and how far its ladder is. */
export type ToldReminder = { item: ObligationItem; step: ReminderStep };

/**
 * What of the reminders still stands when they go out, in the order of `owed`: what was met, moved or handed over meanwhile is left
 * out, and so is what is no longer for that person. Each thing is told once, with its last step.
 */
export function toldReminders(
  reminders: readonly Reminder[],
  owed: readonly ObligationItem[],
  recipient: Recipient | undefined,
): ToldReminder[] {
  const steps = new Map(reminders.map((reminder) => [subjectKey(reminder), reminder.step]));
  return owed.flatMap((item) => {
    const subject = subjectOf(item);
    const step = subject && steps.get(subjectKey(subject));
    if (step === undefined) return [];
    if (recipient !== undefined && !isFor(recipient, item.kind, item.responsible.id)) return [];
    return [{ item, step }];
  });
}
