import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { ended, runKept, start } from "./heed.ts";

const mapping = (more: string) => `heed: mapping/1
name: own
report: { reference: R, issuingBody: Court, publishedOn: 2020-01-31, responsePeriod: none${more} }
recommendation: { reference: "{No}", text: Do }
addressees:
  - names: Police
    entries:
      - { type: progressUpdate, level: fullyImplemented, claim: true, givenOn: "{Day}" }
`;

describeDatabase("a source that knows no verification", (open) => {
  test("owes none on any day, in every list, after an export and with what was known then", async () => {
    const { url } = await open();
    const folder = await mkdtemp(join(tmpdir(), "heed-verification-"));
    const heed = (...args: string[]) => runKept(args, url);
    const owed = async (...more: string[]) =>
      (await heed("overdue", "--as-of", "2025-01-01", "--kind", "verification", "--format", "json", ...more)).stdout;
    await writeFile(join(folder, "a.csv"), "No,Day\n1,2021-03-01\n");
    await writeFile(
      join(folder, "owes.yaml"),
      mapping("").replace("name: own", "name: other").replace("reference: R", "reference: S"),
    );
    await writeFile(join(folder, "none.yaml"), mapping(", verificationPeriod: none"));
    const take = (name: string) => heed("import", join(folder, "a.csv"), "--mapping", join(folder, name));
    expect(await take("none.yaml")).toMatchObject({ code: 0 });
    expect(JSON.parse(await owed())).toMatchObject({ items: [] });
    expect(await take("owes.yaml")).toMatchObject({ code: 0 });
    expect(JSON.parse(await owed()).items).toHaveLength(1);
    const shown = await heed("follow-up", "show", "1", "--report", "R", "--as-of", "2025-01-01");
    expect(shown.stdout).toContain("its source verifies no claims, and owes no verification");
    const check = await heed("database", "check");
    expect(check.code, check.stdout).toBe(0);
    const record = JSON.parse((await heed("export")).stdout) as {
      reports: { reference: string; verificationPeriod?: string }[];
    };
    expect(record.reports.map(({ reference, verificationPeriod }) => [reference, verificationPeriod]).sort()).toEqual([
      ["R", "none"],
      ["S", undefined],
    ]);
    await writeFile(join(folder, "record.json"), JSON.stringify(record));
    const other = await open();
    expect(await ended(start(["import", join(folder, "record.json")], other.url))).toMatchObject({ code: 0 });
    const there = await ended(
      start(["overdue", "--as-of", "2025-01-01", "--kind", "verification", "--format", "json"], other.url),
    );
    expect(JSON.parse(there.stdout).items).toHaveLength(1);
  });
});
