import type { Id, Settings } from "@heed/core";
import type { Act } from "../audit/audit-chain.ts";
import { auditRecords, lastCheckpointSequence, writeAudit } from "../audit/write-audit.ts";
import { keptCases } from "../projection/load-cases.ts";
import { ProjectionChanges, writeProjectionChanges } from "../projection/projection-changes.ts";
import { derivedRows } from "../projection/projection-rows.ts";
import { storedRows, writeProjections } from "../projection/write-projections.ts";
import type { Sql } from "../sql.ts";

/**
 * What follows on every write: the versions of the follow-ups touched are raised, their projections derived, and one audit
 * record is written for each, in the transaction of the write. The follow-ups fit in memory.
 */
export async function deriveAndAudit(sql: Sql, ids: readonly Id[], act: Act, settings: Settings): Promise<void> {
  const [kept, stored, checkpoint] = await Promise.all([
    keptCases(sql, ids),
    storedRows(sql, ids),
    lastCheckpointSequence(sql),
  ]);
  const cases = kept.map((each) => each.case);
  const contents = kept.map(({ content }) => content);
  const changes = new ProjectionChanges();
  await Promise.all([
    writeProjections(sql, stored, derivedRows(cases, settings), changes),
    writeAudit(sql, auditRecords(contents, act, checkpoint)),
  ]);
  await writeProjectionChanges(sql, changes);
}
