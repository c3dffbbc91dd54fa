import type { Id, Instant } from "@heed/core";
import { backOff, giveUpAfter, type OutboxMessage, type OutboxState } from "@heed/core/reminders/outbox-message";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Database, Sql } from "../connection/sql.ts";
import { type OutboxMessageRow, outboxMessageTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { insertInto, selected } from "../tables/table.ts";

/** A message to be written; `availableAt` is when it may go out. */
export type NewMessage = Omit<OutboxMessage, "state" | "attempts" | "endedAt" | "lastFault">;

/** Writes messages in the transaction that decides them. One with a key that is there already is not written again. */
export function addMessages(sql: Sql, messages: readonly NewMessage[]): Promise<number> {
  const rows = messages.map(({ user, subscriber, organization, body, ...rest }) => ({
    ...rest,
    ...{ userId: user ?? null, subscriberId: subscriber ?? null, organizationId: organization ?? null },
    body: JSON.stringify(body),
    ...{ attempts: 0, state: "waiting" satisfies OutboxState },
  }));
  return insertInto(sql, outboxMessageTable, rows, "ON CONFLICT (key) DO NOTHING");
}

/** What became of an attempt: it went out; or there was nothing left to tell. */
export type Delivered = "sent" | "cancelled";

export type Delivering = {
  now: () => Instant;
  /** From 0 to below 1. */
  random: () => number;
  /** The largest number of messages that are taken at one time. */
  batch: number;
  /** How long a message is kept from other senders, in milliseconds, anew for each before it is sent: longer than one may take. */
  lease: number;
  kinds: readonly OutboxMessage["kind"][];
  /** To whom they go, where only the messages of one subscriber are sent. */
  subscriber?: Id;
  deliver: (message: OutboxMessage) => Promise<Delivered>;
  /** Whether it would fail again however often it is tried: it is given up at once. */
  isFinal?: (error: unknown) => boolean;
  /** Told of each attempt that failed. */
  failed?: (message: OutboxMessage, error: unknown) => void;
  /** Asked before each message; what was taken and is not sent any more may be taken at once by others. */
  goesOn?: () => boolean;
};

/** A message that is kept from other senders until a moment. The moment tells too whose it is: no two take it until the same one. */
type Leased = { message: OutboxMessage; until: Instant };

/**
 * Sends what may go out, each message at least once: a sender that is killed between sending and noting it leaves the message to the
 * next one, which sends it again under the same id. One that fails is tried again later, and given up in the end. Answers how many
 * were taken.
 */
export async function deliverMessages(database: Database, delivering: Delivering): Promise<number> {
  const { now, lease, goesOn = () => true } = delivering;
  const due = dueAt(now(), delivering);
  // Nothing is locked where nothing may go out, which is so in most minutes.
  if (!(await mayGoOut(database, due))) return 0;
  const until = momentAfter(now(), lease);
  const taken = await take(database, { due, until, batch: delivering.batch });
  const left = [...taken];
  try {
    while (left.length > 0 && goesOn()) {
      const message = left.shift() as OutboxMessage;
      const begun = await begin(database, { message, until }, momentAfter(now(), lease));
      if (begun !== undefined) await attempt(database, begun, delivering);
    }
  } finally {
    await giveBack(database, left, until);
  }
  return taken.length;
}

/** Keeps it anew as it is sent now, and counts the attempt; undefined where it is gone, or was taken by another sender. */
async function begin(sql: Sql, { message, until }: Leased, next: Instant): Promise<Leased | undefined> {
  const changed = await sql.run(
    "UPDATE outbox_message SET locked_until = ?, attempts = attempts + 1 WHERE id = ? AND locked_until = ?",
    [next, message.id, until],
  );
  return changed === 0 ? undefined : { message: { ...message, attempts: message.attempts + 1 }, until: next };
}

/** What another sender took meanwhile is for that one to note. */
async function attempt(database: Database, leased: Leased, delivering: Delivering): Promise<void> {
  const { message, until } = leased;
  try {
    const state = await delivering.deliver(message);
    await database.run(
      `UPDATE outbox_message SET state = ?, ended_at = ?, last_fault = NULL, locked_until = NULL
       WHERE id = ? AND locked_until = ?`,
      [state, delivering.now(), message.id, until],
    );
  } catch (error) {
    delivering.failed?.(message, error);
    await noteFault(database, leased, error, delivering);
  }
}

async function noteFault(database: Database, { message, until }: Leased, error: unknown, delivering: Delivering) {
  const { now, random, isFinal } = delivering;
  const isGivenUp = message.attempts >= giveUpAfter || isFinal?.(error) === true;
  await database.run(
    `UPDATE outbox_message SET locked_until = NULL, available_at = ?, state = ?, ended_at = ?, last_fault = ?
     WHERE id = ? AND locked_until = ?`,
    [
      momentAfter(now(), backOff(message.attempts, random())),
      isGivenUp ? "givenUp" : "waiting",
      isGivenUp ? now() : null,
      String(error).slice(0, 500),
      ...[message.id, until],
    ],
  );
}

async function giveBack(sql: Sql, messages: readonly OutboxMessage[], until: Instant): Promise<void> {
  if (messages.length === 0) return;
  await sql.runEach(
    "UPDATE outbox_message SET locked_until = NULL WHERE id = ? AND locked_until = ?",
    messages.map(({ id }) => [id, until]),
  );
}

/** The condition for a message that may go out at a moment, and that nobody sends, with its values. */
type Due = { text: string; values: readonly string[] };

function dueAt(at: Instant, { kinds, subscriber }: Pick<Delivering, "kinds" | "subscriber">): Due {
  const text = `state = 'waiting' AND available_at <= ? AND (locked_until IS NULL OR locked_until <= ?)
    AND kind IN (${kinds.map(() => "?").join(", ")})`;
  const values = [at, at, ...kinds];
  return subscriber === undefined
    ? { text, values }
    : { text: `${text} AND subscriber_id = ?`, values: [...values, subscriber] };
}

async function mayGoOut(sql: Sql, { text, values }: Due): Promise<boolean> {
  const found = await sql.all(`SELECT 1 AS one FROM outbox_message WHERE ${text} LIMIT 1`, values);
  return found.length > 0;
}

type Taking = { due: Due; until: Instant; batch: number };

function take(database: Database, { due, until, batch }: Taking): Promise<OutboxMessage[]> {
  const kept = database.dialect === "postgresql" ? " FOR UPDATE SKIP LOCKED" : "";
  return database.transaction(async (sql) => {
    const rows = await sql.all<OutboxMessageRow>(
      `UPDATE outbox_message SET locked_until = ? WHERE id IN (
         SELECT id FROM outbox_message WHERE ${due.text} ORDER BY available_at, id LIMIT ${batch}${kept})
       RETURNING ${selected(outboxMessageTable)}`,
      [until, ...due.values],
    );
    return rows.map(messageOf);
  });
}

/** A message that was given up is tried again from a moment on, as often as a new one. Answers whether there was one. */
export async function tryAgain(sql: Sql, id: Id, at: Instant): Promise<boolean> {
  const changed = await sql.run(
    `UPDATE outbox_message SET state = 'waiting', ended_at = NULL, attempts = 0, available_at = ?, locked_until = NULL
     WHERE id = ? AND state = 'givenUp'`,
    [at, id],
  );
  return changed > 0;
}

/** A person did, or will not do, what a message asked of a person. Answers whether it waited for that. */
export async function endByPerson(sql: Sql, id: Id, state: Delivered, at: Instant): Promise<boolean> {
  const ended =
    "UPDATE outbox_message SET state = ?, ended_at = ? WHERE id = ? AND state = 'waiting' AND kind = 'escalation'";
  return (await sql.run(ended, [state, at, id])) > 0;
}

export function messageOf(row: OutboxMessageRow): OutboxMessage {
  const { userId, subscriberId, organizationId, body, lockedUntil: _, endedAt, lastFault, ...kept } = row;
  return withoutAbsent({
    ...kept,
    user: userId ?? undefined,
    subscriber: subscriberId ?? undefined,
    organization: organizationId ?? undefined,
    body: JSON.parse(body),
    endedAt: endedAt ?? undefined,
    lastFault: lastFault ?? undefined,
  }) as OutboxMessage;
}
