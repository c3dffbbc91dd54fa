import type { Sql } from "../sql.ts";

// Any number will do, as long as nothing else in the database uses it.
const key = 4_833_301;

/**
 * A checkpoint, and an import that ends with one, waits for all acts under way and lets none begin until it is committed:
 * so every record is either before or after a checkpoint. On SQLite there is one writer at a time anyway.
 */
export async function lockAuditAlone(sql: Sql): Promise<void> {
  if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock(${key})`);
}

/** For one act among many. */
export async function lockAuditTogether(sql: Sql): Promise<void> {
  if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock_shared(${key})`);
}
