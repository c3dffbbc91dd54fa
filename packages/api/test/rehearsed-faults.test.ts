import { spawn, spawnSync } from "node:child_process";
import { copyFile, mkdir, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { createToken, type Database, openDatabase, verifyAudit } from "@heed/store";
import { pino } from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { program } from "../../cli/test/heed.ts";
import { api, serving, type Told, writing } from "../../cli/test/serving.ts";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { freePort } from "../../store/test/free-port.ts";
import { wayTo } from "../../store/test/way-to-server.ts";
import { startService } from "../src/index.ts";

// The rows of "What Heed says when something is wrong around it" in docs/operating.md, while people work.

/** Seconds for which the database is away: as many as an operator wants to see. */
const away = Number(process.env.HEED_AWAY_SECONDS ?? 1);

type Line = { level: number; msg: string; err?: { code?: string }; seconds?: number };

/** A service as an operator has it: its address, its log so far, and its figures now. */
type Watched = { address: string; lines: () => Line[]; figures: () => Promise<Record<string, number>> };

async function figuresAt(port: number | undefined): Promise<Record<string, number>> {
  const lines = (await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).split("\n");
  return Object.fromEntries(
    lines.map((line) => /^(.*) (\S+)$/.exec(line)?.slice(1) ?? []).map(([key, value]) => [key, Number(value)]),
  );
}

const written = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Line);

async function served(url: string): Promise<Watched> {
  let log = "";
  const into = new Writable({
    write: (line, _, done) => {
      log += String(line);
      done();
    },
  });
  const service = await startService({
    ...{ url, port: 0, rateLimit: 0, logger: pino({ level: "warn" }, into) },
    ...{ limits: { patience: 400 }, metrics: { port: 0, host: "127.0.0.1" } },
  });
  onTestFinished(() => service.close());
  return {
    address: `http://127.0.0.1:${service.port}`,
    lines: () => written(log),
    figures: () => figuresAt(service.metricsPort),
  };
}

/** A disk of its own that a child of this process may make, without rights; absent where the machine does not let it. */
const onOwnDisk = ["unshare", "--user", "--map-root-user", "--mount"] as const;
const mayHaveOwnDisk = spawnSync(onOwnDisk[0], [...onOwnDisk.slice(1), "true"]).status === 0;

/**
 * A service whose database lies on a disk that has little room left. `makeRoom` removes another file from it; `kept` is the database
 * as it lies there.
 */
async function servedOnFullDisk(file: string) {
  const metrics = await freePort();
  const folder = `${dirname(file)}/disk`;
  await mkdir(folder);
  const begin = `mount -t tmpfs -o size=$2 none "$1" && cp "$3" "$1/heed.sqlite" && head -c 2000000 /dev/zero > "$1/other" && shift 3 && exec "$@"`;
  const room = String((await stat(file)).size + 2_000_000 + 200_000);
  const { child, address } = await serving(
    `file:${folder}/heed.sqlite`,
    ["--metrics-port", String(metrics)],
    (args, url) =>
      spawn(
        onOwnDisk[0],
        [...onOwnDisk.slice(1), "sh", "-c", begin, "sh", folder, room, file, process.execPath, program, ...args],
        { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, HEED_DATABASE: url } },
      ),
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let log = "";
  child.stderr?.on("data", (text: string) => {
    log += text;
  });
  // The disk is seen by the service alone.
  const onDisk = `/proc/${child.pid}/root${folder}`;
  return {
    ...{ address, lines: () => written(log), figures: () => figuresAt(metrics) },
    makeRoom: () => unlink(`${onDisk}/other`),
    kept: async () => {
      for (const end of ["", "-wal"]) await copyFile(`${onDisk}/heed.sqlite${end}`, `${folder}/heed.sqlite${end}`);
      const copy = await openDatabase(`file:${folder}/heed.sqlite`, { mode: "read" });
      onTestFinished(() => copy.close());
      return copy;
    },
  };
}

