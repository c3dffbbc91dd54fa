import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@heed/store";
import type { Logger } from "pino";

/** Milliseconds: a health check expects an answer within two seconds. */
const longestAnswer = 1_800;

/**
 * Whether the record can be read now. Requests that come at the same time share one check; a check that takes too long
 * counts as a failure.
 */
export function healthOf(database: Pick<Database, "probe">, logger: Logger): () => Promise<boolean> {
  let look: Promise<boolean> | undefined;
  const lookNow = async (): Promise<boolean> => {
    try {
      await database.probe();
      return true;
    } catch (error) {
      logger.warn({ err: error }, "the record cannot be read");
      return false;
    } finally {
      look = undefined;
    }
  };
  return async () => {
    look ??= lookNow();
    const patience = new AbortController();
    const tooLong = pause(longestAnswer, false, { signal: patience.signal }).catch(() => false);
    const isUp = await Promise.race([look, tooLong]);
    patience.abort();
    return isUp;
  };
}
