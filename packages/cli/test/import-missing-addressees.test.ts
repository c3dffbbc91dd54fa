import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { runKept } from "./heed.ts";

const mapping = (publishedOn: string) => `heed: mapping/1
name: register
report: { reference: "R {Year}", issuingBody: Ombudsman, reportingYear: "{Year}", ${publishedOn} }
recommendation: { reference: "{Number}", text: "{Text}" }
addressees: [{ names: { column: Addressed to, split: ";" } }]
`;

const organizations = `heed: record/1
organizations:
  - { id: old, code: old, name: { en: Ministry of Labour }, dissolutionDate: 2012-07-01 }
  - { id: new, code: new, name: { en: Ministry of Work }, foundingDate: 2012-07-01 }
  - { id: merged, code: merged, name: { en: Ministry of Mines } }
organizationChanges:
  - { id: end, type: dissolved, on: 2011-01-01, originals: [merged], results: [], recordedAt: 2011-01-01T00:00:00Z }
`;

const rows = `Number,Year,Addressed to,Text,Published
1,2011,Ministry of Labour,Train them.,2012
2,2011,Ministry of Labour; Ministry of Work,Train them.,2012
3,2011,Ministry of Mines,Train them.,2012
4,2011,Ministry of Somewhere,Train them.,2012
`;

const told = "the addressee did not exist on the day of the report; an editor should check who is responsible (R49)";

describeDatabase("an import by a mapping", (open) => {
  test("takes an addressee that did not exist on the day of the report, and says its row, column and day", async () => {
    const folder = await mkdtemp(join(tmpdir(), "heed-missing-"));
    const { url } = await open();
    const heed = (...args: string[]) => runKept(args, url);
    const write = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    await heed("import", await write("organizations.yaml", organizations));
    const file = await write("register.csv", rows);
    const own = await write("register.map.yaml", mapping('publishedOn: "2012-03-01"'));
    const dry = await heed("import", file, "--mapping", own, "--dry-run");
    const json = await heed("import", file, "--mapping", own, "--dry-run", "--format", "json");
    expect(JSON.parse(json.stdout).warnings.flatMap(({ examples }: { examples: object[] }) => examples)).toMatchObject([
      { row: 3, name: "Addressed to", value: "Ministry of Work" },
      { row: 4, name: "Addressed to", value: "Ministry of Mines" },
    ]);
    const done = await heed("import", file, "--mapping", own);
    expect(done.code, done.stderr).toBe(0);
    for (const { stderr, stdout } of [dry, done]) {
      const all = `${stdout}${stderr}`;
      expect(all).toContain(`${told}: it was founded on 2012-07-01`);
      expect(all).toContain("row 3 (Ministry of Work)");
      expect(all).toContain(`${told}: it was dissolved on 2011-01-01`);
      expect(all).toContain("row 4 (Ministry of Mines)");
      expect(all).not.toContain("Ministry of Labour");
    }
    // What is known already is not reported again.
    const again = await heed("import", file, "--mapping", own);
    expect(`${again.stdout}${again.stderr}`).not.toContain("did not exist");
  });

  test("tells nothing where it may have existed on the day, which is known as a year", async () => {
    const folder = await mkdtemp(join(tmpdir(), "heed-missing-"));
    const { url } = await open();
    const heed = (...args: string[]) => runKept(args, url);
    const write = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    await heed("import", await write("organizations.yaml", organizations));
    const own = await write("register.map.yaml", mapping("publishedOn: { column: Published, format: yyyy }"));
    const done = await heed("import", await write("register.csv", rows), "--mapping", own);
    expect(done.code, done.stderr).toBe(0);
    const all = `${done.stdout}${done.stderr}`;
    expect(all).not.toContain("Ministry of Labour");
    expect(all).not.toContain("Ministry of Work");
    expect(all).toContain(`${told}: it was dissolved on 2011-01-01`);
  });
});
