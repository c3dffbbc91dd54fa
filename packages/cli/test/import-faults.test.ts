import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";

const faults = join(sharedData, "faults");

async function record() {
  const { heed, folder } = await freshDatabase();
  await heed("database", "upgrade");
  const json = async (...args: string[]) => {
    const { code, stdout, stderr } = await heed(...args, "--format", "json");
    expect([0, 2], stderr).toContain(code);
    return { code, stderr, ...JSON.parse(stdout || "{}") };
  };
  const take = (file: string, mapping: string, ...more: string[]) =>
    json("import", file, "--mapping", mapping, ...more);
  const standingOn = async (day: string, reference = "B", ...more: string[]) => {
    const shown = await json("recommendation", "show", reference, "--as-of", day, ...more);
    return shown.followUps?.[0];
  };
  const late = async (day: string, ...more: string[]) =>
    (await json("overdue", "--as-of", day, ...more)).total as number;
  return { heed, folder, take, json, standingOn, late };
}

describe.skipIf(!hasSharedData)("files that imports once took wrongly (../shared/data/faults)", () => {
  const fault = (name: string) => join(faults, name);

  test("are each imported by a test", async () => {
    const here = fileURLToPath(new URL(".", import.meta.url));
    const tests = (await readdir(here)).filter((name) => name.endsWith(".test.ts"));
    const texts = (await Promise.all(tests.map((name) => readFile(join(here, name), "utf8")))).join("\n");
    expect((await readdir(faults)).filter((name) => !texts.includes(name))).toEqual([]);
  });

  test("a later edition leaves what an earlier one did not show absent on its day", async () => {
    const { take, standingOn, late, heed } = await record();
    expect((await take(fault("edition-2023.csv"), fault("edition-2023.yaml"))).created).toMatchObject({ entries: 0 });
    expect(await late("2023-10-01")).toBe(1);
    const second = await take(fault("edition-2024.csv"), fault("edition-2024.yaml"));
    expect(second).toMatchObject({ created: { entries: 1 }, unchanged: 1, correctedEntries: 0 });
    expect(await late("2023-10-01")).toBe(1);
    expect(await standingOn("2023-10-01")).toMatchObject({ position: "awaiting", timeliness: "overdue" });
    expect(await standingOn("2023-10-02")).toMatchObject({ position: "undetermined", timeliness: "undetermined" });
    expect(await late("2024-03-16")).toBe(0);
    expect(await standingOn("2024-03-17")).toMatchObject({ position: "answeredNotStated" });
    // Importing the same editions again changes nothing, in any order.
    for (const year of ["2023", "2024", "2023"])
      expect(await take(fault(`edition-${year}.csv`), fault(`edition-${year}.yaml`))).toMatchObject({
        created: { entries: 0 },
        correctedEntries: 0,
        unchanged: 1,
      });
    expect(await late("2023-10-01")).toBe(1);
    expect((await heed("database", "check")).code).toBe(0);
    expect((await heed("audit", "verify")).code).toBe(0);
  });

  test("the later edition first comes to the same", async () => {
    const { take, standingOn, late, heed } = await record();
    await take(fault("edition-2024.csv"), fault("edition-2024.yaml"));
    expect(await standingOn("2023-10-01")).toMatchObject({ position: "undetermined" });
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const earlier = await take(fault("edition-2023.csv"), fault("edition-2023.yaml"));
    expect(earlier).toMatchObject({ created: { entries: 0 }, correctedEntries: 1 });
    expect(await late("2023-10-01")).toBe(1);
    expect(await late("2023-10-01", "--known-at", before)).toBe(0);
    expect(await standingOn("2023-10-02")).toMatchObject({ position: "undetermined" });
    expect(await standingOn("2024-03-17")).toMatchObject({ position: "answeredNotStated" });
    const said = JSON.parse((await heed("recommendation", "show", "B", "--format", "json")).stdout);
    // The words of the newest edition, and beside them those of the other one.
    expect(said.recommendation.source).toMatchObject({ said: { status: "completed" } });
    expect((await heed("audit", "verify")).code).toBe(0);
  });

  test("the source's own words follow its editions, with their history", async () => {
    const { take, json } = await record();
    await take(fault("edition-2023.csv"), fault("edition-2023.yaml"));
    await take(fault("edition-2024.csv"), fault("edition-2024.yaml"));
    expect((await json("recommendation", "show", "B")).recommendation.source).toMatchObject({
      said: { status: "completed" },
      earlier: [{ file: "edition-2023.csv", said: { status: "overdue" } }],
    });
  });

  test("an addressee that another edition names, and this one does not, is told", async () => {
    const { take, heed } = await record();
    await take(fault("addressees-before.csv"), fault("edition-2023.yaml"));
    const { stdout } = await heed("import", fault("addressees-after.csv"), "--mapping", fault("edition-2024.yaml"));
    expect(stdout).toContain("1 follow-up");
    expect(stdout).toContain("the row does not name this addressee");
    expect(stdout).toContain("row 2 (Council)");
  });

  test.each([
    ["pasted-twice.csv", "published.yaml"],
    ["row-twice.csv", "edition-2023.yaml"],
  ])("a row pasted twice is taken once, and told: %s", async (file, mapping) => {
    const { take, heed } = await record();
    const first = await take(fault(file), fault(mapping));
    expect(first).toMatchObject({ rows: 2, created: { reports: 1, recommendations: 1, followUps: 1 }, unchanged: 0 });
    expect(first.warnings).toMatchObject([{ rows: 1, examples: [{ row: 3, value: "as row 2" }] }]);
    const { stdout } = await heed("import", fault(file), "--mapping", fault(mapping));
    expect(stdout).toContain("1 recommendation was there already");
    expect(stdout).toContain("the row is the same as an earlier one; taken once; such as row 3 (as row 2)");
  });

  test("once in one edition and twice in the next is the same recommendation", async () => {
    const { take } = await record();
    await take(fault("row-once.csv"), fault("edition-2023.yaml"));
    expect(await take(fault("row-twice.csv"), fault("edition-2024.yaml"))).toMatchObject({
      created: { recommendations: 0, followUps: 0, entries: 0 },
      unchanged: 1,
    });
  });

  test("a date of which the year is known is that year, and within it nobody can tell", async () => {
    const { take, heed, standingOn } = await record();
    await take(fault("no-deadline.csv"), fault("no-deadline.yaml"));
    for (const args of [
      ["report", "list"],
      ["report", "show", "R"],
      ["recommendation", "show", "A"],
      ["follow-up", "show", "A"],
    ]) {
      const { stdout, stderr } = await heed(...args, "--as-of", "1995-01-01").then((ended) =>
        ended.code === 0 ? ended : heed(...args),
      );
      expect(stdout, stderr).toMatch(/1990(?!-)/);
      expect(stdout).not.toContain("1990-12-31");
    }
    expect(await standingOn("1990-06-30", "A")).toMatchObject({ timeliness: "undetermined" });
  });

  test("the dry run is the import: same counts, same words, same exit code", async () => {
    const { heed } = await record();
    for (const format of ["table", "json"])
      for (const more of [[], ["--skip-invalid"]]) {
        const args = [
          "import",
          fault("bad-month.csv"),
          "--mapping",
          fault("edition-2023.yaml"),
          "--format",
          format,
          ...more,
        ];
        const dry = await heed(...args, "--dry-run");
        const real = await heed(...args);
        const told = ({ code, stdout, stderr }: typeof dry) => [
          code,
          stdout.replace("Would import", "Imported").replace('"dryRun": true', '"dryRun": false'),
          stderr,
        ];
        expect(told(dry)).toEqual(told(real));
        if (more.length === 0) {
          expect(real.code).toBe(2);
          expect(real.stderr).toContain("nothing was imported: of 2 rows, 1 cannot be taken");
          expect(real.stderr).toContain('row 3, date: "2023-13-04"');
          expect(real.stderr.match(/row 3/g)).toHaveLength(1);
        } else if (format === "table") {
          expect(real.code).toBe(0);
          expect(real.stdout).toContain("1 row was rejected:");
          expect(real.stdout).toContain("1 recommendation");
        }
      }
  });
});
