import { Worker } from "node:worker_threads";

/** Milliseconds between two looks. */
const pause = 500;

/**
 * Ends this process when the one that made it is gone, also while this one computes and hears of nothing. What it had not committed to
 * a database is rolled back.
 */
export function endWithParent(): void {
  process.on("disconnect", () => process.exit(1));
  const watch = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), ${pause});`;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}
