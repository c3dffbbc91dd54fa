import { type Database, forgetMessages } from "@heed/store";
import { schedule } from "node-cron";
import type { Logger } from "pino";

/** At night, after the checkpoint of the audit. */
const everyDay = "40 3 * * *";

/** Erases each day the messages that ended longer ago than a number of days. A failure is logged and made up for the next day. */
export function keepOutbox(
  database: Database,
  { days, timezone, logger }: { days: number; timezone: string; logger: Logger },
): { stop: () => Promise<void> } {
  const forget = async () => {
    try {
      const messages = await forgetMessages(database, new Date().toISOString(), days);
      if (messages > 0) logger.info({ messages }, "messages were erased");
    } catch (error) {
      logger.error({ err: error }, "no messages were erased; it is tried again the next day");
    }
  };
  const daily = schedule(everyDay, forget, { timezone, noOverlap: true });
  return { stop: async () => void (await daily.destroy()) };
}
