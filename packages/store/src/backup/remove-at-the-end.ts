import { rmSync } from "node:fs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Removes files when the process ends before they are complete, except after SIGKILL. Answers a function that keeps them,
 * and lets the process end by a signal as before.
 */
export function removeAtTheEnd(files: readonly string[]): () => void {
  const remove = () => {
    for (const file of files) rmSync(file, { force: true });
  };
  const removeAndEnd = (signal: NodeJS.Signals) => {
    remove();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off("exit", remove);
    for (const signal of signals) process.off(signal, removeAndEnd);
  };
  process.on("exit", remove);
  for (const signal of signals) process.on(signal, removeAndEnd);
  return forget;
}
