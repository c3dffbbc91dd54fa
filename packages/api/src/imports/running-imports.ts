import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Id } from "@heed/core";
import type { ImportJob, ImportOutcome } from "@heed/core/import-jobs/import-job";
import { type Database, endImportJob } from "@heed/store";
import { failedBy } from "./import-outcome.ts";
import type { ImportNews, ImportOrder } from "./import-process.ts";

type Progress = NonNullable<ImportJob["progress"]>;

/** The imports that this service runs, one after another: a database has one writer at a time. */
export type RunningImports = {
  /** Begins one, with its files in a folder that is removed at its end. */
  begin(order: ImportOrder, works: string): void;
  has(id: Id): boolean;
  progressOf(id: Id): Progress | undefined;
  /** Ends what runs: what is not committed is rolled back. Resolves when nothing runs any more. */
  stop(): Promise<void>;
};

/** Also where the program runs from source, the process is the one that was built. */
const program = fileURLToPath(new URL("../../dist/imports/import-process.js", import.meta.url));

export function runningImports(database: Database): RunningImports {
  const running = new Map<Id, Progress>();
  let turn: Promise<void> = Promise.resolve();
  let child: ChildProcess | undefined;
  let isStopped = false;

  const run = async (order: ImportOrder, works: string) => {
    try {
      if (isStopped) return;
      running.set(order.id, { phase: "reading", done: 0 });
      child = fork(program, { cwd: works, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
      const outcome = await outcomeOf(child, order, (progress) => running.set(order.id, progress));
      // A service that is stopped has no database to tell it: the import counts as interrupted.
      if (!isStopped) await endImportJob(database, order.id, outcome, new Date().toISOString());
    } finally {
      await rm(works, { recursive: true, force: true });
      running.delete(order.id);
      child = undefined;
    }
  };

  return {
    begin(order, works) {
      running.set(order.id, { phase: "waiting", done: 0 });
      turn = turn.then(() => run(order, works)).catch(() => undefined);
    },
    has: (id) => running.has(id),
    progressOf: (id) => running.get(id),
    async stop() {
      isStopped = true;
      child?.kill("SIGKILL");
      await turn;
    },
  };
}

/** What became of it; failed where the process ended without telling. */
function outcomeOf(child: ChildProcess, order: ImportOrder, onProgress: (progress: Progress) => void) {
  return new Promise<ImportOutcome>((resolve) => {
    child.on("message", (news: ImportNews) => {
      if ("outcome" in news) resolve(news.outcome);
      else onProgress(news.progress);
    });
    child.on("error", (error) => resolve(failedBy(error)));
    child.on("close", (code) => resolve(failedBy(new Error(`the import ended with ${code}`))));
    child.send(order, (error) => {
      if (error) resolve(failedBy(error));
    });
  });
}
