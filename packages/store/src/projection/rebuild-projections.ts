import type { Id, Settings } from "@heed/core";
import type { Database } from "../sql.ts";
import { derivePage } from "./derive-again.ts";
import { LateChanges, writeLateChanges } from "./late-counts.ts";
import { recountLate } from "./recount-late.ts";

/**
 * Derives every projection again, a thousand follow-ups per transaction: readers and writers go on meanwhile. Answers how
 * many follow-ups; `onProgress` is told after each transaction.
 */
export async function rebuildProjections(
  database: Database,
  settings: Settings,
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<number> {
  const [counted] = await database.all<{ total: number }>("SELECT count(*) AS total FROM follow_up");
  const total = counted?.total ?? 0;
  let done = 0;
  let after: Id | undefined = "";
  while (after !== undefined) {
    const from: Id = after;
    const page = await database.transaction(async (sql) => {
      const changes = new LateChanges();
      const derived = await derivePage(sql, "all", from, settings, changes);
      await writeLateChanges(sql, changes);
      return derived;
    });
    done += page.derived;
    after = page.last;
    if (page.derived > 0) onProgress?.({ done, total });
  }
  await recountLate(database);
  return done;
}
