import type { Day, Id, Instant } from "@heed/core";
import { type Follower, isDue, lastDayTold } from "@heed/core/followers/follower";
import type { ChangeFilter } from "@heed/core/read-models/change-filter";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { addDays } from "@heed/core/time/day";
import type { Database, Sql } from "../connection/sql.ts";
import { notKnownAt } from "../derived/changes-made-known.ts";
import { scheduledRunTable } from "../generated/tables.ts";
import { momentAfter } from "../moment-after.ts";
import { addMessages } from "../outbox/outbox.ts";
import { readChangeItems } from "../queries/changes.ts";
import { readSameBodies } from "../queries/same-bodies.ts";
import { inList } from "../statements/in-list.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto } from "../tables/table.ts";
import { type KeptFollower, readFollower, readFollowers } from "./follower-rows.ts";

const job = "followers";

/** What was given earlier and recorded since the last mail is told too, where it was given in the last days before that: this number. */
const daysLookedBack = 90;

/** What was recorded so shortly before a mail is left to the next one, in milliseconds: an act that takes long may still be hidden. */
const margin = 10 * 60_000;

/** The mails of a day, decided once for the installation. Answers how many; undefined where that day was decided before. */
export async function tellFollowersOnce(
  database: Database,
  { today, at, newId }: { today: Day; at: Instant; newId: () => Id },
): Promise<number | undefined> {
  const decided = await database.all("SELECT day FROM scheduled_run WHERE job = ? AND day >= ? LIMIT 1", [job, today]);
  if (decided.length > 0) return undefined;
  return database.transaction(async (sql) => {
    const run = [{ job, day: today, decidedAt: inUtc(at) }];
    if ((await insertInto(sql, scheduledRunTable, run, "ON CONFLICT DO NOTHING")) === 0) return undefined;
    const due = (await readFollowers(sql, "confirmed_at IS NOT NULL", [])).filter((each) => isDue(each, today));
    return addMessages(
      sql,
      due.map(({ id, rhythm }) => ({
        ...{
          id: newId(),
          key: `followedChanges/${lastDayTold(rhythm, today)}/${id}`,
          kind: "followedChanges" as const,
        },
        ...{ subscriber: id, day: today, availableAt: inUtc(at), body: { reminders: [] } },
      })),
    );
  });
}

/** What a mail of a day tells a follower. */
export type ToldChanges = {
  follower: KeptFollower;
  from: Day;
  until: Day;
  /** Those of the days from `from` to `until`, and those of before that were recorded since the last mail; the newest first. */
  items: readonly ChangeItem[];
};

/** Undefined where there is nothing to tell, or nobody any more. */
export async function readToldChanges(
  database: Database,
  id: Id,
  { today, at }: { today: Day; at: Instant },
): Promise<ToldChanges | undefined> {
  const follower = await readFollower(database, id);
  if (follower?.confirmedAt === undefined) return undefined;
  const [from, until] = [addDays(follower.toldUntil, 1), lastDayTold(follower.rhythm, today)];
  if (until < from) return undefined;
  const filter = { ...(await asked(database, follower)), from: addDays(from, -daysLookedBack), to: until };
  const items: ChangeItem[] = [];
  for await (const batch of readChangeItems(database, filter)) {
    const late = await recordedAfter(database, batch, follower.toldAt);
    const tooLate = await recordedAfter(database, batch, momentAfter(at, -margin));
    const earlier = batch.filter(({ day, entry }) => day < from && entry === undefined);
    const made = new Set(await notKnownAt(database, earlier, follower.toldAt));
    const isTold = (item: ChangeItem) =>
      item.entry === undefined
        ? item.day >= from || made.has(item)
        : !tooLate.has(item.entry) && (item.day >= from || late.has(item.entry));
    items.push(...batch.filter(isTold));
  }
  return items.length === 0 ? undefined : { follower, from, until, items };
}

/** Notes what a mail told, or that there was nothing to tell. */
export async function noteTold(database: Database, id: Id, at: Instant, today: Day): Promise<void> {
  const follower = await readFollower(database, id);
  if (follower === undefined) return;
  const until = lastDayTold(follower.rhythm, today);
  await database.run("UPDATE follower SET told_until = ?, told_at = ? WHERE id = ? AND told_until < ?", [
    ...[until, momentAfter(at, -margin), id, until],
  ]);
}

async function asked(
  sql: Sql,
  { kind, topic }: Follower,
): Promise<Pick<ChangeFilter, "responsible" | "report" | "theme">> {
  if (kind === "organization") return { responsible: await readSameBodies(sql, [topic]) };
  return { [kind]: [topic] };
}

async function recordedAfter(sql: Sql, items: readonly ChangeItem[], moment: Instant): Promise<ReadonlySet<Id>> {
  const entries = items.flatMap(({ entry }) => entry ?? []);
  const rows = await sql.all<{ id: Id }>(`SELECT id FROM entry WHERE recorded_at > ? AND ${inList(sql, "id")}`, [
    ...[moment, JSON.stringify(entries)],
  ]);
  return new Set(rows.map(({ id }) => id));
}
