import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aCell, aDocument, aTable } from "../../files/test/a-document.ts";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase } from "./heed.ts";

async function importing(name: string, file: Uint8Array) {
  const { heed, folder } = await freshDatabase();
  await writeFile(join(folder, name), file);
  await writeFile(
    join(folder, "m.yaml"),
    `heed: mapping/1
name: own
file: { format: ${name.slice(2)} }
report: { reference: R, issuingBody: Court, reportingYear: 2023, responsePeriod: none }
recommendation: { reference: "{No}", text: "{Text}" }
addressees: [{ names: "{To}" }]
`,
  );
  const done = await heed(
    ...["import", join(folder, name), "--mapping", join(folder, "m.yaml"), "--create", "--format", "json"],
  );
  expect(done.code, done.stderr).toBe(0);
  const { recommendations } = JSON.parse((await heed("export")).stdout);
  const texts = recommendations.map((each: { text: { en: string } }) => each.text.en);
  return { warnings: JSON.parse(done.stdout).warnings, texts };
}

const struckIn = (column: string, rows: number, examples: readonly object[]) => ({
  detail: `the column ${column} has text that is struck through, and is read as any other text`,
  rows,
  examples: examples.map((each) => expect.objectContaining({ name: column, ...each })),
});

test("text of a Word file that is struck through is told with its row and column, and stays", async () => {
  const run = (properties: string, text: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const cell = (...runs: readonly string[]) => aCell(`<w:p>${runs.join("")}</w:p>`);
  const styled = aCell(`<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>${run("", "Styled.")}</w:p>`);
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const file = aDocument({
    body: aTable(
      ["No", "To", "Text", "Unused"],
      ["1", "Police", cell(run("", "Train "), run("<w:strike/>", "all "), run("", "judges.")), "a"],
      ["2", cell(run('<w:dstrike w:val="true"/>', "Police")), "Stay.", "b"],
      ["3", "Police", cell(run('<w:strike w:val="0"/>', "Not struck.")), cell(run("<w:strike/>", "c"))],
      ["4", "Police", cell(run('<w:rStyle w:val="Struck"/>', "By its style.")), "d"],
      ["5", "Police", styled, "e"],
      ["6", "Police", cell(run('<w:rStyle w:val="Struck"/><w:strike w:val="0"/>', "Not after all.")), "f"],
    ),
    more: {
      "word/styles.xml": `<w:styles xmlns:w="${main}"><w:style w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="Gone"><w:basedOn w:val="Struck"/></w:style></w:styles>`,
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
  });
  const { warnings, texts } = await importing("a.docx", file);
  expect(texts).toContain("Train all judges.");
  expect(warnings).toEqual([
    struckIn("Text", 3, [
      { row: 2, value: "all " },
      { row: 5, value: "By its style." },
      { row: 6, value: "Styled." },
    ]),
    struckIn("To", 1, [{ row: 3, value: "Police" }]),
  ]);
});

test("a cell of a workbook that is struck through, or a part of its text, is told with its row and column", async () => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const cells = (...given: readonly string[]) => `<row>${given.join("")}</row>`;
  const inline = (text: string, style = 0) => `<c t="inlineStr" s="${style}"><is><t>${text}</t></is></c>`;
  const rich = (...pieces: readonly (readonly [string, string])[]) =>
    pieces.map(([font, text]) => `<r><rPr>${font}</rPr><t xml:space="preserve">${text}</t></r>`).join("");
  const rows = [
    aRow("No", "To", "Text", "Unused"),
    cells(inline("1", 1), inline("Police"), inline("Plain."), inline("u", 1)),
    cells(`<c s="1"><v>2</v></c>`, inline("Police"), '<c t="s"><v>0</v></c>'),
    cells(inline("3"), inline("Police"), `<c t="inlineStr"><is>${rich(["", "Keep "], ["<strike/>", "drop"])}</is></c>`),
    cells(inline("4", 2), inline("Police"), '<c t="s"><v>1</v></c>'),
  ].join("");
  const file = aWorkbook({
    sheets: { List: rows },
    sharedStrings: [rich(["<strike/>", "Old. "], ["<b/>", "New."]), rich(['<strike val="0"/>', "None."])],
    more: {
      "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`,
    },
  });
  const { warnings, texts } = await importing("a.xlsx", file);
  expect(texts).toEqual(["Plain.", "Old. New.", "Keep drop", "None."]);
  expect(warnings).toEqual([
    struckIn("No", 2, [
      { row: 2, value: "1" },
      { row: 3, value: "2" },
    ]),
    struckIn("Text", 2, [
      { row: 3, value: "Old. " },
      { row: 4, value: "drop" },
    ]),
  ]);
});
