import { schedule } from "node-cron";

const everyMinute = "* * * * *";

/** Does something each minute, one run after the other. It stops after the run that is under way. */
export function eachMinute(run: () => Promise<void>): { stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  const task = schedule(
    everyMinute,
    () => {
      running = run();
      return running;
    },
    { noOverlap: true },
  );
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}
