import type { Id, Settings } from "@heed/core";
import type { Database } from "../connection/sql.ts";
import { requireSettings } from "../settings/setting-rows.ts";
import { derivePage } from "./derive-again.ts";
import { recountLate } from "./recount-late.ts";
import { recountProgress } from "./recount-progress.ts";

/**
 * Derives every projection again, a thousand follow-ups in each transaction, while others read and write. Answers the
 * number of follow-ups; `onProgress` is called after each transaction.
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
      const derived = await derivePage(sql, "all", from, settings);
      await requireSettings(sql, settings);
      return derived;
    });
    done += page.derived;
    after = page.last;
    if (page.derived > 0) onProgress?.({ done, total });
  }
  await recountLate(database);
  await recountProgress(database);
  return done;
}
