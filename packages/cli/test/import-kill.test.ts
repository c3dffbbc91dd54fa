import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "@heed/core";
import { checkProjections, type Database, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { ended, start } from "./heed.ts";
import { largeFile } from "./large-file.ts";

// scripts/kill-import.mjs runs the same with 100,000 rows and ten moments.
const rows = Number(process.env.HEED_KILL_ROWS ?? 400);
const kills = Number(process.env.HEED_KILLS ?? 3);

/** The warning that others wait while many rows are written, and nothing else. */
const told = /^(heed: \d+ rows are being written; .*\n)?$/;

/** The imported content, without the ids and moments, which differ for each import. */
async function contentOf(database: Database): Promise<unknown> {
  const digestOf = (text: string) => database.all(text);
  return Promise.all([
    digestOf("SELECT count(*) AS count FROM audit_record"),
    digestOf("SELECT count(*) AS count, sum(length(reasons)) AS reasons FROM standing"),
    digestOf(
      "SELECT kind, count(*) AS count, min(due) AS first, max(due) AS last FROM owed GROUP BY kind ORDER BY kind",
    ),
    digestOf("SELECT reference, content_digest, position, length(body) AS body FROM recommendation ORDER BY reference"),
    digestOf("SELECT reference, content_digest FROM report ORDER BY reference"),
    digestOf("SELECT code, name FROM organization ORDER BY code"),
    digestOf(`SELECT r.reference, o.code, f.version, count(e.id) AS entries, min(e.given_on) AS first, max(e.given_on) AS last,
                sum(length(e.body)) AS bodies
              FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN organization o ON o.id = f.addressee_id
                LEFT JOIN entry e ON e.follow_up_id = f.id
              GROUP BY r.reference, o.code, f.version ORDER BY r.reference, o.code`),
  ]);
}

/** Runs `heed database check` and `heed audit verify` and, on SQLite, the check of the file itself. */
async function expectWhole(database: Database): Promise<void> {
  if (database.dialect === "sqlite")
    expect(await database.all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect((await checkProjections(database, defaultSettings)).differences).toEqual([]);
  expect((await verifyAudit(database)).fault).toBeUndefined();
}

async function expectNothingStaged(database: Database): Promise<void> {
  for (const table of ["staged_run", "staged_row", "staged_entry", "staged_key", "staged_name"])
    expect(await database.all(`SELECT count(*) AS count FROM ${table}`)).toEqual([{ count: 0 }]);
}

describeDatabase("an import that is killed", (open) => {
  test("leaves the database whole, and can be made again with the same result", { timeout: 3_600_000 }, async ({
    onTestFinished,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "heed-kill-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const { csv, mapping } = await largeFile(folder, rows);
    const [reference, { database, url }] = [await open(), await open()];
    const importing = (on: string) => start(["import", csv, "--mapping", mapping, "--format", "json"], on);

    const began = performance.now();
    const first = await ended(importing(reference.url));
    expect(first.stderr).toMatch(told);
    const whole = performance.now() - began;

    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      // The kills are spread over the whole import, from reading to deriving, each at another place within its share.
      const share = (kill + ((Math.imul(kill + 7, 2654435761) >>> 0) % 97) / 97) / kills;
      const child = importing(url);
      const end = ended(child);
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.1 + 0.85 * share));
      await end;
      clearTimeout(timer);
      // When an import was faster than the first one it is complete: the remaining kills would test nothing.
      if (child.signalCode !== "SIGKILL") break;
      killed += 1;
      const [found] = await database.all<{ count: number }>("SELECT count(*) AS count FROM recommendation");
      // An import is one transaction: when it was killed after its commit everything is there, and the remaining kills
      // would test nothing.
      if (found?.count === rows) break;
      expect(found).toEqual({ count: 0 });
      expect(await database.all("SELECT count(*) AS count FROM organization")).toEqual([{ count: 0 }]);
      expect(await database.all("SELECT count(*) AS count FROM entry")).toEqual([{ count: 0 }]);
      if (database.dialect === "sqlite")
        expect(await database.all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
      await expectWhole(database);
    }
    expect(killed).toBeGreaterThan(0);

    const again = await ended(importing(url));
    expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(told) });
    const known = JSON.parse(again.stdout).unchanged > 0;
    if (!known) expect(JSON.parse(again.stdout)).toEqual(JSON.parse(first.stdout));
    expect(await contentOf(database)).toEqual(await contentOf(reference.database));
    await expectNothingStaged(database);
    await expectWhole(database);
  });
});
