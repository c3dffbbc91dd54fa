import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordFile } from "@heed/core";
import { type Database, openDatabase } from "@heed/store";
import pg from "pg";
import { afterAll, afterEach, describe } from "vitest";
import { newName, preparedFile, preparedOnServer, urlOf } from "./prepared-database.ts";

/**
 * How many samples a test of random histories takes: all on SQLite, a third of them on PostgreSQL, where each statement is
 * planned anew and the same rules were tried on the first.
 */
export function samplesOn({ dialect }: Database, all: number): number {
  return dialect === "sqlite" ? all : Math.ceil(all / 3);
}

/** Opens a new database of the suite's kind, empty or with a record; it is removed after the test. */
export type OpenFresh = (record?: RecordFile) => Promise<{ database: Database; url: string }>;

/** The databases that were opened with a record. */
const opened = new WeakMap<Database, RecordFile>();

export function wasOpenedWith(record: RecordFile, database: Database): boolean {
  return opened.get(database) === record;
}

/**
 * Runs one suite on SQLite, and on PostgreSQL when HEED_TEST_POSTGRESQL names a server. The migrations are applied, and a
 * record is imported, once for a run; each test gets a copy of that database from `open`. The tests that only read share one
 * copy of their suite by `openToRead`.
 */
export function describeDatabase(name: string, suite: (open: OpenFresh, openToRead: OpenFresh) => void): void {
  describeSqlite(name, suite);
  describePostgresql(name, suite);
}

/** Runs one suite on SQLite alone, for what only a database file can show. */
export function describeSqlite(name: string, suite: (open: OpenFresh, openToRead: OpenFresh) => void): void {
  describe(`${name}, on SQLite`, () => suite(...opening(openFile)));
}

function describePostgresql(name: string, suite: (open: OpenFresh, openToRead: OpenFresh) => void): void {
  const server = process.env.HEED_TEST_POSTGRESQL ?? "";
  describe.skipIf(server === "")(`${name}, on PostgreSQL`, () =>
    suite(...opening((endings, record) => openOnServer(server, endings, record))),
  );
}

/** What is to be done at the end, the last thing first. */
type Endings = (() => Promise<unknown>)[];
type Open = (endings: Endings, record: RecordFile | undefined) => Promise<{ database: Database; url: string }>;

function opening(openWith: Open): [OpenFresh, OpenFresh] {
  const ofTest: Endings = [];
  const ofSuite: Endings = [];
  afterEach(() => endAll(ofTest));
  afterAll(async () => {
    await endAll(ofSuite);
    await Promise.all(drops);
  });
  const shared = new Map<RecordFile | undefined, ReturnType<OpenFresh>>();
  const openToRead: OpenFresh = (record) => {
    const database = shared.get(record) ?? openWith(ofSuite, record);
    shared.set(record, database);
    return database;
  };
  return [(record) => openWith(ofTest, record), openToRead];
}

const openFile: Open = async (endings, record) => {
  const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
  endings.push(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "heed.sqlite");
  await copyFile(await preparedFile(record), file);
  return openedAt(`file:${file}`, endings, record);
};

/** Connections of this process to the servers, on which its databases are made and dropped. */
const makers = new Map<string, pg.Pool>();

function makerOn(server: string): pg.Pool {
  const known = makers.get(server) ?? new pg.Pool({ connectionString: server, max: 3, allowExitOnIdle: true });
  makers.set(server, known);
  return known;
}

async function openOnServer(server: string, endings: Endings, record: RecordFile | undefined) {
  const template = await preparedOnServer(server, record);
  const maker = makerOn(server);
  const named = newName();
  await maker.query(`CREATE DATABASE ${named} TEMPLATE ${template} STRATEGY file_copy`);
  endings.unshift(() => dropLater(maker, named));
  return openedAt(urlOf(server, named), endings, record);
}

/** The next test does not wait until the server has ended the connections of this one; the end of its suite does. */
const drops = new Set<Promise<unknown>>();

async function dropLater(maker: pg.Pool, named: string): Promise<void> {
  const drop = maker.query(`DROP DATABASE ${named} WITH (FORCE)`);
  drops.add(drop);
  // A failure is thrown where it is waited for.
  drop.then(
    () => drops.delete(drop),
    () => undefined,
  );
}

async function openedAt(url: string, endings: Endings, record: RecordFile | undefined) {
  const database = await openDatabase(url, { mode: "upgrade", limits: { readConnections: 2 } });
  endings.unshift(() => database.close());
  if (record !== undefined) opened.set(database, record);
  return { database, url };
}

async function endAll(endings: Endings): Promise<void> {
  for (const end of endings.splice(0)) await end();
}
