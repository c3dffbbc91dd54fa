import { execFile, spawn } from "node:child_process";
import { chmod, copyFile, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings, personAs } from "@heed/core";
import { openDatabase, performAct, startSession, usualSessionLimits } from "@heed/store";
import { describe, expect, onTestFinished, test } from "vitest";
import { world as worldRecord } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { ended, inOwnProcess, program, root, start, worldDatabase } from "./heed.ts";

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "heed-backup-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describeDatabase("a backup", (open) => {
  test("is made while acts are performed, and restored: nothing acknowledged before it is missing", async () => {
    const [{ database, url }, { database: other, url: otherUrl }] = [await open(), await open()];
    await imported(database, worldRecord);
    const signedIn = { id: "maes", name: "E. Maes", claimed: [{ role: "parliament" as const, organizations: [] }] };
    await startSession(database, signedIn, usualSessionLimits, new Date().toISOString());
    const file = join(await folderOfTest(), "record.backup");
    let isOver = false;
    const acknowledged: string[] = [];
    const acting = (async () => {
      while (!isOver) {
        const id = `act-${acknowledged.length}`;
        await performAct(database, {
          followUp: "2013-02-just",
          act: "observe",
          input: { by: "GRETA", text: id },
          person: personAs({ id: "maes", name: "E. Maes", role: "editor", organizations: [] }),
          systemUser: "tester",
          at: "2015-06-30T10:00:00Z",
          settings: defaultSettings,
          newId: () => id,
        });
        acknowledged.push(id);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(2);
    const before = [...acknowledged];
    const made = await ended(start(["database", "backup", file, "--format", "json"], url));
    isOver = true;
    await acting;
    expect(made).toMatchObject({ code: 0, stderr: "" });
    const { audit, sound } = JSON.parse(made.stdout);
    expect(sound).toBe(true);
    expect(audit.lastCheckpoint.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    // A database that has content is not replaced.
    const again = await ended(start(["database", "backup", file], url));
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toMatch(/^heed: .* is there already; nothing is written over it\n$/);
    const over = await ended(start(["database", "restore", file], url));
    expect(over).toMatchObject({ code: 2, stdout: "" });
    expect(over.stderr).toMatch(/is there already|is not empty/);

    const target = await emptied(other, otherUrl);
    const restored = await ended(
      start(["database", "restore", file, "--checkpoint", audit.lastCheckpoint.hash], target),
    );
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(restored.stdout).toContain(audit.lastCheckpoint.hash);
    const shown = await ended(start(["follow-up", "show", "2013-02-just", "--format", "json"], target));
    for (const id of before) expect(shown.stdout).toContain(`"${id}"`);
    expect((await ended(start(["database", "check"], target))).code).toBe(0);
    // Who signed out since is not signed in again.
    const held = await openDatabase(target, { mode: "read" });
    onTestFinished(() => held.close());
    expect(await database.all("SELECT digest FROM session")).toHaveLength(1);
    expect(await held.all("SELECT digest FROM session")).toEqual([]);
    const search = ["recommendation", "list", "--search", "victims", "--format", "json"];
    const found = await ended(start(search, target));
    expect(JSON.parse(found.stdout).items.length).toBeGreaterThan(0);
    expect(found.stdout).toBe((await ended(start(search, url))).stdout);
    expect(
      (await ended(start(["database", "restore", file, "--checkpoint", "0".repeat(64)], await emptied(other, target))))
        .code,
    ).toBe(4);
  });

  test("of something else is refused, and leaves nothing", async () => {
    const { database, url } = await open();
    const folder = await folderOfTest();
    const file = join(folder, "some.backup");
    await writeFile(file, "no backup at all");
    const refused = await ended(start(["database", "restore", file], await emptied(database, url)));
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^heed: .*some.backup is not a backup of Heed\n$/);
    const nothing = await ended(
      start(["database", "backup", join(folder, "none.backup")], await emptied(database, url)),
    );
    expect(nothing).toMatchObject({ code: 3, stdout: "" });
    expect(await readdir(folder)).toEqual(["some.backup"]);
  });

  test("says which program of PostgreSQL it lacks", async () => {
    const { database, url } = await open();
    if (database.dialect === "sqlite") return;
    const folder = await folderOfTest();
    const lacking = { HEED_POSTGRESQL_PROGRAMS: folder };
    const made = await ended(start(["database", "backup", join(folder, "x")], url, lacking));
    expect(made).toMatchObject({ code: 3, stdout: "" });
    expect(made.stderr).toMatch(/^heed: pg_dump is not there: install/);
    expect(await readdir(folder)).toEqual([]);
  });

  test("of a damaged file is refused", async () => {
    const { database, url } = await open();
    if (database.dialect !== "sqlite") return;
    await imported(database, worldRecord);
    await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    const folder = await folderOfTest();
    const copy = join(folder, "copy.sqlite");
    await copyFile(url.slice("file:".length), copy);
    // Overwrites a page in the middle.
    await new Promise((resolve, reject) =>
      execFile("dd", ["if=/dev/urandom", `of=${copy}`, "bs=4096", "seek=60", "count=3", "conv=notrunc"], (error) =>
        error ? reject(error) : resolve(undefined),
      ),
    );
    const refused = await ended(start(["database", "restore", copy], `file:${join(folder, "restored.sqlite")}`));
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/^heed: .*damaged/);
    expect(await readdir(folder)).toEqual(["copy.sqlite"]);
  });
});

