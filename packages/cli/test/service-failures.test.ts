import { createHash } from "node:crypto";
import { type Actor, defaultSettings } from "@heed/core";
import { checkProjections, createToken, type Database, filePlaceOf, openDatabase, verifyAudit } from "@heed/store";
import { describe, expect, onTestFinished, test } from "vitest";
import { world as worldRecord } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { ownPostgresql } from "../../store/test/own-postgresql.ts";
import { type Brought, bringing, type Serving, serving, type Told, writing } from "./serving.ts";

// For the full test: HEED_KILLS=50 (scripts/kill-rounds.mjs) HEED_RESTARTS=5 HEED_FOREIGN_LOCK=20.
const kills = Number(process.env.HEED_KILLS ?? 2);
const restarts = Number(process.env.HEED_RESTARTS ?? 1);
const foreignLock = Number(process.env.HEED_FOREIGN_LOCK ?? 3) * 1000;
const long = { timeout: 3_600_000 };

const editor: Actor = { id: "writer", name: "A writer of this test", role: "editor", organizations: [] };
const followUps = ["2011-03-just", "2013-02-just", "2013-01-emploi"];

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function withWorld(database: Database): Promise<string> {
  const token = await createToken(database, editor, "2015-01-01T00:00:00Z");
  await imported(database, worldRecord);
  return token;
}

/** Several writers that go on until they are stopped, and continue when the service is back. */
function writers(count: number, addressOf: () => string, token: string) {
  const told: Told = { acknowledged: [], statuses: new Map(), cut: 0 };
  let isOver = false;
  const all = Array.from({ length: count }, (_, index) =>
    writing(addressOf, followUps[index % followUps.length] ?? "", token, told, () => isOver),
  );
  const stop = async () => {
    isOver = true;
    await Promise.all(all);
  };
  return { told, stop };
}

/** Several who bring files, as writers() act. */
function bringers(count: number, addressOf: () => string, token: string) {
  const brought: Brought = new Map();
  let isOver = false;
  const all = Array.from({ length: count }, () => bringing(addressOf, token, brought, () => isOver));
  return {
    brought,
    async atWork() {
      const before = brought.size;
      await expect.poll(() => brought.size, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before);
    },
    async stop() {
      isOver = true;
      await Promise.all(all);
    },
  };
}

/** The files of a database: each that was acknowledged is there, and none is there in part. Those that were read are not read again. */
function wholeFiles(database: Database) {
  const place = filePlaceOf(database);
  const read = new Set<string>();
  return {
    count: () => read.size,
    async expectAll(brought: Brought) {
      for await (const { digest } of place.kept()) {
        if (read.has(digest)) continue;
        const hash = createHash("sha256");
        for await (const piece of (await place.open(digest)) ?? []) hash.update(piece);
        expect(hash.digest("hex")).toBe(digest);
        read.add(digest);
      }
      expect([...brought.values()].filter((digest) => !read.has(digest))).toEqual([]);
      const rows = await database.all<{ id: string; digest: string }>("SELECT id, digest FROM uploaded_file");
      const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
      expect([...brought].filter(([id, digest]) => digests.get(id) !== digest)).toEqual([]);
      expect([...digests.values()].filter((digest) => !read.has(digest))).toEqual([]);
    },
  };
}

/** Resolves when one more act was acknowledged. */
async function atWork({ acknowledged }: Told): Promise<void> {
  const before = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before);
}

/**
 * Every acknowledged entry is there once; no other entries are there, except those whose answer was lost on the way;
 * and the record is sound.
 */
