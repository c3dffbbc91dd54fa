import { randomUUID } from "node:crypto";
import { dayOf, type Id, type Instant, type Settings } from "@heed/core";
import { parseInput } from "@heed/core/acting/parse-input";
import { confirmedWithin, type FollowerDesk, type Following, FollowRequest } from "@heed/core/followers/follower";
import { addDays } from "@heed/core/time/day";
import { newSecret } from "../access/secret.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { followerTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { addMessages } from "../outbox/outbox.ts";
import { overwriteDeleted } from "../statements/overwrite-deleted.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto } from "../tables/table.ts";
import { followerOfLink, type KeptFollower, readFollowers } from "./follower-rows.ts";

/** Nobody is written to about more things than this before it confirmed one. */
const mostUnconfirmed = 5;

/** So many in all may wait for a confirmation: whoever uses us to write to many people gets no further. */
const mostUnconfirmedInAll = 1000;

export type FollowerActing = { at: Instant; settings: Settings };

export function followerDesk(database: Database, { at, settings }: FollowerActing): FollowerDesk {
  const now = inUtc(at);
  const today = dayOf(settings, at);
  const usable = (follower: KeptFollower | undefined) =>
    follower?.confirmedAt !== undefined || (follower && follower.requestedAt > lastUnconfirmed(now))
      ? follower
      : undefined;
  return {
    async ask(input) {
      const asked = parseInput(FollowRequest, input);
      await database.transaction(async (sql) => {
        const follower = (await known(sql, asked)) ?? (await added(sql, asked, { now, today }));
        if (follower === undefined) return;
        // The key lets one mail a day go out about the same thing, however often it is asked for.
        const key = `confirmation/${today}/${follower.id}`;
        const message = { id: randomUUID(), key, kind: "confirmation", day: today, availableAt: now } as const;
        const written = await addMessages(sql, [{ ...message, subscriber: follower.id, body: { reminders: [] } }]);
        // The link of another mail can be used as long as the first one.
        if (written > 0) await askedAt(sql, follower.id, now);
      });
    },
    async find(link, secret) {
      const follower = usable(await followerOfLink(database, link, secret));
      return follower && withoutAddress(follower);
    },
    confirm: (secret) =>
      database.transaction(async (sql) => {
        const follower = usable(await followerOfLink(sql, "confirm", secret));
        if (follower === undefined) return undefined;
        if (follower.confirmedAt === undefined)
          await sql.run("UPDATE follower SET confirmed_at = ?, told_until = ?, told_at = ? WHERE id = ?", [
            ...[now, addDays(today, -1), now, follower.id],
          ]);
        return withoutAddress(follower);
      }),
    end: (secret, all) =>
      database.transaction(async (sql) => {
        const follower = await followerOfLink(sql, "end", secret);
        if (follower === undefined) return false;
        const ended = all ? await readFollowers(sql, "email = ?", [follower.email]) : [follower];
        await erase(
          sql,
          ended.map(({ id }) => id),
        );
        return true;
      }),
  };
}

/** Erases who asked to follow and did not confirm in time. Answers how many. */
export async function forgetUnconfirmed(database: Database, at: Instant): Promise<number> {
  const late = await readFollowers(database, unconfirmed, [lastUnconfirmed(inUtc(at))]);
  if (late.length === 0) return 0;
  return database.transaction(async (sql) => {
    // One that confirmed meanwhile stays.
    const ids = (await readFollowers(sql, unconfirmed, [lastUnconfirmed(inUtc(at))])).map(({ id }) => id);
    await erase(sql, ids);
    return ids.length;
  });
}

/** Ends all that an address follows, because no mail reaches it. */
export async function endAddress(database: Database, email: string): Promise<void> {
  await database.transaction(async (sql) => {
    const ended = await readFollowers(sql, "email = ?", [email]);
    await erase(
      sql,
      ended.map(({ id }) => id),
    );
  });
}

const unconfirmed = "confirmed_at IS NULL AND requested_at <= ?";

function lastUnconfirmed(now: Instant): Instant {
  return momentAfter(now, -confirmedWithin * 3_600_000);
}

/** From when on the time runs in which it may be confirmed. */
async function askedAt(sql: Sql, id: Id, now: Instant): Promise<void> {
  await sql.run("UPDATE follower SET requested_at = ? WHERE id = ? AND confirmed_at IS NULL AND requested_at < ?", [
    ...[now, id, now],
  ]);
}

/** Notes that the mail with the link went out: the time in which it may be confirmed runs from then. */
export function noteConfirmationSent(database: Database, id: Id, at: Instant): Promise<void> {
  return askedAt(database, id, inUtc(at));
}

async function known(sql: Sql, { email, kind, topic, rhythm, language }: FollowRequest) {
  const [follower] = await readFollowers(sql, "email = ? AND kind = ? AND topic = ?", [email, kind, topic]);
  // Whoever asks is not known to be who reads the mails: what was confirmed is changed by nobody else.
  if (follower !== undefined && follower.confirmedAt === undefined)
    await sql.run("UPDATE follower SET rhythm = ?, language = ? WHERE id = ?", [rhythm, language, follower.id]);
  return follower;
}

async function added(
  sql: Sql,
  asked: FollowRequest,
  { now, today }: { now: Instant; today: string },
): Promise<{ id: Id } | undefined> {
  const [counted] = await sql.all<{ own: number; total: number }>(
    `SELECT count(CASE WHEN email = ? THEN 1 END) AS own, count(*) AS total FROM follower WHERE confirmed_at IS NULL`,
    [asked.email],
  );
  if (Number(counted?.own) >= mostUnconfirmed || Number(counted?.total) >= mostUnconfirmedInAll) return undefined;
  const follower = { ...asked, id: randomUUID(), secret: newSecret(), requestedAt: now };
  const row = { ...follower, toldUntil: addDays(today, -1), toldAt: now };
  const isAdded = (await insertInto(sql, followerTable, [row], "ON CONFLICT (email, kind, topic) DO NOTHING")) > 0;
  // The same was asked at the same moment.
  return isAdded ? follower : known(sql, asked);
}

async function erase(sql: Sql, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await overwriteDeleted(sql);
  await sql.runEach(
    "DELETE FROM outbox_message WHERE subscriber_id = ?",
    ids.map((id) => [id]),
  );
  await sql.runEach(
    "DELETE FROM follower WHERE id = ?",
    ids.map((id) => [id]),
  );
}

function withoutAddress({ email: _, secret: __, ...following }: KeptFollower): Following {
  return following;
}
