import { dayOf, type Instant, type Settings } from "@heed/core";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { readerLanguage } from "@heed/core/wording/reader-language";
import { digestMail, weeklyMail } from "@heed/portal";
import { type Database, type Delivered, readToldDigest, readWeeklyList } from "@heed/store";
import { deliverToFollower } from "./deliver-to-follower.ts";
import type { MailServer } from "./mail-server.ts";

type Delivering = { database: Database; settings: Settings; mail: MailServer; origin: string; at: Instant };

/** Sends a message as the record stands now: what was done meanwhile is not in it, and an empty one does not go out. */
export async function deliverMessage(
  { database, settings, mail, origin, at }: Delivering,
  message: OutboxMessage,
): Promise<Delivered> {
  const today = dayOf(settings, at);
  if (message.subscriber !== undefined)
    return deliverToFollower({ database, mail, origin, at, today }, { ...message, subscriber: message.subscriber });
  const made = await madeMail({ database, settings, origin }, message, today);
  if (made === undefined) return "cancelled";
  await mail.send({ id: message.id, ...made });
  return "sent";
}

async function madeMail(
  { database, settings, origin }: Pick<Delivering, "database" | "settings" | "origin">,
  message: OutboxMessage,
  today: string,
) {
  if (message.kind === "weeklyList") {
    const found = await readWeeklyList(database, message, today, settings);
    if (found === undefined) return undefined;
    const language = readerLanguage(found.user.language);
    return { to: found.user.email, language, mail: weeklyMail({ language, origin, today }, found.list) };
  }
  const told = await readToldDigest(database, message, today, settings);
  if (told === undefined) return undefined;
  const language = readerLanguage(told.user.language);
  return { to: told.user.email, language, mail: digestMail({ language, origin, today }, told) };
}
