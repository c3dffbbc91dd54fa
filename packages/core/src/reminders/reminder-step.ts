import type { SettingValues } from "../settings/settings.ts";
import { addDays, type Day, daysBetween } from "../time/day.ts";
import type { ReminderStep } from "./reminder.ts";

/** The last step that was decided for something owed, and when. */
export type DecidedStep = { step: ReminderStep; on: Day };

type Thresholds = Pick<SettingValues, "remindBeforeDays" | "remindAgainAfterDays" | "escalateAfterDays">;

/** The last due date of which something is to be reminded on a day. */
export function lastDueReminded(today: Day, { remindBeforeDays }: Pick<Thresholds, "remindBeforeDays">): Day {
  return addDays(today, remindBeforeDays);
}

/**
 * The step that is to be decided on a day, or none (D13). Days on which nobody decided are made up for by the step that is reached
 * now. Nothing is escalated that was not reminded of a second time, as long before as the settings want it: whoever gets an account
 * today is not reported tomorrow for what was late before.
 */
export function stepToDecide(
  due: Day,
  today: Day,
  settings: Thresholds,
  last: DecidedStep | undefined,
): ReminderStep | undefined {
  const { remindBeforeDays, remindAgainAfterDays, escalateAfterDays } = settings;
  const daysAfterDue = daysBetween(due, today);
  if (daysAfterDue < -remindBeforeDays) return undefined;
  if (daysAfterDue < 0) return last === undefined ? "beforeDue" : undefined;
  if (daysAfterDue < remindAgainAfterDays) return last === undefined || last.step === "beforeDue" ? "atDue" : undefined;
  if (last === undefined || last.step === "beforeDue" || last.step === "atDue") return "second";
  if (last.step === "escalation") return undefined;
  const isReached = daysAfterDue >= escalateAfterDays && last.on < today;
  const isLongAgo = daysBetween(last.on, today) >= escalateAfterDays - remindAgainAfterDays;
  return isReached && isLongAgo ? "escalation" : undefined;
}
