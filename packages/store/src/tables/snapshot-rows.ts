import { createHash } from "node:crypto";
import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";

/**
 * What a record keeps of a frozen snapshot: the number of follow-ups, and the SHA-256 over their rows in the order of
 * their ids.
 */
export type SnapshotDigest = { followUps: number; digest: string };

export async function snapshotDigest(sql: Sql, cycle: Id): Promise<SnapshotDigest> {
  const digest = createHash("sha256");
  let followUps = 0;
  for await (const rows of sql.batches<{ id: Id; body: string }>(
    "SELECT follow_up_id AS id, body FROM cycle_snapshot WHERE cycle_id = ? ORDER BY follow_up_id",
    [cycle],
    1000,
  ))
    for (const { id, body } of rows) {
      digest.update(`${id} ${body}\n`);
      followUps += 1;
    }
  return { followUps, digest: digest.digest("hex") };
}
