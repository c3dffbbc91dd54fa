import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { snapshotDigest } from "../tables/snapshot-rows.ts";
import type { Act } from "./audit-chain.ts";
import type { AuditedKind } from "./audited-kind.ts";
import { registerContents } from "./register-content.ts";
import { writeRegisterRecords } from "./register-record.ts";

/** What an import created or changed, by kind. Reports are those with anything new or corrected. */
export type ImportedThings = Partial<Record<AuditedKind, readonly Id[]>>;

const thingsPerPage = 500;

/**
 * Starts or continues the chains of what an import created, so that a change by hand is found; in the import's
 * transaction.
 */
export async function auditImport(sql: Sql, things: ImportedThings, act: Act & { actId: Id }): Promise<void> {
  for (const [kind, ids] of Object.entries(things) as [AuditedKind, readonly Id[]][])
    for (let start = 0; start < ids.length; start += thingsPerPage) {
      const contents = await registerContents(sql, kind, ids.slice(start, start + thingsPerPage));
      if (kind === "reportingCycle") await addSnapshots(sql, contents);
      await writeRegisterRecords(
        sql,
        act,
        [...contents].map(([id, body]) => ({ kind, id, body })),
      );
    }
}

/** The record of a cycle that came with its frozen snapshot vouches for it, as that of its closing does. */
async function addSnapshots(sql: Sql, contents: Map<Id, object>): Promise<void> {
  for (const [id, body] of contents) {
    const snapshot = "closedOn" in body ? await snapshotDigest(sql, id) : undefined;
    if (snapshot !== undefined && snapshot.followUps > 0) contents.set(id, { ...body, snapshot });
  }
}
