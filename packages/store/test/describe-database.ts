import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordFile } from "@heed/core";
import { type Database, openDatabase } from "@heed/store";
import pg from "pg";
import { afterAll, afterEach, describe } from "vitest";
import { imported } from "./importing.ts";

/** Opens a new database of the suite's kind, empty or with a record; it is removed after the test. */
export type OpenFresh = (record?: RecordFile) => Promise<{ database: Database; url: string }>;

/** The databases that were opened with a record. */
const opened = new WeakMap<Database, RecordFile>();

export function wasOpenedWith(record: RecordFile, database: Database): boolean {
  return opened.get(database) === record;
}

/**
 * Runs one suite on SQLite, and on PostgreSQL when HEED_TEST_POSTGRESQL names a server. The migrations are applied, and a
 * record is imported, once for each test file; each test gets a copy of that database.
 */
export function describeDatabase(name: string, suite: (open: OpenFresh) => void): void {
  describeSqlite(name, suite);
  describePostgresql(name, suite);
}

/** Runs one suite on SQLite alone, for what only a database file can show. */
export function describeSqlite(name: string, suite: (open: OpenFresh) => void): void {
  describe(`${name}, on SQLite`, () => {
    const endings: (() => Promise<unknown>)[] = [];
    afterEach(() => endAll(endings));
    suite(async (record) => {
      const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
      endings.push(() => rm(folder, { recursive: true, force: true }));
      const file = join(folder, "heed.sqlite");
      await copyFile(await preparedFile(record), file);
      const database = await openDatabase(`file:${file}`, { mode: "upgrade" });
      endings.unshift(() => database.close());
      if (record !== undefined) opened.set(database, record);
      return { database, url: `file:${file}` };
    });
  });
}

function describePostgresql(name: string, suite: (open: OpenFresh) => void): void {
  const server = process.env.HEED_TEST_POSTGRESQL ?? "";
  describe.skipIf(server === "")(`${name}, on PostgreSQL`, () => {
    const endings: (() => Promise<unknown>)[] = [];
    afterEach(() => endAll(endings));
    suite(async (record) => {
      const template = await preparedOnServer(server, record);
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      endings.push(() => admin.end());
      const named = newName();
      await admin.query(`CREATE DATABASE ${named} TEMPLATE ${template}`);
      endings.unshift(() => admin.query(`DROP DATABASE ${named} WITH (FORCE)`));
      const url = urlOf(server, named);
      const database = await openDatabase(url, { mode: "upgrade" });
      endings.unshift(() => database.close());
      if (record !== undefined) opened.set(database, record);
      return { database, url };
    });
  });
}

const files = new Map<RecordFile | undefined, Promise<string>>();
const names = new Map<RecordFile | undefined, Promise<string>>();
const atTheEnd: (() => Promise<unknown>)[] = [];
afterAll(() => endAll(atTheEnd));

function preparedFile(record: RecordFile | undefined): Promise<string> {
  const known = files.get(record) ?? prepareFile(record);
  files.set(record, known);
  return known;
}

async function prepareFile(record: RecordFile | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
  atTheEnd.push(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "prepared.sqlite");
  await prepare(`file:${file}`, record);
  return file;
}

function preparedOnServer(server: string, record: RecordFile | undefined): Promise<string> {
  const known = names.get(record) ?? prepareOnServer(server, record);
  names.set(record, known);
  return known;
}

async function prepareOnServer(server: string, record: RecordFile | undefined): Promise<string> {
  const named = newName();
  await onServer(server, `CREATE DATABASE ${named}`);
  atTheEnd.push(() => onServer(server, `DROP DATABASE ${named} WITH (FORCE)`));
  await prepare(urlOf(server, named), record);
  return named;
}

async function prepare(url: string, record: RecordFile | undefined): Promise<void> {
  const database = await openDatabase(url, { mode: "upgrade" });
  if (record !== undefined) await imported(database, record);
  // The driver closes late: all that was written must be in the file itself before it is copied.
  if (database.dialect === "sqlite") await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.close();
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function newName(): string {
  return `heed_test_${randomUUID().replaceAll("-", "")}`;
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function endAll(endings: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of endings.splice(0)) await end();
}
