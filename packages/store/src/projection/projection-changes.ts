import type { Sql } from "../sql.ts";
import { CountChanges, writeCountChanges } from "./count-changes.ts";
import { lateCounts } from "./late-counts.ts";
import { progressCounts } from "./progress-counts.ts";

/** What a transaction changes in all that is counted beside the projections. */
export class ProjectionChanges {
  readonly late = new CountChanges(lateCounts);
  readonly progress = new CountChanges(progressCounts);
}

export async function writeProjectionChanges(sql: Sql, { late, progress }: ProjectionChanges): Promise<void> {
  await Promise.all([writeCountChanges(sql, late), writeCountChanges(sql, progress)]);
}
