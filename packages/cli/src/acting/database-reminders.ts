import type { Settings } from "@heed/core";
import type { ReminderDesk } from "@heed/core/reminders/reminder-desk";
import { type Database, reminderDesk } from "@heed/store";
import { asAdmin } from "./as-admin.ts";

/** The reminders of a database: whoever can open it sees them. */
export function databaseReminders(database: Database, settings: Settings): ReminderDesk {
  return reminderDesk(database, { person: asAdmin(), at: new Date().toISOString(), settings });
}
