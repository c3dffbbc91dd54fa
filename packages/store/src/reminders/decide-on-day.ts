import type { Day, Id } from "@heed/core";
import type { DecidedReminders } from "@heed/core/reminders/decide-reminders";
import type { Reminder } from "@heed/core/reminders/reminder";
import type { Database, Sql } from "../connection/sql.ts";
import { reminderStepTable, scheduledRunTable } from "../generated/tables.ts";
import { addMessages, type NewMessage } from "../outbox/outbox.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto } from "../tables/table.ts";
import { common, type DecidingOn } from "./deciding-on.ts";
import { planReminders } from "./plan-reminders.ts";
import { weeklyLists } from "./weekly-lists.ts";

const job = "reminders";

/**
 * Decides the reminders of a day, once for the installation, however many services run: the row of the day is written together with
 * all that is decided, so that a second decision of that day finds it, and one that was interrupted leaves nothing. Days on which
 * nobody decided are made up for. Answers what was decided; undefined where that day was decided before.
 */
export async function decideRemindersOnce(
  database: Database,
  deciding: DecidingOn,
): Promise<DecidedReminders | undefined> {
  const { today, settings, at } = deciding;
  if (await wasDecided(database, today)) return undefined;
  // Read before the write: what is met meanwhile is left out when a message goes out.
  const decided = await planReminders(database, today, settings);
  const lists = await weeklyLists(database, deciding);
  return database.transaction(async (sql) => {
    const run = [{ job, day: today, decidedAt: inUtc(at) }];
    const isFirst = (await insertInto(sql, scheduledRunTable, run, "ON CONFLICT DO NOTHING")) > 0;
    if (!isFirst) return undefined;
    await insertInto(
      sql,
      reminderStepTable,
      decided.reminders.map((reminder) => stepRow(reminder, today)),
    );
    await addMessages(sql, [...(await digests(sql, decided, deciding)), ...escalations(decided, deciding), ...lists]);
    return decided;
  });
}

/** Whether the reminders of a day, or of a later one, were decided. */
async function wasDecided(sql: Sql, day: Day): Promise<boolean> {
  const rows = await sql.all("SELECT day FROM scheduled_run WHERE job = ? AND day >= ? LIMIT 1", [job, day]);
  return rows.length > 0;
}

function stepRow({ followUp: followUpId, kind, commitment, due: dueOn, step }: Reminder, decidedOn: Day) {
  return { ...{ followUpId, kind, dueOn, step, decidedOn }, commitmentId: commitment ?? "" };
}

/** One for each person. What waits for the same person goes into it: after a week without mail there is one, not seven. */
async function digests(sql: Sql, { digests: decided }: DecidedReminders, deciding: DecidingOn): Promise<NewMessage[]> {
  const messages: NewMessage[] = [];
  for (const { user, reminders } of decided) {
    const waited = await sql.all<{ id: Id; body: string }>(
      `UPDATE outbox_message SET state = 'cancelled', ended_at = ?
       WHERE user_id = ? AND kind = 'digest' AND state = 'waiting' AND (locked_until IS NULL OR locked_until <= ?)
       RETURNING id, body`,
      [inUtc(deciding.at), user, inUtc(deciding.at)],
    );
    const before = waited.flatMap(({ body }) => (JSON.parse(body) as NewMessage["body"]).reminders);
    messages.push({
      ...common(deciding),
      key: `digest/${deciding.today}/${user}`,
      kind: "digest",
      user,
      body: { reminders: [...before, ...reminders] },
    });
  }
  return messages;
}

function escalations({ escalations: decided }: DecidedReminders, deciding: DecidingOn): NewMessage[] {
  return decided.map(({ responsible, reminders }) => ({
    ...common(deciding),
    key: `escalation/${deciding.today}/${responsible}`,
    kind: "escalation",
    organization: responsible,
    body: { reminders },
  }));
}
