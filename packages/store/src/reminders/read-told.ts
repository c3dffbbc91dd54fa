import type { Day, Settings } from "@heed/core";
import { addresseeKinds } from "@heed/core/follow-up/levels";
import type { ObligationAnswer } from "@heed/core/read-models/obligation-answer";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import type { Reminder } from "@heed/core/reminders/reminder";
import { type ToldReminder, toldReminders } from "@heed/core/reminders/told-reminders";
import { hasLeft, type User } from "@heed/core/users/user";
import type { Database } from "../connection/sql.ts";
import { readObligationItems, readObligations } from "../queries/obligations.ts";
import { readUser } from "../tables/user-rows.ts";
import { recipientsAmong } from "./plan-reminders.ts";

/** What a digest tells its person on the day on which it goes out. */
export type ToldDigest = {
  user: User & { email: string };
  told: readonly ToldReminder[];
  /** How much the organizations of this person owe in all, and how much of it is overdue; none for who only verifies. */
  all?: ObligationAnswer;
};

/** Undefined where nothing is left to tell: all was met, moved or handed over, or the person left or has no address. */
export async function readToldDigest(
  database: Database,
  { user: id = "", body: { reminders } }: Pick<OutboxMessage, "user" | "body">,
  today: Day,
  settings: Settings,
): Promise<ToldDigest | undefined> {
  const user = await readUser(database, id);
  if (user?.email === undefined || hasLeft(user, today)) return undefined;
  const [recipient] = await recipientsAmong(database, [user], today);
  if (recipient === undefined) return undefined;
  const { answersFor, verifiesFor } = recipient;
  const responsible = verifiesFor && [...answersFor, ...verifiesFor];
  const told = toldReminders(
    reminders,
    await readOwed(database, { today, settings, reminders, ...(responsible && { responsible }) }),
    recipient,
  );
  if (told.length === 0) return undefined;
  const all =
    answersFor.length === 0
      ? undefined
      : await readObligations(
          database,
          { asOf: today, kind: addresseeKinds, responsible: answersFor },
          { limit: 1, withTotal: true },
          settings,
        );
  return { user: { ...user, email: user.email }, told, ...(all && { all }) };
}

/** What still stands of an escalation about one organization. */
export async function readToldEscalation(
  database: Database,
  { organization = "", body: { reminders } }: Pick<OutboxMessage, "organization" | "body">,
  today: Day,
  settings: Settings,
): Promise<readonly ToldReminder[]> {
  const owed = await readOwed(database, { today, settings, reminders, responsible: [organization] });
  return toldReminders(reminders, owed, undefined);
}

type OwedOf = {
  today: Day;
  settings: Settings;
  reminders: readonly Reminder[];
  responsible?: readonly string[];
};

/** What is owed on a day with the due dates that the reminders are of. */
async function readOwed(
  database: Database,
  { today, settings, reminders, responsible }: OwedOf,
): Promise<ObligationItem[]> {
  const dues = reminders.map(({ due }) => due).sort();
  const [dueFrom, dueUntil] = [dues[0], dues.at(-1)];
  if (dueFrom === undefined || dueUntil === undefined) return [];
  const followUps = new Set(reminders.map(({ followUp }) => followUp));
  const items: ObligationItem[] = [];
  const filter = { asOf: today, dueFrom, dueUntil, ...(responsible && { responsible }) };
  for await (const batch of readObligationItems(database, filter, settings))
    items.push(...batch.filter(({ followUp }) => followUps.has(followUp)));
  return items;
}
