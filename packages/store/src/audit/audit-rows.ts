import type { AuditRecordRow } from "../generated/tables.ts";
import type { AuditRecord } from "./audit-chain.ts";

export function auditRow({ followUp, ...record }: AuditRecord): AuditRecordRow {
  const { sequence, at, actor, systemUser, action, contentDigest, checkpoint, previousHash, hash } = record;
  return {
    followUpId: followUp,
    ...{ sequence, at, actor, systemUser, action, contentDigest, checkpoint, previousHash, hash },
  };
}
