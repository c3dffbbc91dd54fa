import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@heed/store";
import Libsql from "libsql";
import { expect, onTestFinished, test } from "vitest";

const beginToWrite = `const c = new (require("libsql"))(process.argv[1]); c.exec("BEGIN IMMEDIATE"); console.log("writes")`;

// The driver frees a closed connection when its statements are collected, so one can outlive the close of a database.
test("a connection that outlives the close of its database keeps its locks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "heed-locks-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "heed.sqlite");
  const database = await openDatabase(`file:${file}`, { mode: "upgrade" });
  const outliving = new Libsql(file);
  outliving.exec("BEGIN IMMEDIATE");
  await database.close();

  const other = spawnSync(process.execPath, ["-e", beginToWrite, file], { cwd: import.meta.dirname, encoding: "utf8" });
  expect(other.stderr).toContain("database is locked");
  expect(other.stdout).toBe("");
  outliving.close();
});
