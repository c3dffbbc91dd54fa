import { parentPort, workerData } from "node:worker_threads";
import { CountChanges, lateCounts, progressCounts } from "@heed/store/rows";
import { worldOf } from "../world/world.ts";
import type { RowTexts } from "./made-rows.ts";
import { recommendationRows } from "./rows.ts";

/**
 * Makes the rows of the ranges that it is asked for; those of each table as one JSON text, which is cheap to pass
 * between threads.
 */
const { recommendations, seed } = workerData as { recommendations: number; seed: number };
const world = worldOf(recommendations, seed);
const late = new CountChanges(lateCounts);

parentPort?.on("message", (range: { from: number; until: number } | "end") => {
  if (range === "end") {
    parentPort?.postMessage({ late_change: JSON.stringify(late.rows) } satisfies RowTexts);
    return;
  }
  // There are too many by addressee and day to gather until the end.
  const progress = new CountChanges(progressCounts);
  const asked = Array.from({ length: range.until - range.from }, (_, index) => world.asked(range.from + index));
  const rows = Object.entries({
    ...recommendationRows(asked, { late, progress }),
    progress_change: progress.rows,
  });
  parentPort?.postMessage(Object.fromEntries(rows.map(([table, some]) => [table, JSON.stringify(some)])));
});
