import { readFile, rename, stat, truncate, unlink, writeFile } from "node:fs/promises";
import { createToken, type Database, type NewToken, openDatabase, verifyAudit } from "@heed/store";
import { pino } from "pino";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase, type OpenFresh } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { createApp } from "../src/app.ts";
import { basePath } from "../src/contract/base-path.ts";
import { healthOf } from "../src/health.ts";
import { trackerOf } from "../src/tracker.ts";

const justice: NewToken = { name: "J. Claes", role: "respondent", organizations: ["justice"] };
const quiet = pino({ level: "silent" });
const patience = 400;

/** The service on its own database; `other` is a second program on the same database. */
async function serve(open: OpenFresh, limits: { readConnections?: number; writeConnections?: number } = {}) {
  const { database: other, url } = await open();
  const token = await createToken(other, justice, "2015-01-01T00:00:00Z");
  await imported(other, world);
  const database = await openDatabase(url, { mode: "migrate", limits: { patience, ...limits } });
  onTestFinished(() => database.close());
  const app = createApp({
    ...trackerOf(database),
    isUp: healthOf(database, quiet),
    now: () => new Date("2015-06-30T10:00:00+02:00"),
  });
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  const service = supertest(server);
  const read = () => service.get(`${basePath}/overdue`);
  const health = () => service.get(`${basePath}/health`);
  const tagNow = async () => (await service.get(`${basePath}/followUps/2013-02-just`)).headers.etag ?? "";
  const tag = await tagNow();
  const act = (ifMatch = tag) =>
    service
      .post(`${basePath}/followUps/2013-02-just/responses`)
      .set("Authorization", `Bearer ${token}`)
      .set("If-Match", ifMatch)
      .send({ position: "accepted", reason: "We accept it. ".repeat(300) });
  return { database, other, url, file: url.replace(/^file:/, ""), read, health, act, tagNow };
}

type Answer = { status: number; headers: Record<string, string> };

function expectUnavailable({ status, headers }: Answer): void {
  expect(status).toBe(503);
  expect(headers["content-type"]).toContain("application/problem+json");
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
}

async function timed<Result>(work: () => PromiseLike<Result>): Promise<{ result: Result; took: number }> {
  const began = performance.now();
  return { result: await work(), took: performance.now() - began };
}

/** Takes the lock that every write needs, until it is released. */
async function holdingTheWriters(other: Database): Promise<() => Promise<unknown>> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let holding: Promise<unknown> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    holding = other
      .transaction(async (sql) => {
        if (sql.dialect === "postgresql") await sql.run("LOCK TABLE follow_up IN SHARE ROW EXCLUSIVE MODE");
        resolve();
        await held;
      })
      .catch(reject);
  });
  // Releases it whatever the test results in.
  onTestFinished(() => release());
  return () => {
    release();
    return holding;
  };
}

