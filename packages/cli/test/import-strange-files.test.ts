import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aDocument, aTable } from "../../files/test/a-document.ts";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase } from "./heed.ts";

const mapping = (more = "") => `heed: mapping/1
name: strange
report: { reference: R, issuingBody: Audit, reportingYear: "2023", publishedOn: 2024-01-01 }
recommendation: { reference: "{Ref}", text: "{Text}", said: [Ref] }
addressees: [{ names: "{To}"${more} }]
`;

const ofDone = (condition: string) =>
  `, entries: [{ type: assessment, when: { column: Done, ${condition} }, level: fullyImplemented, givenOn: 2024-05-01 }]`;

async function inFolder() {
  const { heed, folder } = await freshDatabase();
  await heed("database", "upgrade");
  const take = async (name: string, content: string | Uint8Array, own: string) => {
    await writeFile(join(folder, name), content);
    await writeFile(join(folder, "m.yaml"), own);
    const done = await heed("import", join(folder, name), "--mapping", join(folder, "m.yaml"));
    return { ...done, told: done.stdout + done.stderr };
  };
  return { heed, take };
}

test("a header that is repeated is no recommendation, and a value without a name of its column is told", async () => {
  const { heed, take } = await inFolder();
  const rows = [
    ["Ref", "To", "", "Text"],
    ["1", "Justice", "Health", "a"],
    ["Ref", "To", "", "Text"],
    ["2", "Justice", "", "b"],
  ];
  const files: [string, string | Uint8Array][] = [
    ["a.csv", rows.map((cells) => cells.join(",")).join("\n")],
    ["b.xlsx", aWorkbook({ sheets: { List: rows.map((cells) => aRow(...cells)).join("") } })],
    ["c.docx", aDocument({ body: aTable(...rows) })],
  ];
  for (const [name, content] of files) {
    const { code, told } = await take(name, content, `${mapping()}file: { format: ${name.slice(2)} }\n`);
    expect({ name, code }).toEqual({ name, code: 0 });
    expect(told).toContain(
      "a column without a name in the header has a value, which is not read; such as row 2 (Health)",
    );
    if (name !== "c.docx") expect(told).toContain("1 row was skipped: the row repeats the header; such as row 3");
  }
  const list = JSON.parse((await heed("recommendation", "list", "--format", "json")).stdout);
  expect(list.items.map(({ reference }: { reference: string }) => reference)).toEqual(["1", "2"]);
});

test("a percentage is one in a workbook too, and is compared with nothing else", async () => {
  const { heed, take } = await inFolder();
  const workbook = aWorkbook({
    formats: ["0%"],
    sheets: {
      List: `${aRow("Ref", "To", "Text", "Done")}<row><c><v>1</v></c><c t="inlineStr"><is><t>Justice</t></is></c><c/><c s="1"><v>0.07</v></c></row><row><c><v>2</v></c><c t="inlineStr"><is><t>Justice</t></is></c><c/><c s="1"><v>0.75</v></c></row>`,
    },
  });
  const csv = "Ref,To,Text,Done\n1,Justice,,7 %\n2,Justice,,75%\n";
  for (const [name, content, shown] of [
    ["a.xlsx", workbook, "7%"],
    ["b.csv", csv, "7 %"],
  ] as const) {
    const refused = await take(name, content, mapping(ofDone("above: 50")));
    expect({ name, code: refused.code }).toEqual({ name, code: 2 });
    expect(refused.told).toContain(`Done: "${shown}": is a percentage: compare it with one, such as 50%`);
    const taken = await take(name, content, mapping(ofDone("above: 50%")));
    expect({ name, code: taken.code, told: taken.told }).toMatchObject({ code: 0 });
  }
  const { followUps } = JSON.parse((await heed("export")).stdout);
  expect(followUps.map(({ entries = [] }: { entries?: unknown[] }) => entries.length)).toEqual([0, 1]);
  const mixed = await take("c.csv", "Ref,To,Text,Done\n3,Justice,,0.7\n", mapping(ofDone("above: 50%")));
  expect(mixed.told).toContain('Done: "0.7": is no percentage, and is compared with one');
});

test("a number of a workbook has the digits that a person sees, and a whole one all of them", async () => {
  const { heed, take } = await inFolder();
  const numbers = ["0.30000000000000004", "35.699999999999996", "12345678901234567", "1E3", "1.10"];
  const rows = numbers.map((n) => `<row><c><v>${n}</v></c><c t="inlineStr"><is><t>Justice</t></is></c></row>`);
  const workbook = aWorkbook({ sheets: { List: aRow("Ref", "To", "Text") + rows.join("") } });
  expect((await take("a.xlsx", workbook, mapping())).told).toContain("5 recommendations");
  const { recommendations } = JSON.parse((await heed("export")).stdout);
  expect(recommendations.map(({ reference }: { reference: string }) => reference)).toEqual([
    "0.3",
    "35.7",
    "12345678901234567",
    "1000",
    "1.1",
  ]);
});

test("what follows from a cell that cannot be used is not told beside it, and an empty mapping is said to be empty", async () => {
  const { take } = await inFolder();
  const row = `<row><c><v>1</v></c><c t="inlineStr"><is><t>Justice</t></is></c><c/><c><f>B2</f><v>R</v></c></row>`;
  const workbook = aWorkbook({ sheets: { List: aRow("Ref", "To", "Text", "Report") + row } });
  const own = mapping().replace("reference: R,", 'reference: "{Report}",');
  const refused = await take("a.xlsx", workbook, own);
  expect(refused.code).toBe(2);
  expect(refused.stderr.match(/row 2/g)).toHaveLength(1);
  expect((await take("b.csv", "Ref\n1\n", "# nothing\n")).stderr).toMatch(/m\.yaml: is empty\n$/);
});
