import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { csvLine } from "@heed/files";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData, worldDatabase } from "./heed.ts";

const nothingNew = "nothing is new, nothing was changed";

test("the example world comes back: the same bytes from an empty database, and nothing new in its own", async () => {
  const { heed, folder } = await worldDatabase();
  const file = join(folder, "world.json");
  expect((await heed("export", "--role", "editor", "--to", file)).stderr).toBe("");
  expect((await heed("export", "--role", "editor")).stdout).toBe(await readFile(file, "utf8"));
  expect((await heed("import", file)).stdout).toContain(nothingNew);

  const empty = await freshDatabase();
  await empty.heed("database", "upgrade");
  expect((await empty.heed("import", file)).code).toBe(0);
  expect((await empty.heed("export", "--role", "editor")).stdout).toBe(await readFile(file, "utf8"));
  expect((await empty.heed("database", "check")).code).toBe(0);
});

test("linked data comes back as the record file that it is", async () => {
  const { heed, folder } = await worldDatabase();
  const file = join(folder, "world.jsonld");
  const base = "https://heed.example/v1";
  expect((await heed("export", "--role", "editor", "--format", "jsonld", "--base", base, "--to", file)).stderr).toBe(
    "",
  );
  const { "@context": context, ...record } = JSON.parse(await readFile(file, "utf8"));
  expect(context.organizations["@context"]["@base"]).toBe(`${base}/organizations/`);
  expect(record).toEqual(JSON.parse((await heed("export", "--role", "editor")).stdout));
  expect((await heed("import", file)).stdout).toContain(nothingNew);
});

test.each(["csv", "xlsx"])(
  "a spreadsheet (%s) comes back: nothing new, a new row is taken, a changed one is told",
  async (format) => {
    const { heed, folder } = await worldDatabase();
    const file = join(folder, `world.${format}`);
    const done = await heed("export", "--role", "editor", "--format", format, "--to", file);
    expect(done.code, done.stderr).toBe(0);
    const take = () => heed("import", file, "--mapping", "examples/mappings/heed-export.yaml");
    const same = await take();
    expect(same.stderr).toBe("");
    expect(same.stdout).toContain(nothingNew);
    expect(same.stdout).not.toContain("Warning");
    if (format === "xlsx") return;

    const [header = "", ...rows] = (await readFile(file, "utf8")).split("\r\n");
    const column = (name: string) => header.split(",").indexOf(name);
    const records = parse(rows.join("\r\n"), {}) as string[][];
    const response = records.find(
      (row) => row[column("type")] === "response" && row[column("position")] === "accepted",
    );
    if (response === undefined) throw new Error("the world has a response");
    const write = (...changed: string[][]) =>
      writeFile(file, [header, ...changed.map((row) => csvLine(row))].join("\n"));
    await write(response.with(column("position"), "rejected"));
    expect((await take()).stderr).toContain("says another position");
    await write(
      response.with(column("position"), "rejected").with(column("entry"), "").with(column("reason"), "=SUM(1)"),
    );
    expect((await take()).stdout).toContain("1 entry new");
    const shown = await heed("follow-up", "show", response[column("followUp")] ?? "");
    expect(shown.stdout).toContain("=SUM(1)");
    const claim = records.find((row) => row[column("claim")] === "yes");
    if (claim === undefined) throw new Error("the world has a claim");
    // As a spreadsheet writes what is true, and a word that says nothing.
    const renewed = (said: string) => claim.with(column("entry"), "").with(column("claim"), said);
    await write(renewed("TRUE").with(column("givenOn"), "2015-06-02"));
    expect((await take()).stdout).toContain("1 entry new");
    expect((await heed("follow-up", "show", claim[column("followUp")] ?? "")).stdout).toMatch(/2015-06-02 .* claim/);
    await write(renewed("perhaps").with(column("givenOn"), "2015-06-03"));
    expect((await take()).stdout).toContain("says neither yes nor no under claim");
    await heed("export", "--role", "editor", "--format", "csv", "--to", file);
    expect(await readFile(file, "utf8")).toContain("'=SUM(1)");
    expect((await take()).stdout).toContain(nothingNew);
  },
);

test("a database is never replaced by an export, by its name, a link or a file beside it", async () => {
  const { heed, folder, url } = await worldDatabase();
  const file = url.slice("file:".length);
  await symlink(file, join(folder, "link"));
  const before = await readFile(file);
  for (const to of [file, join(folder, "link"), `${file}-wal`, `${file}-journal`]) {
    const { code, stderr } = await heed("export", "--to", to);
    expect([code, stderr]).toEqual([2, expect.stringContaining("a database is kept there")]);
  }
  expect(await readFile(file)).toEqual(before);
  expect((await heed("audit", "verify")).code).toBe(0);
});

test("an organization without a role is refused: the public speaks for none", async () => {
  const { heed } = await worldDatabase();
  for (const command of [["export"], ["follow-up", "show", "2011-03", "--addressee", "just"]]) {
    const { code, stdout, stderr } = await heed(...command, "--for", "just");
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining("--role respondent")]);
  }
});

test("a file that cannot be written is told, and an export that fails leaves the old file", async () => {
  const { heed, folder } = await worldDatabase();
  const { code, stderr } = await heed("export", "--to", join(folder, "nowhere", "world.json"));
  expect([code, stderr]).toEqual([2, expect.stringContaining("nowhere")]);
  const kept = join(folder, "kept.json");
  await writeFile(kept, "kept");
  expect((await heed("export", "--to", kept, "--role", "respondent", "--for", "nobody")).code).toBe(2);
  expect(await readFile(kept, "utf8")).toBe("kept");
});

describe.skipIf(!hasSharedData)("the coroners' file (../shared/data)", () => {
  test("comes back as the record that was made of it", { timeout: 240_000 }, async () => {
    const { heed, folder } = await freshDatabase();
    await heed("database", "upgrade");
    const source = join(sharedData, "pfd", "pfd_reports_2023-10-01.csv");
    await heed("import", source, "--mapping", "examples/mappings/coroners.yaml");
    const file = join(folder, "coroners.json");
    await heed("export", "--to", file);
    expect((await heed("import", file)).stdout).toContain(nothingNew);

    const empty = await freshDatabase();
    await empty.heed("database", "upgrade");
    await empty.heed("import", file);
    expect((await empty.heed("export")).stdout).toBe(await readFile(file, "utf8"));
    const late = await empty.heed("overdue", "--as-of", "2023-10-01", "--format", "json");
    expect(JSON.parse(late.stdout).total).toBe(1400);
  });
});
