import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@heed/store";
import pg from "pg";
import { afterAll, afterEach, describe } from "vitest";

/** Opens a new, empty database of the suite's kind; it is removed after the test. */
export type OpenFresh = () => Promise<{ database: Database; url: string }>;

/**
 * Runs one suite on SQLite, and on PostgreSQL when HEED_TEST_POSTGRESQL names a server. The migrations are applied once
 * for each test file; each test gets a copy of that database.
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
    suite(async () => {
      const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
      endings.push(() => rm(folder, { recursive: true, force: true }));
      const file = join(folder, "heed.sqlite");
      migratedFile ??= migrateFile();
      await copyFile(await migratedFile, file);
      const database = await openDatabase(`file:${file}`, { mode: "upgrade" });
      endings.unshift(() => database.close());
      return { database, url: `file:${file}` };
    });
  });
}

function describePostgresql(name: string, suite: (open: OpenFresh) => void): void {
  const server = process.env.HEED_TEST_POSTGRESQL ?? "";
  describe.skipIf(server === "")(`${name}, on PostgreSQL`, () => {
    const endings: (() => Promise<unknown>)[] = [];
    afterEach(() => endAll(endings));
    suite(async () => {
      migratedServer ??= migrateServer(server);
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      endings.push(() => admin.end());
      const named = newName();
      await admin.query(`CREATE DATABASE ${named} TEMPLATE ${await migratedServer}`);
      endings.unshift(() => admin.query(`DROP DATABASE ${named} WITH (FORCE)`));
      const url = urlOf(server, named);
      const database = await openDatabase(url, { mode: "upgrade" });
      endings.unshift(() => database.close());
      return { database, url };
    });
  });
}

let migratedFile: Promise<string> | undefined;
let migratedServer: Promise<string> | undefined;
const atTheEnd: (() => Promise<unknown>)[] = [];
afterAll(() => endAll(atTheEnd));

async function migrateFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
  atTheEnd.push(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "migrated.sqlite");
  await (await openDatabase(`file:${file}`, { mode: "upgrade" })).close();
  return file;
}

async function migrateServer(server: string): Promise<string> {
  const named = newName();
  await onServer(server, `CREATE DATABASE ${named}`);
  atTheEnd.push(() => onServer(server, `DROP DATABASE ${named} WITH (FORCE)`));
  await (await openDatabase(urlOf(server, named), { mode: "upgrade" })).close();
  return named;
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
