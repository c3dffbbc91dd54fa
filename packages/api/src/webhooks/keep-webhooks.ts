import { dayOf, type Instant, type Settings } from "@heed/core";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { idOfChange } from "@heed/portal";
import { type Database, deliverMessages, noteWebhookEvents, readWebhookEvent } from "@heed/store";
import type { Logger } from "pino";
import { basePath } from "../contract/base-path.ts";
import { eachMinute } from "../scheduled/each-minute.ts";
import { followUpItem } from "../schemas/present.ts";
import { postWebhook } from "./post-webhook.ts";

export type WebhookOptions = {
  /** Networks within the own house to which messages may go, such as 10.1.0.0/16. */
  allowedNetworks?: readonly string[] | undefined;
};

type Keeping = WebhookOptions & {
  database: Database;
  readSettings: () => Promise<Settings>;
  logger: Logger;
  publicUrl: string | undefined;
  now?: () => Instant;
};

/** Longer than all of a batch may take, in milliseconds. */
const lease = 10 * 60_000;
const batch = 20;

/** Tells webhooks what changes: looked for each minute, and sent by the outbox. Services that run side by side share the work. */
export function keepWebhooks({
  database,
  readSettings,
  logger,
  publicUrl,
  allowedNetworks = [],
  now = () => new Date().toISOString(),
}: Keeping): { run: () => Promise<void>; stop: () => Promise<void> } {
  const source = `${publicUrl?.replace(/\/+$/, "") ?? ""}${basePath}`;
  const send = () =>
    deliverMessages(database, {
      ...{ now, random: Math.random, batch, lease, kinds: ["webhookEvent"] },
      async deliver(message) {
        const told = await readWebhookEvent(database, message, now());
        if (told === undefined) return "cancelled";
        const id = idOfChange(told.item);
        const body = JSON.stringify(cloudEvent({ id, source, time: told.at }, told.item));
        await postWebhook({ ...told, id, body, at: new Date(now()) }, allowedNetworks).catch((error: Error) => {
          // The list of messages shows which receiver it was.
          throw new Error(`${new URL(told.url).host}: ${error.message}`);
        });
        return "sent";
      },
      failed: ({ id, attempts, subscriber }, error) =>
        logger.warn(
          { message: id, webhook: subscriber, attempts, err: error },
          "a webhook was not reached; tried again",
        ),
    });
  const run = async () => {
    try {
      const at = now();
      await noteWebhookEvents(database, { at, today: dayOf(await readSettings(), at) });
      while ((await send()) === batch && !isStopped);
    } catch (error) {
      logger.error({ err: error }, "webhooks were not told; it is tried again");
    }
  };
  let isStopped = false;
  const task = eachMinute(run);
  return {
    run,
    stop: async () => {
      isStopped = true;
      await task.stop();
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
