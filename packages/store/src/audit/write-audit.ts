import type { Id } from "@heed/core";
import { among } from "../bulk/among.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import type { Sql } from "../sql.ts";
import { type Act, type AuditRecord, chained } from "./audit-chain.ts";
import { auditColumns, auditValues } from "./audit-rows.ts";
import { followUpContents, followUpDigest } from "./follow-up-digest.ts";

/**
 * Writes one audit record for each of a batch of follow-ups, after the act has been written and has raised their version,
 * in the same transaction and under the audit lock.
 */
export async function writeAudit(sql: Sql, ids: readonly Id[], act: Act): Promise<void> {
  const checkpoint = await lastCheckpointSequence(sql);
  const records: AuditRecord[] = [];
  for (const content of await followUpContents(sql, ids))
    records.push(
      chained(
        {
          ...act,
          followUp: content.id,
          sequence: content.version,
          contentDigest: followUpDigest(content),
          checkpoint,
        },
        content.auditHead,
      ),
    );
  await insertRows(sql, "audit_record", auditColumns, records.map(auditValues));
  await sql.run(
    `UPDATE follow_up SET audit_head =
       (SELECT hash FROM audit_record WHERE follow_up_id = follow_up.id AND sequence = follow_up.version)
     WHERE ${among(sql, "id")}`,
    [JSON.stringify(ids)],
  );
}

/** 0 when there is none. */
export async function lastCheckpointSequence(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ last: number | null }>("SELECT max(sequence) AS last FROM audit_checkpoint");
  return row?.last ?? 0;
}
