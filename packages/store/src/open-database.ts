import { closeSync, openSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@heed/core";
import { commandLimits, type DatabaseLimits } from "./connection/database-limits.ts";
import { readDatabaseUrl } from "./connection/database-url.ts";
import type { Database } from "./connection/sql.ts";
import { notOpened } from "./connection/sqlite-failure.ts";
import { requireCurrentDerivation } from "./derived/derivation.ts";
import { requireCurrentSchema, upgradeSchema } from "./migrations.ts";

/**
 * `upgrade` creates a missing database, migrates it, and derives again what older rules derived. `migrate` does not
 * create it, because a mistyped name must not become a new record. `read` and `write` refuse a database with another
 * schema or other rules than this program's. `asItIs` accepts any.
 */
export type OpenMode = "read" | "write" | "migrate" | "upgrade" | "asItIs";

export type OpenOptions = {
  mode: OpenMode;
  limits?: Partial<DatabaseLimits>;
  /** Called while an upgrade derives everything again. */
  onDerive?: (progress: { done: number; total: number }) => void;
};

/**
 * Opens the database of a URL. Errors: databaseMissing, databaseForeign, databaseOlder, databaseNewer,
 * databaseUnreachable, databaseBusy, databaseDamaged, databaseReadOnly, databaseFull, invalidInput (the URL).
 */
export async function openDatabase(url: string, { mode, limits, onDerive }: OpenOptions): Promise<Database> {
  const target = readDatabaseUrl(url);
  const all = { ...commandLimits, ...limits };
  const database =
    target.dialect === "sqlite" ? await openSqliteFile(target.file, mode, all) : await openServer(target.url, all);
  try {
    if (mode === "upgrade" || mode === "migrate") await upgrade(database, { make: mode === "upgrade", onDerive });
    else if (mode !== "asItIs") {
      await requireCurrentSchema(database);
      await requireCurrentDerivation(database);
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function upgrade(
  database: Database,
  { make, onDerive }: { make: boolean; onDerive: OpenOptions["onDerive"] },
): Promise<void> {
  await upgradeSchema(database, { make });
  const { upgradeDerivation } = await import("./derived/upgrade-derivation.ts");
  await upgradeDerivation(database, onDerive);
}

async function openSqliteFile(file: string, mode: OpenMode, limits: DatabaseLimits): Promise<Database> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    if (mode !== "upgrade") {
      throw new DomainError("databaseMissing", `there is no database at ${file}; make it with: heed database upgrade`);
    }
    await makeFile(file);
  } else if (!found.isFile()) throw new DomainError("databaseForeign", `${file} is no file`);
  const { openSqlite } = await import("./connection/sqlite-database.ts");
  try {
    return await openSqlite(file, limits);
  } catch (error) {
    throw notOpened(file, error);
  }
}

/**
 * Readable only by its owner, because it contains confidential evidence. SQLite gives the same rights to the files
 * beside it.
 */
async function makeFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "wx", 0o600));
  } catch (error) {
    // Another process created it at the same moment, which is as good.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw new DomainError("databaseUnreachable", `${file} cannot be made: ${(error as Error).message}`);
  }
}

async function openServer(url: string, limits: DatabaseLimits): Promise<Database> {
  const { openPostgresql } = await import("./connection/postgresql-database.ts");
  return openPostgresql(url, limits);
}
