import { dayOf, type Id, type Instant, type Settings } from "@heed/core";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { idOfChange } from "@heed/portal";
import {
  type Database,
  type Delivered,
  deliverMessages,
  noteWebhookEvents,
  readWebhookEvent,
  readWebhookIds,
} from "@heed/store";
import type { Logger } from "pino";
import { basePath } from "../contract/base-path.ts";
import { eachMinute } from "../scheduled/each-minute.ts";
import { followUpItem } from "../schemas/present.ts";
import { postWebhook } from "./post-webhook.ts";

export type WebhookOptions = {
  /** Internal networks to which messages may go, such as 10.1.0.0/16. */
  allowedNetworks?: readonly string[] | undefined;
};

type Keeping = WebhookOptions & {
  database: Database;
  readSettings: () => Promise<Settings>;
  logger: Logger;
  publicUrl: string | undefined;
  now?: () => Instant;
};

/** Longer than one message may take, in milliseconds. */
const lease = 2 * 60_000;
const batch = 20;

/**
 * Tells webhooks what changes: looked for each minute, and sent by the outbox. Each webhook has a queue of its own, which ends for
 * that minute at a message that was not taken: one that is silent holds up no other. Services that run side by side share the work.
 */
export function keepWebhooks({
  database,
  readSettings,
  logger,
  publicUrl,
  allowedNetworks = [],
  now = () => new Date().toISOString(),
}: Keeping): { run: () => Promise<void>; stop: () => Promise<void> } {
  const source = `${publicUrl?.replace(/\/+$/, "") ?? ""}${basePath}`;
  const deliver = async (message: OutboxMessage): Promise<Delivered> => {
    const told = await readWebhookEvent(database, message, now());
    if (told === undefined) return "cancelled";
    const id = idOfChange(told.item);
    const body = JSON.stringify(cloudEvent({ id, source, time: told.at }, told.item));
    await postWebhook({ ...told, id, body, at: new Date(now()) }, allowedNetworks).catch((error: Error) => {
      // The list of messages shows which receiver it was.
      throw new Error(`${new URL(told.url).host}: ${error.message}`);
    });
    return "sent";
  };
  const sendTo = async (webhook: Id) => {
    let hasFailed = false;
    const goesOn = () => !isStopped && !hasFailed;
    const send = () =>
      deliverMessages(database, {
        ...{ now, random: Math.random, batch, lease, kinds: ["webhookEvent"], subscriber: webhook, deliver, goesOn },
        failed: ({ id, attempts }, error) => {
          hasFailed = true;
          logger.warn({ message: id, webhook, attempts, err: error }, "a webhook was not reached; tried again");
        },
      });
    while ((await send()) === batch && goesOn());
  };
  const notTold = (error: unknown) => logger.error({ err: error }, "webhooks were not told; it is tried again");
  const sending = new Map<Id, Promise<void>>();
  /** Begins each queue that is not on its way yet. */
  const begin = async () => {
    for (const webhook of await readWebhookIds(database)) {
      if (isStopped || sending.has(webhook)) continue;
      const sent = sendTo(webhook)
        .catch(notTold)
        .finally(() => sending.delete(webhook));
      sending.set(webhook, sent);
    }
  };
  const noteAndBegin = async () => {
    try {
      const at = now();
      await noteWebhookEvents(database, { at, today: dayOf(await readSettings(), at) });
      await begin();
    } catch (error) {
      notTold(error);
    }
  };
  const allSent = async () => {
    await Promise.all(sending.values());
  };
  let isStopped = false;
  const task = eachMinute(noteAndBegin);
  return {
    run: async () => {
      await noteAndBegin();
      await allSent();
    },
    stop: async () => {
      isStopped = true;
      await task.stop();
      await allSent();
    },
  };
}

/** A change as an event (CloudEvents 1.0, structured): its data is the item of the list of changes. */
function cloudEvent({ id, source, time }: { id: string; source: string; time: Instant }, item: ChangeItem) {
  return {
    ...{ specversion: "1.0", id, source, time, subject: item.followUp, datacontenttype: "application/json" },
    type: `heed.followUp.${item.kind}`,
    data: followUpItem(item),
  };
}