/** Runs a command as a user who may write only where everybody may: root may write everywhere. */
function startAsNobody(args: readonly string[], url: string) {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return spawn(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1" },
    ...nobody,
  });
}

describe("a folder that cannot be written", () => {
  async function backedUp() {
    const { heed } = await worldDatabase(inOwnProcess);
    const folder = await folderOfTest();
    const file = join(folder, "record.backup");
    await heed("database", "backup", file);
    await chmod(file, 0o444);
    await chmod(folder, 0o555);
    const target = await folderOfTest();
    await chmod(target, 0o777);
    return { folder, file, target };
  }

  test("may hold the backup that is restored", async () => {
    const { folder, file, target } = await backedUp();
    const restored = await ended(startAsNobody(["database", "restore", file], `file:${target}/heed.sqlite`));
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(await readdir(folder)).toEqual(["record.backup"]);
  });

  test("is told when the database is in it", async () => {
    const { folder, file } = await backedUp();
    for (const args of [["overdue"], ["serve", "--port", "0"], ["audit", "verify"]]) {
      const refused = await ended(startAsNobody(args, `file:${file}`));
      expect(refused, args.join(" ")).toMatchObject({ code: 3, stdout: "" });
      expect(refused.stderr).toBe(
        `heed: ${file} cannot be opened: its folder is read-only, and files beside it (-wal, -shm) must be written\n`,
      );
    }
    expect(await readdir(folder)).toEqual(["record.backup"]);
  });
});

/** What pg_dump says on a full disk; a limit of the shell would end it before it says anything. */
const fullDump = `#!/bin/sh
echo 'pg_dump: error: could not write to output file: No space left on device' >&2
exit 1
`;

describeDatabase("a backup that cannot be finished", (open) => {
  test("names its file when the disk is full, with 74, and leaves nothing", async () => {
    const { database, url } = await open();
    await imported(database, worldRecord);
    const folder = await folderOfTest();
    const file = join(folder, "record.backup");
    const programs = await folderOfTest();
    if (database.dialect === "sqlite") await database.all("PRAGMA wal_checkpoint(TRUNCATE)");
    else await writeFile(join(programs, "pg_dump"), fullDump, { mode: 0o755 });
    const line = `ulimit -f 500; exec "$@"`;
    const child = spawn("bash", ["-c", line, "bash", process.execPath, program, "database", "backup", file], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, HEED_DATABASE: url, NO_COLOR: "1", HEED_POSTGRESQL_PROGRAMS: programs },
    });
    const full = await ended(child);
    expect(full.stderr).toBe(`heed: ${file} cannot be written: its disk is full\n`);
    expect(full).toMatchObject({ code: 74, stdout: "" });
    expect(await readdir(folder)).toEqual([]);
  });

  test("leaves nothing that the next one does not remove", async () => {
    const { database, url } = await open();
    await imported(database, worldRecord);
    const folder = await folderOfTest();
    const file = join(folder, "record.backup");
    for (const signal of ["SIGTERM", "SIGKILL"] as const) {
      const child = start(["database", "backup", file], url);
      const end = ended(child);
      await expect.poll(() => readdir(folder), { timeout: 60_000, interval: 5 }).not.toEqual([]);
      child.kill(signal);
      await end;
      if (signal === "SIGTERM") expect((await readdir(folder)).filter((name) => name !== "record.backup")).toEqual([]);
      await rm(file, { force: true });
    }
    await writeFile(join(folder, "other.backup.1-12345678.partial"), "of another file");
    expect((await ended(start(["database", "backup", file], url))).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(["other.backup.1-12345678.partial", "record.backup"]);
  });
});

/** An empty place: a path without a file, or a database without tables. */
async function emptied(database: import("@heed/store").Database, url: string): Promise<string> {
  if (database.dialect === "sqlite") return `file:${join(await folderOfTest(), "new.sqlite")}`;
  await database.run("DROP SCHEMA public CASCADE");
  await database.run("CREATE SCHEMA public");
  return url;
}
