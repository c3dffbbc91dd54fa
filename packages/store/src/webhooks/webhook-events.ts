import { randomUUID } from "node:crypto";
import type { Day, Id, Instant } from "@heed/core";
import type { ChangeKind } from "@heed/core/follow-up/changes/change";
import { changeIdentity } from "@heed/core/follow-up/changes/change-identity";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { addDays } from "@heed/core/time/day";
import type { Database, Sql } from "../connection/sql.ts";
import { followUpsTouchedSince, notKnownAt } from "../derived/changes-made-known.ts";
import { idPages } from "../derived/load-cases.ts";
import type { WebhookRow } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { addMessages } from "../outbox/outbox.ts";
import { readChangesOf } from "../queries/changes.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { keptWebhook, keptWebhooks } from "./keep-webhooks.ts";

/** What was recorded so long before is looked at again, in milliseconds: an act that took long is in no earlier look. */
const lookedAtAgain = 10 * 60_000;

/**
 * Writes a message for each change that the record shows since the last look, to each webhook that asks for its kind. The key of a
 * message lets the same change go to the same webhook once. Answers how many were written.
 */
export async function noteWebhookEvents(
  database: Database,
  { at, today }: { at: Instant; today: Day },
): Promise<number> {
  const now = inUtc(at);
  let written = 0;
  // Almost all were looked for at the same moment: what changed since then is read once.
  const read = new Map<Instant, Promise<ChangeItem[]>>();
  for (const webhook of await keptWebhooks(database)) {
    const since = momentAfter(webhook.notedUntil, -lookedAtAgain);
    const changing = read.get(since) ?? changesSince(database, since, today);
    read.set(since, changing);
    const changes = await changing;
    const kinds = webhook.kinds === null ? undefined : (JSON.parse(webhook.kinds) as ChangeKind[]);
    const asked = changes.filter(({ kind }) => kinds?.includes(kind) ?? true);
    written += await database.transaction(async (sql) => {
      // A webhook that was removed meanwhile gets nothing.
      if ((await sql.run("UPDATE webhook SET noted_until = ? WHERE id = ?", [now, webhook.id])) === 0) return 0;
      return addMessages(
        sql,
        asked.map((change) => {
          const identity = changeIdentity(change);
          const { followUp, day } = change;
          return {
            ...{ id: randomUUID(), key: `webhook/${webhook.id}/${identity}`, kind: "webhookEvent", day: today },
            ...{ subscriber: webhook.id, availableAt: now },
            body: { reminders: [], change: { identity, followUp, day, at: now } },
          };
        }),
      );
    });
  }
  return written;
}

/**
 * What an entry tells, of whatever day, since it was recorded; what no entry tells, since its day, or since something was recorded
 * that makes it so of an earlier day, such as the publication of a report some days ago.
 */
async function changesSince(sql: Sql, since: Instant, today: Day): Promise<ChangeItem[]> {
  const entries = await sql.all<{ id: Id; followUp: Id }>(
    `SELECT id, follow_up_id AS "followUp" FROM entry WHERE recorded_at > ?`,
    [since],
  );
  const recorded = new Set(entries.map(({ id }) => id));
  const from = addDays(since.slice(0, 10), -1);
  const byEntry = await readChangesOf(sql, { followUps: entries.map(({ followUp }) => followUp), to: today });
  const byDay = await readChangesOf(sql, { from, to: today });
  return [
    ...byEntry.filter(({ entry }) => entry !== undefined && recorded.has(entry)),
    ...byDay.filter(({ entry }) => entry === undefined),
    ...(await madeKnownSince(sql, since, { from, today })),
  ];
}

/** Of days before `from`, what no entry tells. */
async function madeKnownSince(sql: Sql, since: Instant, { from, today }: { from: Day; today: Day }) {
  const made: ChangeItem[] = [];
  for await (const followUps of idPages(sql, await followUpsTouchedSince(sql, since), 1000)) {
    const changes = await readChangesOf(sql, { followUps, to: today });
    const earlier = changes.filter(({ entry, day }) => entry === undefined && day < from);
    made.push(...(await notKnownAt(sql, earlier, since)));
  }
  return made;
}

/** What a message tells a webhook; undefined where the change does not stand any more, or the webhook is gone. */
export async function readWebhookEvent(
  database: Database,
  { subscriber = "", body: { change } }: OutboxMessage,
  now: Instant,
): Promise<{ url: string; secrets: readonly string[]; item: ChangeItem; at: Instant } | undefined> {
  const webhook = await keptWebhook(database, subscriber);
  if (webhook === undefined || change === undefined) return undefined;
  const { identity, followUp, day, at } = change;
  const items = await readChangesOf(database, { followUps: [followUp], from: day, to: day });
  const item = items.find((each) => changeIdentity(each) === identity);
  return item && { url: webhook.url, secrets: secretsOf(webhook, now), item, at };
}

function secretsOf({ secret, formerSecret, formerUntil }: WebhookRow, now: Instant): string[] {
  const isFormerValid = formerSecret !== null && formerUntil !== null && formerUntil > inUtc(now);
  return isFormerValid ? [secret, formerSecret] : [secret];
}
