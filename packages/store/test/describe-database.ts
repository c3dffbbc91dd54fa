import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@heed/store";
import { afterEach, describe } from "vitest";

/** Opens a new, empty database of the suite's kind; it is gone after the test. */
export type OpenFresh = () => Promise<{ database: Database; url: string }>;

/** Runs one suite on SQLite, and on PostgreSQL where HEED_TEST_POSTGRESQL names a server (habit 8). */
export function describeDatabase(name: string, suite: (open: OpenFresh) => void): void {
  describe(`${name}, on SQLite`, () => {
    const endings: (() => Promise<unknown>)[] = [];
    afterEach(() => endAll(endings));
    suite(async () => {
      const folder = await mkdtemp(join(tmpdir(), "heed-test-"));
      const url = `file:${join(folder, "heed.sqlite")}`;
      const database = await openDatabase(url, { mode: "upgrade" });
      endings.push(
        () => database.close(),
        () => rm(folder, { recursive: true, force: true }),
      );
      return { database, url };
    });
  });

  const server = process.env.HEED_TEST_POSTGRESQL;
  describe.skipIf(server === undefined)(`${name}, on PostgreSQL`, () => {
    const endings: (() => Promise<unknown>)[] = [];
    afterEach(() => endAll(endings));
    suite(async () => {
      const { default: pg } = await import("pg");
      const admin = new pg.Client({ connectionString: server });
      await admin.connect();
      const named = `heed_test_${randomUUID().replaceAll("-", "")}`;
      await admin.query(`CREATE DATABASE ${named}`);
      const url = new URL(server ?? "");
      url.pathname = `/${named}`;
      const database = await openDatabase(url.href, { mode: "upgrade" });
      endings.push(
        () => database.close(),
        () => admin.query(`DROP DATABASE ${named} WITH (FORCE)`),
        () => admin.end(),
      );
      return { database, url: url.href };
    });
  });
}

async function endAll(endings: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of endings.splice(0)) await end();
}