/** A service whose server of PostgreSQL says that its disk is full. */
async function servedByFullServer(database: Database, url: string) {
  const watched = await served(url);
  await database.run(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  await database.run("CREATE TRIGGER no_room BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION no_room()");
  return { ...watched, makeRoom: () => database.run("DROP TRIGGER no_room ON entry"), kept: async () => database };
}

/** Three people who record what they see, each with an act of its own, and again until it is acknowledged. */
function working(address: string, token: string) {
  const told: Told = { acknowledged: [], statuses: new Map(), cut: 0 };
  let isOver = false;
  const people = ["2009-01-just", "2009-01-fedpol", "2009-02-guard"].map((followUp) =>
    writing(
      () => address,
      followUp,
      token,
      told,
      () => isOver,
    ),
  );
  const stop = async () => {
    isOver = true;
    await Promise.all(people);
  };
  onTestFinished(stop);
  const count = (status: number) => told.statuses.get(status) ?? 0;
  const soon = { timeout: 15_000, interval: 20 };
  return {
    told,
    refused: () => expect.poll(() => count(503), soon).toBeGreaterThan(2),
    acknowledged: (more: number) => {
      const before = told.acknowledged.length;
      return expect.poll(() => told.acknowledged.length - before, soon).toBeGreaterThanOrEqual(more);
    },
    stop,
  };
}

/** What was acknowledged is there, each once; nobody was told anything but yes, "not now", or that somebody was first; the audit is whole. */
async function expectNothingLost(database: Database, told: Told): Promise<void> {
  expect(told.cut).toBe(0);
  for (const status of told.statuses.keys()) expect([201, 503, 412]).toContain(status);
  const kept = await database.all<{ id: string; body: string }>("SELECT id, body FROM entry WHERE body LIKE '%GRETA%'");
  const ids = new Set(kept.map(({ id }) => id));
  expect(told.acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  const texts = kept.map(({ body }) => /"text":"([\da-f-]{36})"/.exec(body)?.[1]).filter((text) => text !== undefined);
  expect(new Set(texts).size).toBe(texts.length);
  expect((await verifyAudit(database)).fault).toBeUndefined();
}

describeDatabase("an operator who rehearses", (open) => {
  async function prepared() {
    const { database, url } = await open(world);
    const editor = { name: "E. Maes", role: "editor", organizations: [] } as const;
    const token = await createToken(database, editor, "2015-01-01T00:00:00Z");
    return { database, url, token };
  }

  test("a disk that fills up sees it in the answer, the log and the metrics, and loses nothing", async (context) => {
    const { database, url, token } = await prepared();
    const isFile = database.dialect === "sqlite";
    context.skip(isFile && !mayHaveOwnDisk, "this machine lets nobody mount a disk of their own");
    if (isFile) await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    const watched = isFile
      ? await servedOnFullDisk(url.replace(/^file:/, ""))
      : await servedByFullServer(database, url);
    const people = working(watched.address, token);
    await people.refused();
    expect((await fetch(`${watched.address}${api}/overdue`)).status).toBe(200);
    expect(watched.lines()).toContainEqual(
      expect.objectContaining({ msg: "the request failed", err: expect.objectContaining({ code: "databaseFull" }) }),
    );
    expect((await watched.figures())['heed_failed_requests_total{reason="databaseFull"}']).toBeGreaterThan(2);
    await watched.makeRoom();
    await people.acknowledged(3);
    await people.stop();
    await expectNothingLost(await watched.kept(), people.told);
  });

  test("a database that goes away sees it in the answer, the log and the metrics, and loses nothing", async () => {
    const { database, url, token } = await prepared();
    const file = url.replace(/^file:/, "");
    const way =
      database.dialect === "postgresql"
        ? await wayTo(url)
        : { url, cut: () => rename(file, `${file}-away`), mend: () => rename(`${file}-away`, file) };
    const reason = database.dialect === "postgresql" ? "databaseUnreachable" : "databaseLost";
    const watched = await served(way.url);
    const people = working(watched.address, token);
    await people.acknowledged(3);
    await way.cut();
    const gone = pause(away * 1000);
    await people.refused();
    const status = async (path: string) => (await fetch(`${watched.address}${api}/${path}`)).status;
    expect([await status("health"), await status("readiness"), await status("overdue")]).toEqual([503, 503, 503]);
    const refused = await fetch(`${watched.address}${api}/overdue`);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(watched.lines()).toContainEqual(expect.objectContaining({ msg: "the record cannot be read" }));
    expect(await watched.figures()).toMatchObject({
      heed_database_up: 0,
      [`heed_failed_requests_total{reason="${reason}"}`]: expect.any(Number),
    });
    await gone;
    await way.mend();
    await expect.poll(() => status("readiness"), { timeout: 5_000 }).toBe(200);
    await people.acknowledged(3);
    expect((await watched.figures()).heed_database_up).toBe(1);
    await people.stop();
    await expectNothingLost(database, people.told);
  });

  test("a clock that jumps an hour and back sees both in the log and the metrics, and loses nothing", async () => {
    const { database, url, token } = await prepared();
    const watched = await served(url);
    const people = working(watched.address, token);
    await people.acknowledged(3);
    const hour = 3_600_000;
    const jumps = async () => {
      const figures = await watched.figures();
      return ["forward", "back"].map((direction) => figures[`heed_clock_jumps_total{direction="${direction}"}`]);
    };
    expect(await jumps()).toEqual([0, 0]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hour });
    onTestFinished(() => void vi.useRealTimers());
    expect(await jumps()).toEqual([1, 0]);
    await people.acknowledged(3);
    vi.useRealTimers();
    expect(await jumps()).toEqual([1, 1]);
    const jumped = watched.lines().filter(({ msg }) => msg === "the clock jumped");
    expect(jumped.map(({ seconds = 0 }) => Math.round(seconds / 60))).toEqual([60, -60]);
    await people.acknowledged(3);
    await people.stop();
    await expectNothingLost(database, people.told);
    expect([...people.told.statuses.keys()]).toEqual([201]);
    // Who verifies the audit is told, too: what was recorded after the jump back lies before what it follows.
    expect((await verifyAudit(database)).clockWentBack.records).toBeGreaterThan(0);
  });
});
