import { parentPort, workerData } from "node:worker_threads";
import { worldOf } from "../world/world.ts";
import { recommendationRows, type TableName } from "./rows.ts";

/** Makes the rows of the ranges that it is asked for; each table's as one JSON text, which is cheap to hand over. */
const { recommendations, seed } = workerData as { recommendations: number; seed: number };
const world = worldOf(recommendations, seed);

parentPort?.on("message", ({ from, until }: { from: number; until: number }) => {
  const asked = Array.from({ length: until - from }, (_, index) => world.asked(from + index));
  const rows = recommendationRows(asked);
  const texts = Object.fromEntries(Object.entries(rows).map(([table, some]) => [table, JSON.stringify(some)]));
  parentPort?.postMessage(texts as Record<TableName, string>);
});
