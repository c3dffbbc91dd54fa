import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { RecordFile } from "@heed/core";
import { checkProjections, type Database, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: [{ id: "rec", report: "r", reference: "1", text: { en: "Train the inspectors." } }],
  followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
});

/** A process of its own, from source, that acts; `lines` are what it has reported so far. */
async function acting(url: string, name: string, acts: number, version?: number) {
  const program = fileURLToPath(new URL("acting-process.ts", import.meta.url));
  const args = [url, name, String(acts), ...(version === undefined ? [] : [String(version)])];
  const child = spawn(process.execPath, ["--conditions=heed:source", "--import", "tsx", program, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: string[] = [];
  let rest = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    child.emit("told");
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.on("close", () => child.emit("told"));
  await told(child, lines, 1);
  return {
    lines,
    ended,
    begin: () => child.stdin.write("begin\n"),
    told: (count: number) => told(child, lines, count),
    kill: () => child.kill("SIGKILL"),
  };
}

async function told(child: ChildProcess, lines: readonly string[], count: number): Promise<void> {
  while (lines.length < count && child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("told", resolve));
}

async function entryIds(database: Database): Promise<string[]> {
  return (await database.all<{ id: string }>("SELECT id FROM entry ORDER BY id")).map(({ id }) => id);
}

async function expectWhole(database: Database, acts: number): Promise<void> {
  const audit = await verifyAudit(database);
  expect(audit.fault).toBeUndefined();
  // Each thing that the import brought has a record too.
  expect(audit.records - audit.things).toBe(1 + acts);
  expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
}

describeDatabase("processes of their own on one follow-up", (open) => {
  test("that read the same version: one wins, the other gets a conflict", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const both = await Promise.all([acting(url, "one", 1, 1), acting(url, "other", 1, 1)]);
    for (const each of both) each.begin();
    await Promise.all(both.map(({ ended }) => ended));
    const answers = both.map(({ lines }) => lines[1] ?? "").sort();
    expect(answers).toEqual([expect.stringMatching(/^(one|other)-0$/), "versionConflict"]);
    expect(await entryIds(database)).toEqual([answers[0]]);
    await expectWhole(database, 1);
  });

  test("that add to whatever stands there: nothing is lost or doubled, in one chain", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const both = await Promise.all([acting(url, "one", 15), acting(url, "other", 15)]);
    for (const each of both) each.begin();
    await Promise.all(both.map(({ ended }) => ended));
    const acknowledged = both.flatMap(({ lines }) => lines.slice(1)).sort();
    expect(acknowledged).toHaveLength(30);
    expect(await entryIds(database)).toEqual(acknowledged);
    await expectWhole(database, 30);
  });

  test("one of them killed while it acts: every acknowledged act is there, and at most one more", async () => {
    const { database, url } = await open();
    await imported(database, record);
    const child = await acting(url, "one", 100_000);
    child.begin();
    await child.told(12);
    child.kill();
    await child.ended;
    const acknowledged = child.lines.slice(1);
    expect(acknowledged.length).toBeGreaterThan(10);
    const kept = await entryIds(database);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
    expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
    await expectWhole(database, kept.length);
  });
});
