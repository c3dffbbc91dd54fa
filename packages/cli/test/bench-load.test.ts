import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultSettings } from "@heed/core";
import { checkProjections, openDatabase, rebuildProjections, verifyAudit } from "@heed/store";
import { expect, onTestFinished, test } from "vitest";

const loader = fileURLToPath(new URL("../../../bench/dist/load/load-sqlite.js", import.meta.url));

const derived = ["responsibility", "owed", "standing", "late_year", "late_count", "progress_count"];

test("a database that the benchmarks fill is one that Heed itself would have written", {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "heed-bench-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, "world.sqlite");
  const { status, stderr } = spawnSync(process.execPath, [loader, file, "300", "42"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });

  const database = await openDatabase(`file:${file}`, { mode: "write" });
  onTestFinished(() => database.close());
  const rows = () =>
    Promise.all(
      derived.map(async (table) =>
        (await database.all(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort(),
      ),
    );
  const filled = await rows();
  expect(filled.filter((each) => each.length === 0)).toEqual([]);
  // The benchmarks write no records of the register, and its chains are checked before those of follow-ups.
  expect((await verifyAudit(database)).fault).toMatchObject({ kind: "organization", sequence: 1 });
  expect((await checkProjections(database, defaultSettings)).differences).toEqual([]);
  await rebuildProjections(database, defaultSettings);
  expect(await rows()).toEqual(filled);
});
