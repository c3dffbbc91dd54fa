import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshDatabase } from "./heed.ts";

const mapping = `heed: mapping/1
name: f
file: { fillDown: [Report] }
skip:
  - { when: { column: Report, matches: '^Chapter' }, why: heading }
  - { when: { column: n, is: x }, why: not ours }
report: { reference: "{Report}", issuingBody: A, publishedOn: 2019-01-01 }
recommendation: { reference: "{n}", text: T }
addressees: [ { names: J } ]
`;

test("rows that are skipped are told with their rows, and those that only take it from a row above", async () => {
  const { heed } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "heed-skipped-"));
  await writeFile(join(folder, "f.csv"), "Report,n\nR1,1\nChapter II,\n,2\n,3\nR2,x\n,5\n");
  await writeFile(join(folder, "f.yaml"), mapping);
  const take = (...more: string[]) =>
    heed("import", join(folder, "f.csv"), "--mapping", join(folder, "f.yaml"), "--create", ...more);
  const { stdout } = await take("--dry-run");
  expect(stdout).toContain("3 rows were skipped: heading; such as row 3, row 4, row 5.");
  expect(stdout).toContain("1 row was skipped: not ours; such as row 6.");
  expect(stdout).toContain("Warning, 2 rows: is skipped only by what it takes from a row above (fillDown)");
  expect(stdout).toContain("such as row 4 (Report: Chapter II), row 5 (Report: Chapter II).");
  const told = JSON.parse((await take("--format", "json")).stdout);
  expect(told.skipped).toMatchObject([
    { why: "heading", rows: 3, examples: [{ row: 3 }, { row: 4 }, { row: 5 }] },
    { why: "not ours", rows: 1, examples: [{ row: 6 }] },
  ]);
});
