import type { Columns } from "../bulk/insert-rows.ts";
import type { SqlValue } from "../sql.ts";
import type { AuditRecord } from "./audit-chain.ts";

export const auditColumns = {
  follow_up_id: "text",
  sequence: "integer",
  at: "text",
  actor: "text",
  system_user: "text",
  action: "text",
  content_digest: "text",
  checkpoint: "integer",
  previous_hash: "text",
  hash: "text",
} as const satisfies Columns;

/** The values of an audit record in the order of auditColumns. */
export function auditValues(record: AuditRecord): SqlValue[] {
  return [
    record.followUp,
    record.sequence,
    record.at,
    record.actor,
    record.systemUser,
    record.action,
    record.contentDigest,
    record.checkpoint,
    record.previousHash,
    record.hash,
  ];
}
