import { type Database, writeCheckpointOfWhatIsNew } from "@heed/store";
import { schedule } from "node-cron";
import type { Logger } from "pino";

/** At night, in the installation's time zone. */
const everyDay = "30 3 * * *";

/**
 * Writes a checkpoint of the audit each day and when the service stops, if something was recorded since the last one.
 * Its hash is logged, so that it can be kept elsewhere. When the database fails, that is logged and tried again the
 * next day.
 */
export function keepCheckpoints(database: Database, timezone: string, logger: Logger): { stop: () => Promise<void> } {
  const write = async () => {
    try {
      const made = await writeCheckpointOfWhatIsNew(database, new Date().toISOString());
      // Logged as a warning, so that the usual level shows it.
      if (made) logger.warn({ sequence: made.sequence, hash: made.hash }, "checkpoint of the audit");
    } catch (error) {
      logger.error({ err: error }, "no checkpoint of the audit was written");
    }
  };
  const daily = schedule(everyDay, write, { timezone, noOverlap: true });
  return {
    stop: async () => {
      await daily.destroy();
      await write();
    },
  };
}
