import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import { describe, expect, onTestFinished, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { ended, freshDatabase, inOwnProcess, program, start, world, worldDatabase } from "./heed.ts";
import { largeFile } from "./large-file.ts";
import { api, serving } from "./serving.ts";

/**
 * Runs a command whose files may not grow beyond a number of kilobytes: as if the disk were full, on any machine and
 * for any user.
 */
function startWithin(kilobytes: number) {
  return (args: readonly string[], url: string) =>
    spawn("bash", ["-c", `ulimit -f ${kilobytes}; exec "$@"`, "bash", process.execPath, program, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1" },
    });
}

async function rowsOf(count: number) {
  const folder = await mkdtemp(join(tmpdir(), "heed-failing-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return largeFile(folder, count);
}

const oneLine = /^heed: [^\n]+\n$/;

test("an import on a full disk ends with 3 and why, leaves nothing, and can be made again", async () => {
  const { heed, url } = await freshDatabase(inOwnProcess);
  await heed("database", "upgrade");
  const { csv, mapping } = await rowsOf(500);
  const full = await ended(startWithin(1200)(["import", csv, "--mapping", mapping], url));
  expect(full).toMatchObject({ code: 3, stdout: "" });
  expect(full.stderr).toMatch(oneLine);
  expect(full.stderr).toMatch(/disk/);
  expect(full.stderr).not.toContain("rollback");
  expect((await heed("recommendation", "list", "--format", "json")).stdout).toContain('"items": []');
  expect((await heed("import", csv, "--mapping", mapping)).code).toBe(0);
  expect((await heed("database", "check")).code).toBe(0);
});

test("a service whose file is deleted refuses acts and questions, and ends when it is told", async () => {
  const { heed, url } = await freshDatabase(inOwnProcess);
  await heed("database", "upgrade");
  await heed("import", world);
  const service = await serving(url);
  onTestFinished(() => void service.child.kill("SIGKILL"));
  expect((await service.get("/overdue")).status).toBe(200);
  await rm(url.slice("file:".length));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await service.get("/overdue")).status).toBe(503);
  expect((await service.get("/health")).status).toBe(503);
  service.child.kill("SIGTERM");
  expect((await service.end).code).toBe(0);
});

describe("a service whose log fails", () => {
  async function servedWorld() {
    const { heed, url } = await worldDatabase(inOwnProcess);
    const { stdout } = await heed("token", "create", "--name", "A writer", "--role", "editor");
    const token = /heed_\w+_[\w-]+/.exec(stdout)?.[0] ?? "";
    const service = await serving(url);
    onTestFinished(() => void service.child.kill("SIGKILL"));
    const at = `${service.address}${api}/followUps/2015-01-just`;
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const act = async () => {
      const asked = await fetch(at, { headers });
      if (asked.status !== 200) return asked.status;
      const body = JSON.stringify({ by: "GRETA", text: "seen" });
      const tag = { "If-Match": asked.headers.get("etag") ?? "" };
      return (await fetch(`${at}/observations`, { method: "POST", headers: { ...headers, ...tag }, body })).status;
    };
    return { heed, file: url.slice("file:".length), service, act };
  }

  test("refuses acts once it was truncated, and leaves the database as it is when it stops", async () => {
    const { heed, file, service, act } = await servedWorld();
    for (let acts = 0; acts < 3; acts += 1) expect(await act()).toBe(201);
    const before = await readFile(file);
    await truncate(`${file}-wal`, 0);
    expect(await act()).toBe(503);
    // Another process sees it too, although the log would look like that of a new database.
    expect(await heed("token", "create", "--name", "Another", "--role", "editor")).toMatchObject({ code: 3 });
    service.child.kill("SIGTERM");
    expect((await service.end).code).toBe(0);
    expect((await readFile(file)).equals(before)).toBe(true);
    expect((await heed("database", "check")).code).toBe(0);
  });

  test("refuses acts once its index was deleted, and keeps what another process wrote meanwhile", async () => {
    const { heed, file, service, act } = await servedWorld();
    expect(await act()).toBe(201);
    await rm(`${file}-shm`);
    expect((await heed("token", "create", "--name", "Another", "--role", "editor")).code).toBe(0);
    expect(await act()).toBe(503);
    service.child.kill("SIGTERM");
    expect((await service.end).code).toBe(0);
    expect((await heed("token", "list")).stdout).toContain("Another");
    expect((await heed("database", "check")).code).toBe(0);
  });
});

describe("a database is made when it is asked for", () => {
  test("serve makes none by itself, and one for its owner alone when it is told to", async () => {
    const { folder, url } = await freshDatabase(inOwnProcess);
    const refused = await ended(start(["serve", "--port", "0"], url));
    expect(refused).toMatchObject({ code: 3, stdout: "" });
    expect(refused.stderr).toMatch(/^heed: there is no database at .*; make it with: heed database upgrade\n$/);
    const service = await serving(url, ["--create"]);
    service.child.kill("SIGTERM");
    expect((await service.end).code).toBe(0);
    expect((await stat(join(folder, "heed.sqlite"))).mode & 0o777).toBe(0o600);
  });

  test("another program's file is left as it is", async () => {
    const { heed, folder, url } = await freshDatabase(inOwnProcess);
    const file = join(folder, "heed.sqlite");
    const { default: Libsql } = await import("libsql");
    const foreign = new Libsql(file);
    foreign.exec("CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('https://example.org')");
    foreign.close();
    const before = await stat(file);
    for (const args of [
      ["overdue"],
      ["database", "upgrade"],
      ["import", world],
      ["serve", "--create", "--port", "0"],
    ]) {
      const refused = await heed(...args);
      expect(refused, args.join(" ")).toMatchObject({ code: 3, stdout: "" });
      expect(refused.stderr).toMatch(/^heed: .* is the database of another program; it was left as it is\n$/);
    }
    expect(await stat(file)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
    void url;
  });

  test("what may be confidential is exported for its owner alone", async () => {
    const { heed, folder } = await freshDatabase(inOwnProcess);
    await heed("database", "upgrade");
    await heed("import", world);
    const file = join(folder, "all.json");
    await writeFile(file, "");
    await chmod(file, 0o644);
    await heed("export", "--role", "editor", "--to", file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describeDatabase("a command whose database fails", (open) => {
  test("is told of another program's tables, and changes nothing", async () => {
    const { database, url } = await open();
    if (database.dialect === "sqlite") return;
    await database.run("DROP SCHEMA public CASCADE");
    await database.run("CREATE SCHEMA public");
    await database.run("CREATE TABLE bookmarks (url TEXT)");
    for (const args of [["overdue"], ["database", "upgrade"]]) {
      const refused = await ended(start(args, url));
      expect(refused).toMatchObject({ code: 3, stdout: "" });
      expect(refused.stderr).toMatch(/^heed: the database holds the tables of another program/);
    }
    expect(await database.all("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([
      { tablename: "bookmarks" },
    ]);
  });

  test("ends with 3 and one line when its connection ends in the middle, and leaves nothing", async () => {
    const { database, url } = await open();
    if (database.dialect === "sqlite") return;
    const { csv, mapping } = await rowsOf(3000);
    const importing = ended(start(["import", csv, "--mapping", mapping], url));
    await expect
      .poll(
        () =>
          database.all(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
            AND pid <> pg_backend_pid() AND xact_start IS NOT NULL AND query LIKE 'INSERT INTO%'`),
        { timeout: 30_000, interval: 10 },
      )
      .not.toEqual([]);
    const { code, stdout, stderr } = await importing;
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(oneLine);
    const again = await openDatabase(url, { mode: "read" });
    expect(await again.all("SELECT count(*) AS count FROM recommendation")).toEqual([{ count: 0 }]);
    await again.close();
  });
});
