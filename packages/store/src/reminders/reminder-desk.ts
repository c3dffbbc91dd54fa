import { type Day, DomainError, dayOf, type Id, type Instant, type Person, type Settings } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import {
  type ReminderDesk as Desk,
  MessageOutcome,
  type PlannedReminders,
  requireKeepsReminders,
  type ShownMessage,
} from "@heed/core/reminders/reminder-desk";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { endByPerson, tryAgain } from "../outbox/outbox.ts";
import { readMessage, readMessages } from "../outbox/read-messages.ts";
import { readOrganizationsById } from "../queries/register.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { planReminders } from "./plan-reminders.ts";
import { readToldDigest, readToldEscalation } from "./read-told.ts";

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
    told: async (id) => toldNow(database, await known(database, id), today, settings),
    end: (id, input) => end(database, id, input, acting),
  };
}

/** By the same reads as the mails and letters themselves. */
async function planned(database: Database, on: Day, settings: Settings): Promise<PlannedReminders> {
  const plan = await planReminders(database, on, settings);
  const organizations = await readOrganizationsById(
    database,
    plan.escalations.map(({ responsible }) => responsible),
  );
  const digests: PlannedReminders["digests"][number][] = [];
  for (const { user, reminders } of plan.digests) {
    const found = await readToldDigest(database, { user, body: { reminders } }, on, settings);
    if (found !== undefined) digests.push({ user: { id: user, name: found.user.name }, told: found.told });
  }
  const escalations: PlannedReminders["escalations"][number][] = [];
  for (const { responsible, reminders } of plan.escalations) {
    const message = { organization: responsible, body: { reminders } };
    const { id = responsible, code = "", name = {} } = organizations.get(responsible) ?? {};
    const told = await readToldEscalation(database, message, on, settings);
    escalations.push({ organization: { id, code, name }, told });
  }
  return { on, digests, escalations };
}

async function toldNow(database: Database, message: ShownMessage, today: Day, settings: Settings) {
  const { kind, body, user, organization } = message;
  if (kind === "digest")
    return (await readToldDigest(database, { body, ...(user && { user: user.id }) }, today, settings))?.told ?? [];
  if (kind !== "escalation") return [];
  return readToldEscalation(
    database,
    { body, ...(organization && { organization: organization.id }) },
    today,
    settings,
  );
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
