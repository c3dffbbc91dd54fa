import { parentPort, workerData } from "node:worker_threads";
import { LateChanges } from "@heed/store/rows";
import { worldOf } from "../world/world.ts";
import type { RowTexts } from "./made-rows.ts";
import { recommendationRows } from "./rows.ts";

/** Makes the rows of the ranges that it is asked for; each table's as one JSON text, which is cheap to hand over. */
const { recommendations, seed } = workerData as { recommendations: number; seed: number };
const world = worldOf(recommendations, seed);
const changes = new LateChanges();

parentPort?.on("message", (range: { from: number; until: number } | "end") => {
  if (range === "end") {
    parentPort?.postMessage({ late_change: JSON.stringify(changes.rows) } satisfies RowTexts);
    return;
  }
  const asked = Array.from({ length: range.until - range.from }, (_, index) => world.asked(range.from + index));
  const rows = Object.entries(recommendationRows(asked, changes));
  parentPort?.postMessage(Object.fromEntries(rows.map(([table, some]) => [table, JSON.stringify(some)])));
});
