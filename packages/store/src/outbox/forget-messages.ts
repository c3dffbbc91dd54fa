import type { Instant } from "@heed/core";
import type { Database } from "../connection/sql.ts";
import { momentAfter } from "../moment-after.ts";
import { overwriteDeleted } from "../statements/overwrite-deleted.ts";

/** Days: a message is kept at least so long, because its key keeps the same thing from being told twice. */
export const messagesKeptAtLeast = 31;

/** So many are deleted at one time, so that nobody waits for it. */
const batch = 2_000;

const day = 86_400_000;

/**
 * Erases the messages that ended longer ago than a number of days: those that went out, that had nothing left to tell, and that were
 * given up. Who was written to is data about persons. Answers how many.
 */
export async function forgetMessages(database: Database, at: Instant, days: number): Promise<number> {
  const before = momentAfter(at, -Math.max(days, messagesKeptAtLeast) * day);
  let forgotten = 0;
  for (;;) {
    const deleted = await database.transaction(async (sql) => {
      await overwriteDeleted(sql);
      return sql.run(
        `DELETE FROM outbox_message WHERE id IN (
           SELECT id FROM outbox_message WHERE day <= ? AND ended_at < ? ORDER BY day, id LIMIT ${batch})`,
        [before.slice(0, 10), before],
      );
    });
    forgotten += deleted;
    if (deleted < batch) return forgotten;
  }
}
