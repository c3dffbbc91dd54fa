import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { databaseBeforeInitial } from "../../store/test/before-initial.ts";
import { exitCodes } from "../src/process/exit-codes.ts";
import { freshDatabase, inOwnProcess, root, worldDatabase } from "./heed.ts";

test("docs/exit-codes.md lists every exit code", () => {
  const page = readFileSync(join(root, "docs", "exit-codes.md"), "utf8");
  const listed = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual([...new Set(Object.values(exitCodes))].sort((a, b) => a - b));
});

test("wrong input is 2, and one clear line", async () => {
  const { heed, url } = await worldDatabase();
  expect((await inOwnProcess(["overdue", "--colour"], url)).code).toBe(2);
  for (const [args, line] of [
    [["overdue", "--as-of", "2015-02-31"], "It is not a calendar day"],
    [["overdue", "--as-of", "31/02/2020"], "It is not a calendar day"],
    [["overdue", "--kind", "respons"], "Allowed choices are response"],
    [["overdue", "--colour"], "unknown option '--colour'"],
    [["overdu"], "Did you mean overdue?"],
    [["progress", "--matrix", "--theme", "victims"], "cannot be used with option"],
    [["overdue", "--responsible", "nobody"], '--responsible: "nobody": no organization has this id, code or name'],
    [["overdue", "--report", "1999"], "no report has this id or reference"],
    [["recommendation", "show", "1999-01"], "no recommendation has the reference 1999-01"],
    [["follow-up", "show", "2011-03"], "has several addressees; name one by --addressee"],
    [["follow-up", "show", "2011-03-just", "--known-at", "soon"], "write 2015-06-30"],
    [["import", "README.md"], "not a record in Heed's own format"],
    [["import", "nowhere.yaml"], "nowhere.yaml"],
    [["--database", "mysql://x", "overdue"], "a database URL begins with file: or postgresql://, not with mysql:"],
  ] as [string[], string][]) {
    const { code, stdout, stderr } = await heed(...args);
    expect(code, args.join(" ")).toBe(2);
    expect(stderr).toMatch(/^heed: /);
    expect(stderr).toContain(line);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
  }
});

test("a database that cannot be used is 3", async () => {
  const { heed, folder } = await freshDatabase(inOwnProcess);
  const missing = await heed("overdue");
  expect(missing.code).toBe(3);
  expect(missing.stderr).toMatch(/^heed: there is no database at .*; make it with: heed database upgrade\n$/);
  await writeFile(join(folder, "heed.sqlite"), "this is no database, but long enough to look like one".repeat(50));
  expect((await heed("overdue")).code).toBe(3);
  const nobody = await heed("--database", "postgresql://heed:secret@127.0.0.1:1/heed", "overdue");
  expect(nobody.code).toBe(3);
  expect(nobody.stderr).not.toContain("secret");
});

test("a database of before the first release is upgraded, and an older one is 3 and left as it is", async () => {
  const { heed, url } = await freshDatabase();
  const before = await databaseBeforeInitial({ dialect: "sqlite" }, url);
  const on = (...args: string[]) => heed("--database", before, ...args);
  const { openDatabase } = await import("@heed/store");
  const inPlace = async (statement: string) => {
    const database = await openDatabase(before, { mode: "asItIs" });
    await database.run(statement);
    await database.close();
  };
  await inPlace("UPDATE _prisma_migrations SET rolled_back_at = finished_at WHERE migration_name LIKE '%_coordinator'");
  for (const args of [["overdue"], ["database", "upgrade"], ["serve", "--port", "0"]]) {
    const older = await on(...args);
    expect(older.code, args.join(" ")).toBe(3);
    expect(older.stderr).toMatch(/^heed: the database has a schema of before the first release.* \(heed import\)\n$/);
  }
  await inPlace("UPDATE _prisma_migrations SET rolled_back_at = NULL");
  const behind = await on("overdue");
  expect(behind).toMatchObject({ code: 3, stderr: expect.stringContaining("run: heed database upgrade") });
  expect((await on("database", "upgrade")).code).toBe(0);
  expect((await on("database", "check")).code).toBe(0);
  expect(JSON.parse((await on("overdue", "--as-of", "2024-06-03", "--format", "json")).stdout).total).toBe(2);
});

test("a projection that does not follow from its entries is 4", async () => {
  const { heed, url } = await worldDatabase(inOwnProcess);
  const { openDatabase } = await import("@heed/store");
  const database = await openDatabase(url, { mode: "write" });
  await database.run("UPDATE owed SET late_until = '2016-01-01' WHERE follow_up_id = '2013-02-just'");
  await database.close();
  const check = await heed("database", "check");
  expect(check.code).toBe(4);
  expect(check.stdout).toContain("2013-02-just");
  await heed("database", "rebuild");
  expect((await heed("database", "check")).code).toBe(0);
});

test("the program tells its version", async () => {
  const { heed } = await freshDatabase(inOwnProcess);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(await heed("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});
