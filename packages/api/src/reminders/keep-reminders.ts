import { randomUUID } from "node:crypto";
import { dayOf, type Instant, type Settings } from "@heed/core";
import { timeZoneAt } from "@heed/core/settings/settings";
import { type Database, decideRemindersOnce, deliverMessages, forgetUnconfirmed, tellFollowersOnce } from "@heed/store";
import type { Logger } from "pino";
import { eachMinute } from "../scheduled/each-minute.ts";
import { deliverMessage } from "./deliver-message.ts";
import { isNoMailbox, type MailOptions, mailServer } from "./mail-server.ts";

export type ReminderOptions = {
  mail: MailOptions;
  /** The address of the pages from outside, to which mails lead. */
  publicUrl: string;
  /** The hour of the day from which reminders go out, in the installation's time zone. */
  hour: number;
};

type Keeping = ReminderOptions & {
  database: Database;
  readSettings: () => Promise<Settings>;
  logger: Logger;
  now?: () => Instant;
};

/** What goes out by mail; a letter to parliament is sent by a person. */
const mailed = ["digest", "weeklyList", "confirmation", "followedChanges"] as const;

/** As long a message is kept from other services while one sends it, in milliseconds: longer than a mail server may take. */
const lease = 5 * 60_000;

export type Reminders = {
  /** Decides and sends what is due now. Errors: none; they are logged and tried again. */
  run: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Decides the reminders of each day from an hour on, and sends them. It looks each minute, so that a day on which the service was
 * started late, or a mail server was down, is made up for. However many services run, each day is decided once.
 */
export function keepReminders({
  database,
  readSettings,
  logger,
  now = () => new Date().toISOString(),
  mail,
  publicUrl,
  hour,
}: Keeping): Reminders {
  const server = mailServer(mail);
  const origin = publicUrl.replace(/\/+$/, "");
  const decide = async (settings: Settings, at: Instant) => {
    if (hourIn(timeZoneAt(settings, at), at) < hour) return;
    const today = dayOf(settings, at);
    const decided = await decideRemindersOnce(database, {
      ...{ today, settings, at, availableAt: at },
      newId: randomUUID,
    });
    if (decided) logger.info({ day: today, reminders: decided.reminders.length }, "reminders decided");
    const mails = await tellFollowersOnce(database, { today, at, newId: randomUUID });
    if (mails) logger.info({ day: today, mails }, "followers are told");
  };
  const run = async () => {
    try {
      const settings = await readSettings();
      await decide(settings, now());
      await forgetUnconfirmed(database, now());
      await deliverMessages(database, {
        ...{ now, random: Math.random, batch: 20, lease, kinds: mailed },
        deliver: (message) => deliverMessage({ database, settings, mail: server, origin, at: now() }, message),
        isFinal: isNoMailbox,
        goesOn: () => !isStopped,
        failed: ({ id, kind, attempts }, error) =>
          logger.warn({ message: id, kind, attempts, err: error }, "a mail was not sent; it is tried again"),
      });
    } catch (error) {
      logger.error({ err: error }, "reminders were not decided or sent; it is tried again");
    }
  };
  let isStopped = false;
  const task = eachMinute(run);
  return {
    run,
    stop: async () => {
      isStopped = true;
      await task.stop();
      server.close();
    },
  };
}

function hourIn(timeZone: string, at: Instant): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  return Number(parts.format(new Date(at)));
}
