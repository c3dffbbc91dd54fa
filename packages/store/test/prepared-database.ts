import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { RecordFile } from "@heed/core";
import { openDatabase } from "@heed/store";
import pg from "pg";
import { imported } from "./importing.ts";

/*
 * Databases with the migrations applied and a record imported, of which each test gets a copy. They are made once for a run of
 * the suite: workers that want the same one at the same time each make it, and the first to be ready names it.
 */

const known = new Map<RecordFile | undefined, { file?: Promise<string>; name?: Promise<string> }>();

/** The SQLite file with a record, to copy. */
export function preparedFile(record: RecordFile | undefined): Promise<string> {
  const kept = keptOf(record);
  kept.file ??= prepareFile(record);
  return kept.file;
}

/** The name of the PostgreSQL database with a record, to use as a template. */
export function preparedOnServer(server: string, record: RecordFile | undefined): Promise<string> {
  const kept = keptOf(record);
  kept.name ??= prepareOnServer(server, record);
  return kept.name;
}

export function newName(): string {
  return `heed_test_${randomUUID().replaceAll("-", "")}`;
}

export function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function keptOf(record: RecordFile | undefined) {
  const kept = known.get(record) ?? {};
  known.set(record, kept);
  return kept;
}

async function prepareFile(record: RecordFile | undefined): Promise<string> {
  const folder = folderOfRun();
  const file = join(folder, `${digestOf(record)}.sqlite`);
  if (existsSync(file)) return file;
  const own = join(folder, `${randomUUID()}.sqlite`);
  await prepare(`file:${own}`, record);
  await rename(own, file);
  return file;
}

async function prepareOnServer(server: string, record: RecordFile | undefined): Promise<string> {
  const name = preparedName(digestOf(record));
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rows.length > 0) return name;
    const own = preparedName(randomUUID().replaceAll("-", "").slice(0, 20));
    await client.query(`CREATE DATABASE ${own}`);
    await prepare(urlOf(server, own), record);
    await client.query(`ALTER DATABASE ${own} RENAME TO ${name}`).catch((error: unknown) => {
      const duplicateDatabase = "42P04";
      if ((error as { code?: unknown }).code !== duplicateDatabase) throw error;
    });
    return name;
  } finally {
    await client.end();
  }
}

async function prepare(url: string, record: RecordFile | undefined): Promise<void> {
  const database = await openDatabase(url, { mode: "upgrade" });
  if (record !== undefined) await imported(database, record);
  // The driver closes late: all that was written must be in the file itself before it is copied.
  if (database.dialect === "sqlite") await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.close();
}

function digestOf(record: RecordFile | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify(record) ?? "")
    .digest("hex")
    .slice(0, 20);
}

/** The beginning of the names is of the run, so that its end removes them. */
function preparedName(end: string): string {
  return `${process.env.HEED_TEST_PREPARED_NAMES}_${end}`;
}

function folderOfRun(): string {
  const folder = process.env.HEED_TEST_PREPARED_FOLDER;
  if (folder === undefined) throw new Error("the run has no folder: run-databases.ts makes it");
  return folder;
}
