import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { TableName } from "./rows.ts";

const recommendationsPerChunk = 500;

export type RowTexts = Partial<Record<TableName, string>>;

/**
 * The rows of a whole world in chunks, made by as many workers as there are cores; memory holds only a few chunks at a
 * time.
 */
export async function* madeRows(recommendations: number, seed: number): AsyncIterable<RowTexts> {
  const workers = Array.from(
    { length: availableParallelism() },
    // The benchmarks run the built program: a worker is plain JavaScript.
    () => new Worker(new URL("./rows-worker.js", import.meta.url), { workerData: { recommendations, seed } }),
  );
  const answerTo = (worker: Worker, message: { from: number; until: number } | "end") => {
    worker.postMessage(message);
    return once(worker, "message").then(([texts]) => texts as RowTexts);
  };
  let next = 0;
  const ask = (worker: Worker): Promise<RowTexts> | undefined => {
    if (next >= recommendations) return undefined;
    const from = next;
    next = Math.min(recommendations, from + recommendationsPerChunk);
    return answerTo(worker, { from, until: next });
  };
  try {
    const under = workers.map((worker) => ({ worker, answer: ask(worker) }));
    // In the order in which they were requested, so that the same world always makes the same file.
    for (let turn = 0; under[turn]?.answer !== undefined; turn = (turn + 1) % under.length) {
      const one = under[turn] as (typeof under)[number];
      yield (await one.answer) as RowTexts;
      one.answer = ask(one.worker);
    }
    for (const worker of workers) yield await answerTo(worker, "end");
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
