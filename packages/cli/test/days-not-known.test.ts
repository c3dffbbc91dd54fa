import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase } from "./heed.ts";

const rows = `ref,to,published,answer,answered,seen,promise,due,found,situation
A,Justice,2019-05,,,,,,,
B,Justice,2019-05,accepted,2020,,A plan,2020-11,,
C,Justice,2019-05,accepted,,2021,,,,
D,Justice,2019-05,accepted,2020-02-03,,,,partiallyImplemented,2020
`;
const mapping = `heed: mapping/1
name: vague
report:
  reference: R
  issuingBody: Centre
  publishedOn: { column: published, format: yyyy-MM }
recommendation: { reference: "{ref}", text: Do it. }
addressees:
  - names: "{to}"
    entries:
      - type: response
        position: "{answer}"
        givenOn: { column: answered, format: [yyyy-MM-dd, yyyy] }
        knownBy: { column: seen, format: yyyy }
      - type: commitment
        description: "{promise}"
        due: { column: due, format: yyyy-MM }
        givenOn: { column: answered, format: [yyyy-MM-dd, yyyy] }
      - type: assessment
        level: "{found}"
        asOf: { column: situation, format: yyyy }
        knownBy: 2021-06-30
`;
/** The last days of months and years that are known without a day, which must not appear as days. */
const falseDays = /2019-05-31|2020-12-31|2020-11-30|2021-12-31/;

test("dates that are known to a month or a year are told so by every command", { timeout: 120_000 }, async () => {
  const { heed, folder } = await freshDatabase();
  await heed("database", "upgrade");
  const [csv, yaml] = [join(folder, "rows.csv"), join(folder, "vague.yaml")];
  await writeFile(csv, rows);
  await writeFile(yaml, mapping);
  expect(await heed("import", csv, "--mapping", yaml)).toMatchObject({ code: 0 });
  const shown = async (...args: string[]) => {
    const { stdout, stderr } = await heed(...args);
    expect(`${stdout}${stderr}`, args.join(" ")).not.toMatch(falseDays);
    return stdout.replaceAll(/\s+/g, " ");
  };
  expect(await shown("report", "list")).toContain("2019-05");
  expect(await shown("report", "show", "R")).toContain("Published 2019-05");
  expect(await shown("recommendation", "show", "A")).toContain("published 2019-05");
  const second = await shown("follow-up", "show", "B", "--as-of", "2021-02-01");
  expect(second).toContain("the addressee gave its position in 2020");
  expect(second).toContain("the addressee promised it for 2020-11");
  expect(second).toContain("Owed: commitment by 2020-11");
  expect(await shown("follow-up", "show", "C")).toContain("the addressee gave its position by 2021");
  const fourth = await shown("follow-up", "show", "D");
  expect(fourth).toContain("the addressee gave its position on 2020-02-03");
  expect(fourth).toContain("found the situation of 2020, published by 2021-06-30");
  expect(await shown("overdue", "--as-of", "2021-02-01", "--explain")).toContain("2020-11");
  expect(await shown("overdue", "--as-of", "2021-02-01", "--format", "csv")).toContain("commitment,2020-11,2020-11");
  expect(await shown("export", "--format", "csv")).toContain("2020-11");
  const json = async (...args: string[]) => JSON.parse((await heed(...args, "--format", "json")).stdout);
  expect((await json("overdue", "--as-of", "2021-02-01", "--kind", "commitment")).items).toMatchObject([
    { due: "2020-11-30", duePrecision: "month", originalDuePrecision: "month" },
  ]);
  const listed = await json("recommendation", "list", "--as-of", "2019-05-10", "--reference", "A");
  expect(listed.items).toMatchObject([
    { report: { publishedOnPrecision: "month" }, followUps: [{ timeliness: "undetermined" }] },
  ]);
  // Before the year of the answer there was no answer; within that year it is undetermined.
  const position = async (day: string) =>
    (await json("recommendation", "list", "--as-of", day, "--reference", "B")).items[0].followUps[0].position;
  expect(await position("2019-12-31")).toBe("awaiting");
  expect(await position("2020-06-30")).toBe("undetermined");
  expect(await position("2020-12-31")).toBe("accepted");
  // The export of what was imported can be imported again and changes nothing.
  expect((await json("import", csv, "--mapping", yaml)).created).toMatchObject({ entries: 0 });
  const out = join(folder, "out.csv");
  expect(await heed("export", "--format", "csv", "--to", out)).toMatchObject({ code: 0 });
  const again = await json("import", out, "--mapping", "examples/mappings/heed-export.yaml");
  expect(again).toMatchObject({ rejected: [], created: { entries: 0 } });
  expect((await heed("database", "check")).code).toBe(0);
});
