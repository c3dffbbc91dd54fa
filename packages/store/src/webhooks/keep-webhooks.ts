import { randomBytes, randomUUID } from "node:crypto";
import { DomainError, type Id, type Instant } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { formerSecretFor, NewWebhook, type Webhook } from "@heed/core/webhooks/webhook";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Database, Sql } from "../connection/sql.ts";
import { type WebhookRow, webhookTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { overwriteDeleted } from "../statements/overwrite-deleted.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto, selected } from "../tables/table.ts";

/** What a webhook is signed by, in the form of Standard Webhooks. It is shown when it is made, and nowhere afterwards. */
type Made = { id: Id; secret: string };

/** Whoever keeps the database keeps its webhooks. Errors: invalidInput. */
export async function addWebhook(database: Database, input: unknown, at: Instant): Promise<Made> {
  const { url, kinds } = parseInput(NewWebhook, input);
  const made = { id: randomUUID(), secret: newSecret() };
  const row = { ...made, url, kinds: kinds ? JSON.stringify(kinds) : null };
  await insertInto(database, webhookTable, [{ ...row, createdAt: inUtc(at), notedUntil: inUtc(at) }]);
  return made;
}

/** In the order in which they were made. */
export async function readWebhooks(sql: Sql): Promise<Webhook[]> {
  const rows = await keptWebhooks(sql);
  const counts = await sql.all<{ id: Id; state: string; count: number }>(
    `SELECT subscriber_id AS id, state, count(*) AS count FROM outbox_message
     WHERE kind = 'webhookEvent' GROUP BY subscriber_id, state`,
  );
  const countOf = (id: Id, state: string) =>
    Number(counts.find((each) => each.id === id && each.state === state)?.count ?? 0);
  return rows.map(({ id, url, kinds, createdAt, rotatedAt, formerUntil }) =>
    withoutAbsent({
      ...{ id, url, kinds: kinds === null ? undefined : JSON.parse(kinds), createdAt },
      ...{ rotatedAt: rotatedAt ?? undefined, formerUntil: formerUntil ?? undefined },
      ...{ waiting: countOf(id, "waiting"), givenUp: countOf(id, "givenUp") },
    }),
  ) as Webhook[];
}

/** A new secret; messages are signed by both until the former one ends. Errors: notFound. */
export async function rotateWebhookSecret(database: Database, id: Id, at: Instant): Promise<Made> {
  const secret = newSecret();
  const changed = await database.run(
    "UPDATE webhook SET former_secret = secret, former_until = ?, secret = ?, rotated_at = ? WHERE id = ?",
    [momentAfter(inUtc(at), formerSecretFor * 3_600_000), secret, inUtc(at), id],
  );
  if (changed === 0) throw noSuchWebhook(id);
  return { id, secret };
}

/** Nothing is sent to it any more, and its messages are gone. Errors: notFound. */
export async function removeWebhook(database: Database, id: Id): Promise<void> {
  await database.transaction(async (sql) => {
    await overwriteDeleted(sql);
    if ((await sql.run("DELETE FROM webhook WHERE id = ?", [id])) === 0) throw noSuchWebhook(id);
    await sql.run("DELETE FROM outbox_message WHERE subscriber_id = ?", [id]);
  });
}

export function keptWebhooks(sql: Sql): Promise<WebhookRow[]> {
  return sql.all<WebhookRow>(`SELECT ${selected(webhookTable)} FROM webhook ORDER BY created_at, id`);
}

export async function readWebhookIds(sql: Sql): Promise<Id[]> {
  return (await keptWebhooks(sql)).map(({ id }) => id);
}

export async function keptWebhook(sql: Sql, id: Id): Promise<WebhookRow | undefined> {
  const [row] = await sql.all<WebhookRow>(`SELECT ${selected(webhookTable)} FROM webhook WHERE id = ?`, [id]);
  return row;
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

function noSuchWebhook(id: Id): DomainError {
  return new DomainError("notFound", `there is no webhook with the id ${id}`);
}
