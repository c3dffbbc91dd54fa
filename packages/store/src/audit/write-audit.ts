import { DomainError } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { auditRecordTable } from "../generated/tables.ts";
import { type FollowUpContent, followUpDigest } from "../tables/follow-up-digest.ts";
import { insertInto } from "../tables/table.ts";
import { type Act, type AuditRecord, chained } from "./audit-chain.ts";
import { auditRow } from "./audit-rows.ts";

/**
 * The records of an act on some follow-ups, one for each. `contents` are as the act leaves them, still with the earlier
 * version and hash. `checkpoint` is the last one.
 */
export function auditRecords(contents: readonly FollowUpContent[], act: Act, checkpoint: number): AuditRecord[] {
  return contents.map((content) =>
    chained(
      {
        ...act,
        followUp: content.id,
        sequence: content.version + 1,
        contentDigest: followUpDigest(content),
        checkpoint,
      },
      content.auditHead,
    ),
  );
}

/**
 * Writes the records of an act and raises the versions of its follow-ups, in the transaction of the act and under the
 * audit lock. Errors: versionConflict when a follow-up is no longer at the version that was read.
 */
export async function writeAudit(sql: Sql, records: readonly AuditRecord[]): Promise<void> {
  const [raised] = await Promise.all([
    sql.run(raiseText(sql), [
      JSON.stringify(records.map(({ followUp, sequence, hash }) => [followUp, sequence, hash])),
    ]),
    insertInto(sql, auditRecordTable, records.map(auditRow)),
  ]);
  if (raised < records.length)
    throw new DomainError("versionConflict", "a follow-up was changed meanwhile; read it again");
}

function raiseText({ dialect }: Sql): string {
  const [integer, each] =
    dialect === "sqlite"
      ? ["each.value->>1", "json_each(?) AS each"]
      : ["(each.value->>1)::integer", "jsonb_array_elements(?::jsonb) AS each(value)"];
  return `UPDATE follow_up SET version = ${integer}, audit_head = each.value->>2 FROM ${each}
    WHERE follow_up.id = each.value->>0 AND follow_up.version = ${integer} - 1`;
}

/** 0 when there is none. */
export async function lastCheckpointSequence(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ last: number | null }>("SELECT max(sequence) AS last FROM audit_checkpoint");
  return row?.last ?? 0;
}
