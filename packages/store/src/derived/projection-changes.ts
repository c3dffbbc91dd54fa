import type { Sql } from "../connection/sql.ts";
import { appendCountChanges, CountChanges, mergeWhenMany, writeCountChanges } from "./count-changes.ts";
import { lateCounts } from "./late-counts.ts";
import { progressCounts } from "./progress-counts.ts";

/** The changes of one transaction in all kept counts. */
export class ProjectionChanges {
  readonly late = new CountChanges(lateCounts);
  readonly progress = new CountChanges(progressCounts);
}

export async function writeProjectionChanges(sql: Sql, { late, progress }: ProjectionChanges): Promise<void> {
  await Promise.all([writeCountChanges(sql, late), writeCountChanges(sql, progress)]);
}

/**
 * For a transaction with many pages: each page appends its own changes, and mergeProjectionChanges() is called once at
 * the end.
 */
export async function appendProjectionChanges(sql: Sql, { late, progress }: ProjectionChanges): Promise<void> {
  await Promise.all([appendCountChanges(sql, late), appendCountChanges(sql, progress)]);
}

export async function mergeProjectionChanges(sql: Sql): Promise<void> {
  await Promise.all([mergeWhenMany(sql, lateCounts), mergeWhenMany(sql, progressCounts)]);
}
