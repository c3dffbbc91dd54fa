import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase, root } from "./heed.ts";

/** The mapping that the guide shows for a workbook with an unusual shape. */
async function guideMapping(): Promise<string> {
  const page = await readFile(join(root, "docs", "mappings.md"), "utf8");
  const shown = /```yaml\n(heed: mapping\/1\nname: town-council[\s\S]*?)```/.exec(page)?.[1];
  if (shown === undefined) throw new Error("the guide has the example");
  return shown;
}

const head = [
  aRow("Follow-up of the advice of the town council's auditor"),
  aRow("No", "Asked", undefined, "Answer", undefined, "Promise"),
  aRow(undefined, "Of", "On", "Was", "On", "By"),
].join("");
const rows = [
  aRow("A1", "Dept. of Parks", 45292, "yes", 45350, "second quarter 2025"),
  aRow("A1", "Roads", 45292, "no", 45351),
  aRow(undefined, "Parks", 45293, "yes", 45352, "autumn 2025"),
  aRow(undefined, "Parks", 45294),
  aRow(),
].join("");

async function taken(data: string) {
  const fresh = await freshDatabase();
  await fresh.heed("database", "upgrade");
  const [book, mapping] = [join(fresh.folder, "council.xlsx"), join(fresh.folder, "council.yaml")];
  await writeFile(book, aWorkbook({ sheets: { Cover: aRow("Cover"), List: head + data } }));
  await writeFile(mapping, await guideMapping());
  return { ...fresh, take: (...more: string[]) => fresh.heed("import", book, "--mapping", mapping, ...more) };
}

test("a workbook of a shape of its own comes in by a mapping and no code", async () => {
  const { heed, take } = await taken(rows);
  const dry = await take("--dry-run");
  expect(dry.stdout, dry.stderr).toContain("Would import");
  const { stdout, stderr } = await take("--format", "json");
  expect(JSON.parse(stdout), stderr).toMatchObject({
    created: { organizations: 3, recommendations: 4, followUps: 4, entries: 5 },
    rejected: [],
    skipped: [{ why: "the row is blank", rows: 1 }],
  });
  expect((await take()).stdout).toContain("nothing is new, nothing was changed");
  const late = JSON.parse(
    (await heed("overdue", "--as-of", "2025-07-01", "--kind", "commitment", "--format", "json")).stdout,
  );
  expect(late.items).toMatchObject([{ due: "2025-06-30", responsible: { name: "Parks" } }]);
});

test("a formula, and a day that never was, are told with sheet, row and column, and nothing is written", async () => {
  const formula =
    "<row><c t='inlineStr'><is><t>B1</t></is></c><c t='str'><f>A1</f><v>Parks</v></c><c><v>45292</v></c></row>";
  const { heed, take } = await taken(`${rows}${formula}${aRow("B2", "Roads", 60)}`);
  const { code, stderr } = await take();
  expect(code).toBe(2);
  expect(stderr).toContain('sheet List, row 9, Asked / Of: "Parks": cell B9 holds the formula =A1');
  expect(stderr).toContain('sheet List, row 10, Asked / On: "60": is 1900-02-29 to Excel');
  expect(JSON.parse((await heed("recommendation", "list", "--format", "json")).stdout).total).toBe(0);
});
