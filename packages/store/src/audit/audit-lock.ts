import type { Sql } from "../connection/sql.ts";

// Any number that nothing else in the database uses.
const key = 4_833_301;

/**
 * Taken by a checkpoint, and by an import, which ends with one. It waits for all running acts and lets none begin until
 * it is committed, so that every record is either before or after a checkpoint. SQLite has one writer at a time anyway.
 */
export async function lockAuditExclusively(sql: Sql): Promise<void> {
  if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock(${key})`);
}

/** Taken by who puts the bytes of a file where they are kept, or removes them: others that work on the same bytes wait. */
export async function lockBytes(sql: Sql, digest: string): Promise<void> {
  if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock(${key}, hashtext(?))`, [digest]);
}

/** Taken by a single act: such acts do not wait for each other. */
export async function lockAuditShared(sql: Sql): Promise<void> {
  if (sql.dialect === "postgresql") await sql.all(`SELECT pg_advisory_xact_lock_shared(${key})`);
}
