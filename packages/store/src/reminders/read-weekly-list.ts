import type { Day, Id, Settings } from "@heed/core";
import { isForIssuingBody } from "@heed/core/access/right";
import { addresseeKinds } from "@heed/core/follow-up/levels";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { isFor } from "@heed/core/reminders/recipients";
import { keepsReminders } from "@heed/core/reminders/reminder-desk";
import { isEmptyList, type WeeklyList } from "@heed/core/reminders/weekly-list";
import { rightsOn, type User } from "@heed/core/users/user";
import type { Database } from "../connection/sql.ts";
import { readBodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { readObligations } from "../queries/obligations.ts";
import { readOwing } from "../queries/owing.ts";
import { inList } from "../statements/in-list.ts";
import { readUser } from "../tables/user-rows.ts";
import { readRecipients } from "./plan-reminders.ts";

/** How many things, and how many organizations, a list tells at most. */
const mostTold = 20;

/** Undefined where nothing waits, or the person edits and assesses for nobody any more. */
export async function readWeeklyList(
  database: Database,
  { user: id = "" }: OutboxMessage,
  today: Day,
  settings: Settings,
): Promise<{ user: User & { email: string }; list: WeeklyList } | undefined> {
  const user = await readUser(database, id);
  if (user?.email === undefined) return undefined;
  const held = rightsOn(user, today);
  const rights = held.filter(isForIssuingBody);
  if (rights.length === 0) return undefined;
  const report = await reportsOf(database, rights, today);
  const asked = { asOf: today, ...(report && { report }) };
  const owing = await readOwing(database, { ...asked, kind: addresseeKinds }, settings, mostTold);
  const recipients = await readRecipients(database, today);
  const list = {
    verifications: await readObligations(
      database,
      { ...asked, kind: ["verification"], overdue: true },
      { limit: mostTold, withTotal: true },
      settings,
    ),
    owing: owing.map((each) => ({
      ...each,
      isReached: recipients.some((recipient) => isFor(recipient, "response", each.organization.id)),
    })),
    // A letter may be about the recommendations of any body.
    letters: keepsReminders({ rights: held }) ? await lettersWaiting(database) : 0,
  };
  return isEmptyList(list) ? undefined : { user: { ...user, email: user.email }, list };
}

/** The reports of the bodies for which somebody works; undefined for who works for all of them. */
async function reportsOf(
  database: Database,
  rights: readonly { organizations: readonly Id[] }[],
  today: Day,
): Promise<readonly Id[] | undefined> {
  if (rights.some(({ organizations }) => organizations.length === 0)) return undefined;
  const organizations = rights.flatMap((right) => right.organizations);
  const bodies = await readBodiesOfActor(database, { organizations, today });
  const rows = await database.all<{ id: Id }>(`SELECT id FROM report WHERE ${inList(database, "issuing_body_id")}`, [
    JSON.stringify([...bodies]),
  ]);
  return rows.map(({ id }) => id);
}

async function lettersWaiting(database: Database): Promise<number> {
  const [row] = await database.all<{ waiting: number }>(
    "SELECT count(*) AS waiting FROM outbox_message WHERE kind = 'escalation' AND state = 'waiting'",
  );
  return Number(row?.waiting ?? 0);
}
