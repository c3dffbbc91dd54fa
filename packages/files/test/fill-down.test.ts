import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Mapping } from "@heed/core/mapping/mapping";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mappedRows } from "@heed/files";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "heed-fill-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string, file: object = {}): Promise<MappedRow[]> {
  const path = join(folder, "rows.csv");
  writeFileSync(path, text);
  const mapping = Mapping.parse({
    ...{ heed: "mapping/1", name: "town", file: { fillDown: ["No", "Text"], ...file } },
    report: { reference: "R", issuingBody: "Auditor", reportingYear: 2023 },
    skip: [{ when: { column: "No", is: ["No", "Total"] }, why: "no recommendation" }],
    recommendation: { reference: "{No}", text: "{Text}" },
    addressees: [{ names: "{To}" }],
  });
  const rows: MappedRow[] = [];
  for await (const row of mappedRows(path, mapping)) rows.push(row);
  return rows;
}

const summary = (rows: readonly MappedRow[]) =>
  rows.map((row) =>
    "recommendation" in row
      ? [row.recommendation.reference, row.followUps[0]?.addressee]
      : "skipped" in row && row.skipped,
  );

test("a header that is repeated, as on a new page, does not end what the rows after it continue", async () => {
  expect(summary(await read("No,Text,To\n3,Three,A\nNo,Text,To\n,,C\n4,Four,D\n"))).toEqual([
    ["3", "A"],
    "no recommendation",
    ["3", "C"],
    ["4", "D"],
  ]);
});

test("what continues a row that is skipped is skipped too", async () => {
  expect(summary(await read("No,Text,To\n3,Three,A\nTotal,,1\n,,C\n"))).toEqual([
    ["3", "A"],
    "no recommendation",
    "no recommendation",
  ]);
});

test("a cell that shows nothing continues the row above", async () => {
  expect(summary(await read("No,Text,To\n3,Three,A\n\u200b,\u00ad,C\n"))).toEqual([
    ["3", "A"],
    ["3", "C"],
  ]);
});

test.each(["sep=;", '"sep=;"', "SEP=;"])("a first line %s names the separator, as for Excel", async (line) => {
  const rows = await read(`${line}\r\nNo;Text;To\r\n3;One, two, three, four;A\r\n`);
  expect(summary(rows)).toEqual([["3", "A"]]);
  expect(rows[0]).toMatchObject({ row: 3, recommendation: { text: { en: "One, two, three, four" } } });
});
