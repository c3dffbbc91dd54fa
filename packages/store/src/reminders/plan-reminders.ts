import { type Day, type Id, type Settings, settingsOn } from "@heed/core";
import { type DecidedReminders, decideReminders, type Owed, subjectOf } from "@heed/core/reminders/decide-reminders";
import { type Recipient, recipientsOn } from "@heed/core/reminders/recipients";
import { subjectKey } from "@heed/core/reminders/reminder";
import { type DecidedStep, lastDueReminded } from "@heed/core/reminders/reminder-step";
import type { User } from "@heed/core/users/user";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { type ReminderStepRow, reminderStepTable } from "../generated/tables.ts";
import { readAnsweredFor } from "../organizations/answered-for.ts";
import { readBodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { readObligationItems } from "../queries/obligations.ts";
import { inList } from "../statements/in-list.ts";
import { selected } from "../tables/table.ts";
import { readUsers } from "../tables/user-rows.ts";

/** What would be decided on a day, as things stand now (D13). Nothing is written. */
export async function planReminders(sql: Sql, today: Day, settings: Settings): Promise<DecidedReminders> {
  const recipients = await readRecipients(sql, today);
  const values = settingsOn(settings, today);
  const owed: Owed[] = [];
  const last = new Map<string, DecidedStep>();
  const asked = { asOf: today, dueUntil: lastDueReminded(today, values), ...ofRecipients(recipients) };
  if (recipients.length > 0)
    for await (const items of readObligationItems(sql, asked, settings)) {
      owed.push(...items.map(needed));
      await readLastSteps(sql, items, last);
    }
  return decideReminders({ today, settings: values, recipients }, owed, last);
}

/** The users who can be written to on a day, each with those whom they answer or verify for. */
export async function readRecipients(sql: Sql, today: Day): Promise<Recipient[]> {
  return recipientsAmong(sql, await readUsers(sql, "u.email IS NOT NULL"), today);
}

/** The same of some users alone. */
export function recipientsAmong(sql: Sql, users: readonly User[], today: Day): Promise<Recipient[]> {
  return recipientsOn(users, today, {
    answeredFor: (organizations) => readAnsweredFor(sql, organizations, today),
    sameBodies: async (organizations) => [...(await readBodiesOfActor(sql, { organizations, today }))],
  });
}

/** Only what somebody can be told of is read. */
function ofRecipients(recipients: readonly Recipient[]): { responsible?: readonly Id[] } {
  const told = recipients.flatMap(({ answersFor, verifiesFor }) =>
    verifiesFor === undefined ? [undefined] : [...answersFor, ...verifiesFor],
  );
  return told.includes(undefined) ? {} : { responsible: [...new Set(told as Id[])] };
}

function needed({ followUp, kind, due, commitment, responsible, timeliness }: Owed): Owed {
  return withoutAbsent({ followUp, kind, due, commitment, responsible, timeliness }) as Owed;
}

async function readLastSteps(sql: Sql, items: readonly Owed[], last: Map<string, DecidedStep>): Promise<void> {
  const subjects = items.map(subjectOf).filter((subject) => subject !== undefined);
  const rows = await sql.all<ReminderStepRow>(
    `SELECT ${selected(reminderStepTable)} FROM reminder_step WHERE ${inList(sql, "follow_up_id")} ORDER BY decided_on`,
    [JSON.stringify([...new Set(subjects.map(({ followUp }) => followUp))])],
  );
  for (const { followUpId: followUp, kind, commitmentId, dueOn: due, step, decidedOn: on } of rows) {
    const subject = { followUp, kind, ...(commitmentId !== "" && { commitment: commitmentId }), due };
    last.set(subjectKey(subject as never), { step: step as DecidedStep["step"], on });
  }
}