async function expectKept(database: Database, { acknowledged, cut }: Told): Promise<void> {
  const kept = await database.all<{ id: string }>(
    "SELECT id FROM entry WHERE type = 'observation' AND body LIKE '%A writer of this test%'",
  );
  const ids = new Set(kept.map(({ id }) => id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(ids.size - acknowledged.length).toBeLessThanOrEqual(cut);
  expect((await verifyAudit(database)).fault?.followUp).toBeUndefined();
  expect((await checkProjections(database, defaultSettings)).differences).toEqual([]);
}

function expectNo5xxBut503({ statuses }: Told): void {
  expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
}

async function ends(service: Serving, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  service.child.kill(signal);
  return (await service.end).code;
}

describeDatabase("the service", (open) => {
  test("is killed under writers, again and again: no act and no file that was acknowledged is lost", long, async () => {
    const { database, url } = await open();
    const token = await withWorld(database);
    let service = await serving(url);
    const { told, stop } = writers(6, () => service.address, token);
    const files = bringers(2, () => service.address, token);
    const whole = wholeFiles(database);
    for (let kill = 0; kill < kills; kill += 1) {
      await Promise.all([atWork(told), files.atWork()]);
      await after((kill * 397) % 900);
      await ends(service, "SIGKILL");
      await expectKept(database, told);
      await whole.expectAll(files.brought);
      if (kills > 2)
        console.log(
          `${database.dialect}, kill ${kill + 1}: ${told.acknowledged.length} acts and ${files.brought.size} files acknowledged`,
        );
      service = await serving(url);
    }
    await Promise.all([atWork(told), files.atWork()]);
    await Promise.all([stop(), files.stop()]);
    expect(await ends(service)).toBe(0);
    expectNo5xxBut503(told);
    await expectKept(database, told);
    await whole.expectAll(files.brought);
    if (kills > 2)
      console.log(
        `${database.dialect}: ${kills} kills, ${told.acknowledged.length} acts and ${files.brought.size} files acknowledged, ` +
          `${told.cut} requests without an answer, nothing lost, ${whole.count()} files whole`,
      );
  });

  test(
    "is not stopped by another program that writes for long: reads go on, acts are told, and it can be started",
    long,
    async () => {
      const { database, url } = await open();
      const token = await withWorld(database);
      const service = await serving(url, ["--write-wait", "1"]);
      onTestFinished(() => void service.child.kill("SIGKILL"));
      const { told, stop } = writers(12, () => service.address, token);
      await after(300);
      const slowest = { read: 0, health: 0 };
      await database.transaction(async (sql) => {
        if (sql.dialect === "postgresql") await sql.run("LOCK TABLE follow_up IN SHARE ROW EXCLUSIVE MODE");
        const until = performance.now() + foreignLock;
        const another = await serving(url, ["--write-wait", "1"]);
        expect((await another.get("/health")).status).toBe(200);
        expect(await ends(another)).toBe(0);
        while (performance.now() < until)
          for (const [name, path] of [
            ["read", "/overdue"],
            ["health", "/health"],
          ] as const) {
            const began = performance.now();
            expect((await service.get(path)).status).toBe(200);
            slowest[name] = Math.max(slowest[name], performance.now() - began);
            await after(20);
          }
      });
      expect(told.statuses.get(503)).toBeGreaterThan(0);
      const before = told.acknowledged.length;
      await expect.poll(() => told.acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(before);
      await stop();
      expectNo5xxBut503(told);
      expect(slowest.read).toBeLessThan(2_000);
      expect(slowest.health).toBeLessThan(2_000);
      expect(await ends(service)).toBe(0);
      await expectKept(database, told);
    },
  );
});

const withPostgresql = process.env.HEED_TEST_POSTGRESQL !== undefined;

describe.skipIf(!withPostgresql)("a service on a PostgreSQL server of its own", () => {
  test("lives through restarts under twelve writers, and ends while the server is silent", long, async () => {
    const server = await ownPostgresql();
    onTestFinished(() => server.end());
    const url = server.url;
    const made = await openDatabase(url, { mode: "upgrade" });
    const token = await withWorld(made);
    await made.close();
    const service = await serving(url);
    onTestFinished(() => void service.child.kill("SIGKILL"));
    const { told, stop } = writers(12, () => service.address, token);
    for (let restart = 0; restart < restarts; restart += 1) {
      await atWork(told);
      await after(300 + restart * 130);
      await server.restart();
    }
    await atWork(told);
    await stop();
    expectNo5xxBut503(told);
    const database = await openDatabase(url, { mode: "read" });
    await expectKept(database, told);
    await database.close();

    expect((await service.get("/health")).body).toBe('{"status":"UP"}');
    await server.freeze();
    onTestFinished(() => server.thaw().catch(() => undefined));
    const began = performance.now();
    const health = await service.get("/health");
    expect(health).toEqual({ status: 503, body: '{"status":"DOWN"}' });
    expect(performance.now() - began).toBeLessThan(2_500);
    const asked = service.get("/overdue").catch(() => undefined);
    expect(await ends(service)).toBe(0);
    await asked;
    expect(performance.now() - began).toBeLessThan(25_000);
    await server.thaw();
  });
});
