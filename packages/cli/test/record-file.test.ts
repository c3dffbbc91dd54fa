import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Ended, freshDatabase, worldDatabase } from "./heed.ts";

const nothingNew = "nothing is new, nothing was changed";
const editor = ["--as", "E. Maes", "--role", "editor"];

type Heed = (...args: string[]) => Promise<Ended>;

async function ok(heed: Heed, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await heed(...args);
  expect(code, stderr).toBe(0);
  return stdout;
}

async function fresh(): Promise<{ heed: Heed; url: string; folder: string }> {
  const made = await freshDatabase();
  await ok(made.heed, "database", "upgrade");
  return made;
}

test("a record file has the changes of the settings: the same is overdue in another database", async () => {
  const { heed, folder } = await worldDatabase();
  const overdue = (of: Heed) => ok(of, "overdue", "--as-of", "2018-06-30");
  const before = await overdue(heed);
  const change = (of: Heed, ...set: string[]) =>
    ok(of, "settings", "change", ...set, "--from", "2009-01-01", "--reason", "Agreed.", ...editor);
  await change(heed, "--set", "verificationPeriod=1 months", "--set", "dueSoonDays=14");
  expect(await overdue(heed)).not.toBe(before);
  const file = join(folder, "record.json");
  await ok(heed, "export", "--to", file);

  const other = await fresh();
  expect(await ok(other.heed, "import", file)).not.toContain("settings");
  expect(await overdue(other.heed)).toBe(await overdue(heed));
  expect(await ok(other.heed, "settings", "history")).toBe(await ok(heed, "settings", "history"));
  await ok(other.heed, "database", "check");
  await ok(other.heed, "audit", "verify");
});

test("settings of a file hold for all that a database has, and are told; others from the same day are refused", async () => {
  const [one, two, three] = [await worldDatabase(), await worldDatabase(), await worldDatabase()];
  const change = (of: Heed, amount: number) =>
    ok(
      of,
      ...["settings", "change", "--set", `verificationPeriod=${amount} months`, "--from", "2009-01-01"],
      ...["--reason", "Agreed.", ...editor],
    );
  await change(one.heed, 9);
  const file = join(one.folder, "record.json");
  await ok(one.heed, "export", "--role", "editor", "--to", file);

  const told = await ok(two.heed, "import", file);
  expect(told).toContain("a change of the settings is new: it holds for all that this database has");
  expect(told).toContain("from 2009-01-01: verificationPeriod");
  const overdue = (of: Heed) => ok(of, "overdue", "--as-of", "2018-06-30");
  expect(await overdue(two.heed)).toBe(await overdue(one.heed));
  await ok(two.heed, "database", "check");

  await change(three.heed, 3);
  const refused = await three.heed("import", file);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/changes\.verificationPeriod: .*9.*: this database has .*3.* from the same day/);

  const wrong = join(one.folder, "wrong.json");
  await writeFile(
    wrong,
    (await readFile(file, "utf8")).replace(/"verificationPeriod":\{[^}]*\}/, '"timeZone":"Nowhere/Else"'),
  );
  expect(await (await fresh()).heed("import", wrong)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("there is no such time zone"),
  });
});

test("a closed cycle comes back with its frozen snapshot; one that came closed without one says so", async () => {
  const { heed, folder } = await worldDatabase();
  await ok(heed, "cycle", "close", "2012", ...editor);
  const show = (of: Heed) => ok(of, "cycle", "show", "2012");
  expect(await show(heed)).not.toContain("\n0 follow-ups");
  const file = join(folder, "record.json");
  await ok(heed, "export", "--role", "editor", "--to", file);
  expect(await ok(heed, "import", file)).toContain(nothingNew);

  const other = await fresh();
  await ok(other.heed, "import", file);
  expect(await show(other.heed)).toBe(await show(heed));
  await ok(other.heed, "audit", "verify");

  const text = await readFile(file, "utf8");
  const without = join(folder, "without.json");
  await writeFile(without, text.replace(/"cycleSnapshots": \[[\s\S]*\n {2}\]/, '"cycleSnapshots": []'));
  const third = await fresh();
  await ok(third.heed, "import", without);
  expect(await show(third.heed)).toContain("It has no snapshot: it came closed from a file, and the file had none.");
  const frozen = await third.heed("import", file);
  expect([frozen.code, frozen.stderr]).toEqual([
    2,
    expect.stringContaining("the cycle is known with another snapshot"),
  ]);
});

test("what the public may see is told as such: nothing new in its own database, and what differs in another", async () => {
  const { heed, folder } = await worldDatabase();
  const [seen, whole] = [join(folder, "public.json"), join(folder, "whole.json")];
  await ok(heed, "export", "--to", seen);
  await ok(heed, "export", "--role", "editor", "--to", whole);
  const own = await ok(heed, "import", seen);
  expect(own).toContain(nothingNew);
  expect(own).toContain("the file was exported for a reader who may not see all (public)");
  expect(await ok(heed, "import", whole)).not.toContain("may not see all");

  const other = await fresh();
  expect(await ok(other.heed, "import", seen)).toContain("may not see all (public)");
  const refused = await other.heed("import", whole);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(
    /there is an entry with this id and another content: evidence is known as .*, and is here/,
  );
});

test("a level that was set by command comes back into its own database", async () => {
  const { heed, folder } = await worldDatabase();
  const level = ["--level", "partiallyImplemented", "--on", "2015-03-01", "--reason", "en:Of little weight."];
  await ok(heed, "recommendation", "override-level", "2011-04", ...level, "--as", "A. Lambert", "--role", "assessor");
  const file = join(folder, "record.json");
  await ok(heed, "export", "--role", "editor", "--to", file);
  expect(await ok(heed, "import", file)).toContain(nothingNew);
  await writeFile(file, (await readFile(file, "utf8")).replace("Of little weight", "Of no weight"));
  expect((await heed("import", file)).stderr).toContain(
    'it is known with another content; nothing is overwritten: reason.en is known as "Of little weight.", and is here "Of no weight."',
  );
});

test("a refused import tells that the database that was made for it is empty", async () => {
  const { heed, folder } = await freshDatabase();
  const file = join(folder, "wrong.yaml");
  await writeFile(
    file,
    "heed: record/1\nreports: [{ id: r, reference: R, issuingBody: nobody, reportingYear: 2020 }]\n",
  );
  const { code, stderr } = await heed("import", file, "--create");
  expect(code).toBe(2);
  expect(stderr).toContain("Nothing was written to it: it is empty, and stays for the next import.");
  expect(await ok(heed, "report", "list")).toContain("0 reports");
});