/** Fills the disk of the database; the returned function makes room again. */
async function withoutRoom(database: Database, other: Database): Promise<() => Promise<unknown>> {
  if (database.dialect === "sqlite") {
    const pragma = (text: string) => database.transaction((sql) => sql.all<{ page_count: number }>(`PRAGMA ${text}`));
    const [pages] = await pragma("page_count");
    await pragma(`max_page_count = ${pages?.page_count}`);
    return () => pragma("max_page_count = 4294967294");
  }
  await other.run(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await other.run("CREATE TRIGGER no_room BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION no_room()");
  return () => other.run("DROP TRIGGER no_room ON entry");
}

/** Makes the database read-only; the returned function undoes that. */
async function readOnly(database: Database, other: Database): Promise<() => Promise<unknown>> {
  if (database.dialect === "sqlite") {
    // Within a transaction it could not be set back.
    const writing = (database as unknown as { connected: () => { execute: (text: string) => void } }).connected();
    writing.execute("PRAGMA query_only = ON");
    return async () => writing.execute("PRAGMA query_only = OFF");
  }
  const [now] = await other.all<{ name: string }>("SELECT current_database() AS name");
  const all = (value: string) =>
    other
      .transaction(async (sql) => {
        await sql.run("SET TRANSACTION READ WRITE");
        await sql.run(`ALTER DATABASE ${now?.name} SET default_transaction_read_only = ${value}`);
      })
      .then(() => endConnections(other));
  await all("on");
  return () => all("off");
}

/** Only those of the service, not of the program that asks or that holds the lock. */
async function endConnections(other: Database): Promise<void> {
  await other.all(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND (state <> 'idle in transaction' OR query NOT LIKE 'LOCK TABLE%')`);
}

describeDatabase("a service whose database fails", (open) => {
  test("refuses an act for a full disk, answers what is asked, and takes the act afterwards", async () => {
    const { database, other, read, act, tagNow } = await serve(open);
    const makeRoom = await withoutRoom(database, other);
    const answers: Answer[] = [];
    while (answers.at(-1)?.status !== 503 && answers.length < 30) answers.push(await act(await tagNow()));
    const refused = answers.pop();
    expectUnavailable(refused as Answer);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect((await read()).status).toBe(200);
    const kept = await other.all("SELECT 1 FROM entry WHERE body LIKE '%We accept it%'");
    expect(kept).toHaveLength(answers.length);
    await makeRoom();
    expect((await act(await tagNow())).status).toBe(201);
    expect((await verifyAudit(other)).fault?.followUp).toBeUndefined();
  });

  test("refuses an act while it may only be read", async () => {
    const { database, other, read, act } = await serve(open);
    const allow = await readOnly(database, other);
    expectUnavailable(await act());
    expect((await read()).status).toBe(200);
    await allow();
    await expect.poll(async () => (await act()).status).toBe(201);
  });

  test("answers what is asked while others write for long, and refuses the acts that waited", async () => {
    const { other, read, health, act } = await serve(open, { writeConnections: 4 });
    const release = await holdingTheWriters(other);
    const acts = Array.from({ length: 24 }, () => act().then((answer) => answer));
    const waited = timed(() => Promise.all(acts));
    for (let count = 0; count < 5; count += 1) {
      const { result, took } = await timed(read);
      expect(result.status).toBe(200);
      expect(took).toBeLessThan(2_000);
      expect((await health()).body).toEqual({ status: "UP" });
    }
    const { result: refused, took } = await waited;
    for (const each of refused) expectUnavailable(each);
    // No request also waits for the requests before it.
    expect(took).toBeLessThan(patience * 12);
    await release();
    expect((await act()).status).toBe(201);
  });

  test("takes the act as soon as the others have ended", async () => {
    const { other, act } = await serve(open);
    const release = await holdingTheWriters(other);
    const acting = act().then((answer) => answer);
    await new Promise((resolve) => setTimeout(resolve, patience / 3));
    await release();
    expect((await acting).status).toBe(201);
  });

  test("opens a database that others are writing to when its schema is current", async () => {
    const { other, url } = await serve(open);
    const release = await holdingTheWriters(other);
    const { result, took } = await timed(() => openDatabase(url, { mode: "migrate", limits: { patience: 5_000 } }));
    await result.close();
    expect(took).toBeLessThan(4_000);
    await release();
  });

  test("lives on when its connections end in the middle of acts and of reads", async () => {
    const { database, other, read, act } = await serve(open);
    if (database.dialect === "sqlite") return;
    const release = await holdingTheWriters(other);
    const acts = Array.from({ length: 3 }, () => act().then((answer) => answer));
    const snapshot = await database.snapshot();
    await expect.poll(() => other.all("SELECT 1 FROM pg_locks WHERE NOT granted")).not.toEqual([]);
    await endConnections(other);
    for (const each of await Promise.all(acts)) expectUnavailable(each);
    await expect(snapshot.all("SELECT 1")).rejects.toMatchObject({ code: "databaseUnreachable" });
    await snapshot.end();
    await release();
    await expect.poll(async () => (await read()).status).toBe(200);
    await expect.poll(async () => (await act()).status).toBe(201);
  });

  test("refuses all when its record is taken away, and goes on when it is back", async () => {
    const { database, other, file, read, health, act } = await serve(open);
    const sqlite = database.dialect === "sqlite";
    const move = async (from: string, to: string) => {
      if (sqlite) await rename(`${file}${from}`, `${file}${to}`);
      else
        for (const table of ["entry", "follow_up"])
          await other.run(`ALTER TABLE ${table}${from} RENAME TO ${table}${to}`);
    };
    await move("", "_away");
    expectUnavailable(await act());
    await new Promise((resolve) => setTimeout(resolve, 250));
    expectUnavailable(await read());
    expect(await health()).toMatchObject({ status: 503, body: { status: "DOWN" } });
    await move("_away", "");
    expect((await health()).body).toEqual({ status: "UP" });
    expect((await act()).status).toBe(201);
    expect((await read()).status).toBe(200);
  });

  test("refuses acts when the file was replaced, or its log was deleted", async () => {
    const { database, file, act, health } = await serve(open);
    if (database.dialect !== "sqlite") return;
    await unlink(`${file}-wal`);
    expectUnavailable(await act());
    await unlink(file);
    await writeFile(file, "");
    expectUnavailable(await act());
    expect((await health()).status).toBe(503);
  });

  test.each([0, 0.5, 0.95])("refuses acts when its log is cut off to %f of itself", async (share) => {
    const { database, other, file, act, tagNow, health } = await serve(open);
    if (database.dialect !== "sqlite") return;
    expect((await act()).status).toBe(201);
    const tag = await tagNow();
    const log = await readFile(`${file}-wal`);
    await truncate(`${file}-wal`, Math.floor(log.length * share));
    expectUnavailable(await act(tag));
    expect(await health()).toMatchObject({ status: 503, body: { status: "DOWN" } });
    await expect(createToken(other, justice, "2015-01-01T00:00:00Z")).rejects.toMatchObject({
      code: "databaseDamaged",
    });
    await writeFile(`${file}-wal`, log);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await act(tag)).status).toBe(201);
  });

  test("goes on when another program has brought the log into the database", async () => {
    const { database, other, file, act, tagNow } = await serve(open);
    if (database.dialect !== "sqlite") return;
    expect((await act()).status).toBe(201);
    await other.all("PRAGMA wal_checkpoint(TRUNCATE)");
    expect((await stat(`${file}-wal`)).size).toBe(0);
    expect((await act(await tagNow())).status).toBe(201);
  });

  test("refuses acts when the index of its log was deleted", async () => {
    const { database, file, act, health } = await serve(open);
    if (database.dialect !== "sqlite") return;
    await unlink(`${file}-shm`);
    expectUnavailable(await act());
    expect((await health()).status).toBe(503);
  });

  test.each([0, 0.5, 0.95])("is down when the file is cut off to %f of itself", async (share) => {
    const { database, other, file, act, health } = await serve(open);
    if (database.dialect !== "sqlite") return;
    await other.all("PRAGMA wal_checkpoint(TRUNCATE)");
    const [{ bytes = 0 } = {}] = await other.all<{ bytes: number }>(
      "SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()",
    );
    expect((await health()).status).toBe(200);
    await truncate(file, Math.floor(bytes * share));
    expect(await health()).toMatchObject({ status: 503, body: { status: "DOWN" } });
    expectUnavailable(await act());
  });

  test("is down within two seconds when the database does not answer", async () => {
    const { database, other, health } = await serve(open);
    const expectDown = async () => {
      const { result, took } = await timed(health);
      expect(result).toMatchObject({ status: 503, body: { status: "DOWN" } });
      expect(took).toBeLessThan(2_000);
    };
    if (database.dialect === "postgresql")
      await other.transaction(async (sql) => {
        await sql.run("LOCK TABLE entry, follow_up IN ACCESS EXCLUSIVE MODE");
        await expectDown();
      });
    else {
      (database as unknown as { probeNow: () => Promise<void> }).probeNow = () => new Promise(() => undefined);
      await expectDown();
      return;
    }
    expect((await health()).status).toBe(200);
  });
});
