import { lockAuditExclusively } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { loadPrisma, type PrismaTransaction, throughPrisma } from "../prisma/prisma-client.ts";

/** A write of users or tokens, which nobody else writes meanwhile, with its records of the audit. */
export async function auditedWrite<Done>(
  database: Database,
  work: (sql: Sql, prisma: PrismaTransaction) => Promise<Done>,
): Promise<Done> {
  // Before anybody is kept waiting by a lock.
  await loadPrisma(database.dialect);
  return database.transaction(async (sql) => {
    await lockAuditExclusively(sql);
    return throughPrisma(sql, (prisma) => work(sql, prisma));
  });
}
