import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@heed/core";
import { readDatabaseUrl } from "./database-url.ts";
import { requireCurrentSchema, upgradeSchema } from "./migrations.ts";
import type { Database } from "./sql.ts";

/** upgrade makes what is missing and migrates; the other two refuse a database that is not of this program's schema. */
export type OpenMode = "read" | "write" | "upgrade";

/**
 * Opens the database that a URL names.
 * Errors: databaseMissing, databaseOlder, databaseNewer, databaseUnreachable, databaseBusy, invalidInput (the URL).
 */
export async function openDatabase(url: string, { mode }: { mode: OpenMode }): Promise<Database> {
  const target = readDatabaseUrl(url);
  const database = target.dialect === "sqlite" ? await openSqliteFile(target.file, mode) : await openServer(target.url);
  try {
    if (mode === "upgrade") await upgradeSchema(database);
    else await requireCurrentSchema(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openSqliteFile(file: string, mode: OpenMode): Promise<Database> {
  if (!existsSync(file)) {
    if (mode !== "upgrade") {
      throw new DomainError("databaseMissing", `there is no database at ${file}; make it with: heed database upgrade`);
    }
    await mkdir(dirname(file), { recursive: true });
  }
  const { openSqlite } = await import("./sqlite-database.ts");
  try {
    return openSqlite(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("databaseUnreachable", `${file} cannot be opened as a database: ${(error as Error).message}`);
  }
}

async function openServer(url: string): Promise<Database> {
  const { openPostgresql } = await import("./postgresql-database.ts");
  return openPostgresql(url);
}
