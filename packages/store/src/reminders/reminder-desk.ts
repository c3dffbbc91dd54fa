import { type Day, DomainError, dayOf, type Id, type Instant, type Person, type Settings } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import {
  type ReminderDesk as Desk,
  MessageOutcome,
  type PlannedReminders,
  requireKeepsReminders,
  type ShownMessage,
} from "@heed/core/reminders/reminder-desk";
import { toldReminders } from "@heed/core/reminders/told-reminders";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { endByPerson, tryAgain } from "../outbox/outbox.ts";
import { readMessage, readMessages } from "../outbox/read-messages.ts";
import { readOrganizationsById } from "../queries/register.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readUsers } from "../tables/user-rows.ts";
import { planReminders } from "./plan-reminders.ts";
import { readOwed, readToldEscalation } from "./read-told.ts";

export type ReminderActing = { person: Person; at: Instant; settings: Settings; request?: KeyedRequest };

/** Errors: missingPermission for who keeps no reminders. */
export function reminderDesk(database: Database, acting: ReminderActing): Desk {
  const { person, at, settings } = acting;
  requireKeepsReminders(person);
  const today = dayOf(settings, at);
  return {
    planned: (on) => planned(database, on, settings),
    messages: (filter, paging) => readMessages(database, filter, paging),
    message: (id) => readMessage(database, id),
    letter: async (id) => readToldEscalation(database, asKept(await known(database, id)), today, settings),
    end: (id, input) => end(database, id, input, acting),
  };
}

async function planned(database: Database, on: Day, settings: Settings): Promise<PlannedReminders> {
  const { reminders, digests, escalations } = await planReminders(database, on, settings);
  const owed = await readOwed(database, { today: on, settings, reminders });
  const users = new Map((await readUsers(database, "u.email IS NOT NULL")).map((user) => [user.id, user.name]));
  const organizations = await readOrganizationsById(
    database,
    escalations.map(({ responsible }) => responsible),
  );
  return {
    on,
    digests: digests.map((digest) => ({
      user: { id: digest.user, name: users.get(digest.user) ?? digest.user },
      told: toldReminders(digest.reminders, owed, undefined),
    })),
    escalations: escalations.map((escalation) => {
      const { id = escalation.responsible, code = "", name = {} } = organizations.get(escalation.responsible) ?? {};
      return { organization: { id, code, name }, told: toldReminders(escalation.reminders, owed, undefined) };
    }),
  };
}

async function end(database: Database, id: Id, input: unknown, { person, at, request }: ReminderActing): Promise<void> {
  const { outcome } = parseInput(MessageOutcome, input);
  const now = inUtc(at);
  const perform = async (sql: Sql) => {
    const isDone =
      outcome === "again"
        ? await tryAgain(sql, id, now)
        : await endByPerson(sql, id, outcome === "sent" ? "sent" : "cancelled", now);
    if (!isDone) throw await doesNotWait(sql, id, outcome);
    return { id };
  };
  await database.transaction((sql) =>
    request === undefined ? perform(sql) : performOnce(sql, person.id, request, now, () => perform(sql)),
  );
}

async function doesNotWait(sql: Sql, id: Id, outcome: MessageOutcome["outcome"]): Promise<DomainError> {
  const { kind, state } = await known(sql, id);
  return new DomainError("invalidStateTransition", "the message does not wait for that", [
    { name: "outcome", value: outcome, detail: `it is a message of the kind ${kind}, and its state is ${state}` },
  ]);
}

async function known(sql: Sql, id: Id): Promise<ShownMessage> {
  const message = await readMessage(sql, id);
  if (message === undefined) throw new DomainError("notFound", `there is no message with the id ${id}`);
  return message;
}

function asKept({ user, organization, ...message }: ShownMessage): OutboxMessage {
  return { ...message, ...(user && { user: user.id }), ...(organization && { organization: organization.id }) };
}
