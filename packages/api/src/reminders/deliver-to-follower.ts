import { type Day, type Id, type Instant, publicReader } from "@heed/core";
import type { OutboxMessage } from "@heed/core/reminders/outbox-message";
import { changesMail, confirmationMail, followedName, followerAddress } from "@heed/portal";
import {
  type Database,
  type Delivered,
  endAddress,
  noteConfirmationSent,
  noteTold,
  readFollower,
  readToldChanges,
  secretOf,
  trackerReads,
} from "@heed/store";
import { isNoMailbox, type MailServer } from "./mail-server.ts";

type Delivering = { database: Database; mail: MailServer; origin: string; at: Instant; today: Day };

/** Sends a follower the mail by which it confirms, or what changed; nothing to who is gone or has nothing to be told. */
export async function deliverToFollower(
  { database, mail, origin, at, today }: Delivering,
  { id, kind, subscriber }: OutboxMessage & { subscriber: Id },
): Promise<Delivered> {
  const follower = await readFollower(database, subscriber);
  if (follower === undefined) return "cancelled";
  const { language, email: to } = follower;
  const topic = await followedName(trackerReads(database), publicReader, follower);
  const [confirm, end] = (["confirm", "end"] as const).map((link) =>
    followerAddress(origin, language, link, secretOf(follower, link)),
  ) as [string, string];
  const send = async (made: Parameters<MailServer["send"]>[0]["mail"], unsubscribe: string | undefined) => {
    try {
      await mail.send({ id, to, language, mail: made, ...(unsubscribe && { unsubscribe }) });
      return true;
    } catch (error) {
      if (isNoMailbox(error)) {
        // Nobody reads there, so nobody could end it.
        await endAddress(database, to);
        return false;
      }
      throw error;
    }
  };
  if (kind === "confirmation") {
    const links = { confirm, end, isConfirmed: follower.confirmedAt !== undefined };
    const isSent = await send(confirmationMail({ language, origin, today }, topic, links), undefined);
    if (isSent) await noteConfirmationSent(database, subscriber, at);
    return isSent ? "sent" : "cancelled";
  }
  const told = await readToldChanges(database, subscriber, { today, at });
  const isSent =
    told !== undefined && (await send(changesMail({ language, origin, today }, topic, { ...told, end }), end));
  await noteTold(database, subscriber, at, today);
  return isSent ? "sent" : "cancelled";
}
