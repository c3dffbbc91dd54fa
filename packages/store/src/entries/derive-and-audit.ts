import type { Id, Settings } from "@heed/core";
import type { Act } from "../audit/audit-chain.ts";
import { writeAudit } from "../audit/write-audit.ts";
import { deriveAgain } from "../projection/derive-again.ts";
import type { Sql } from "../sql.ts";

/**
 * What follows on every write: the projections of the follow-ups touched, and one audit record for each, in the transaction
 * of the write and after their versions were raised.
 */
export async function deriveAndAudit(sql: Sql, ids: readonly Id[], act: Act, settings: Settings): Promise<void> {
  await deriveAgain(sql, { followUps: ids }, settings);
  await writeAudit(sql, ids, act);
}
