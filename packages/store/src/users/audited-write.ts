import type { Id, Instant } from "@heed/core";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import { lockAuditExclusively } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { loadPrisma, type PrismaTransaction, throughPrisma } from "../prisma/prisma-client.ts";

/** A request that performs nothing when it is repeated: it gets the first answer. */
export type Once = { person: Id; request: KeyedRequest; at: Instant };

/**
 * A write of users or tokens, which nobody else writes meanwhile, with its records of the audit. Errors: those of the work, and
 * idempotencyKeyReused.
 */
export async function auditedWrite<Done>(
  database: Database,
  work: (sql: Sql, prisma: PrismaTransaction) => Promise<Done>,
  once?: Once,
): Promise<Done> {
  // Before anybody is kept waiting by a lock.
  await loadPrisma(database.dialect);
  return database.transaction(async (sql) => {
    await lockAuditExclusively(sql);
    const perform = () => throughPrisma(sql, (prisma) => work(sql, prisma));
    return once === undefined ? perform() : performOnce(sql, once.person, once.request, once.at, perform);
  });
}
