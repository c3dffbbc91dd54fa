import { userInfo } from "node:os";
import type { Settings } from "@heed/core";
import type { ReminderDesk } from "@heed/core/reminders/reminder-desk";
import { type Database, reminderDesk } from "@heed/store";

/** The reminders of a database: whoever can open it sees them, under the name of the system's user. */
export function databaseReminders(database: Database, settings: Settings): ReminderDesk {
  const { username } = userInfo();
  const rights = [{ role: "admin", organizations: [] }] as const;
  return reminderDesk(database, {
    person: { id: username, name: username, rights },
    at: new Date().toISOString(),
    settings,
  });
}
