import { DomainError } from "@heed/core";
import { type AuditVerdict, verifyAudit } from "../audit/verify-audit.ts";
import type { Database } from "../connection/sql.ts";
import type { CopiedFiles } from "../files/copy-files.ts";
import { namedOutside } from "../files/named-files.ts";
import { requireCurrentSchema } from "../migrations.ts";
import { openDatabase } from "../open-database.ts";

/** What was found in a database or backup; `audit` is absent when its schema is older than this program. */
export type VerifiedRecord = {
  audit?: AuditVerdict;
  /** The files of evidence beside it; absent where there are none. */
  files?: CopiedFiles;
};

/**
 * Opens a database and reads all of it. `noted` is the hash of a checkpoint that must exist. Errors: databaseDamaged,
 * and those of openDatabase() except databaseOlder.
 */
export async function verifyRecord(url: string, noted?: string): Promise<VerifiedRecord> {
  const database = await openDatabase(url, { mode: "asItIs" });
  try {
    if (database.dialect === "sqlite") await requireWholePages(database);
    return (await isCurrent(database)) ? { audit: await verifyAudit(database, noted) } : {};
  } finally {
    await database.close();
  }
}

async function requireWholePages(database: Database): Promise<void> {
  const [first] = await database.all<{ integrity_check: string }>("PRAGMA integrity_check(1)");
  if (first?.integrity_check !== "ok")
    throw new DomainError("databaseDamaged", `the database file is damaged: ${first?.integrity_check}`);
}

/** The digests of the files that a database names and does not hold itself; none where its schema is older than this program. */
export async function namedFilesOf(url: string): Promise<string[]> {
  const database = await openDatabase(url, { mode: "asItIs" });
  try {
    return (await isCurrent(database)) ? await namedOutside(database) : [];
  } finally {
    await database.close();
  }
}

/** Whether its schema is that of this program. Errors: databaseMissing, databaseForeign, databaseNewer. */
export async function isCurrent(database: Database): Promise<boolean> {
  try {
    await requireCurrentSchema(database);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "databaseOlder") return false;
    throw error;
  }
}
