import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { mappedRows, openXlsx, type XlsxOptions } from "@heed/files";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { aRow, aWorkbook } from "./a-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "heed-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function file(content: Uint8Array | string): string {
  const path = join(folder, `${count++}.xlsx`);
  writeFileSync(path, content);
  return path;
}

async function read(content: Uint8Array | string, options: XlsxOptions = {}): Promise<FileRow[]> {
  const { rows } = await openXlsx(file(content), options);
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const cells = (rows: readonly FileRow[]) => rows.map((row) => row.cells);

async function failure(content: Uint8Array | string, options: XlsxOptions = {}): Promise<DomainError> {
  const error = await read(content, options).catch((caught: unknown) => caught);
  if (!(error instanceof DomainError)) throw new Error(`expected a DomainError, not ${JSON.stringify(error)}`);
  expect(error.code).toBe("unreadableFile");
  expect(error.message).not.toContain(".js:");
  return error;
}

describe("a sheet may be named by what its name matches", () => {
  const rows = aRow("No") + aRow("7");
  const matches = /^Register \d{4}$/u;

  test("which is one sheet", async () => {
    const sheets = { About: aRow("x"), "Register 2025": rows };
    expect(cells(await read(aWorkbook({ sheets }), { sheet: { matches } }))).toEqual([{ No: "7" }]);
  });

  test("and is refused where several do, or none", async () => {
    const several = await failure(aWorkbook({ sheets: { "Register 2024": rows, "Register 2025": rows } }), {
      sheet: { matches },
    });
    expect(several.message).toContain("several sheets that match ^Register \\d{4}$: Register 2024, Register 2025");
    const none = await failure(aWorkbook({ sheets: { About: rows } }), { sheet: { matches } });
    expect(none.message).toContain("no sheet that matches ^Register \\d{4}$; it has About");
  });
});

describe("cells are read as a person sees them", () => {
  test("texts, in runs of several fonts and without their guide to pronunciation, with escaped signs", async () => {
    const sharedStrings = [
      "<t>Number</t>",
      "<t>Reply</t>",
      "<t>one_x000D_\ntwo</t>",
      "<r><t>bold</t></r><r><t xml:space='preserve'> and plain</t></r><rPh><t>aside</t></rPh>",
      "<t>a_x005F_x000D_b</t>",
    ];
    const shared = (...places: number[]) =>
      `<row>${places.map((each) => `<c t="s"><v>${each}</v></c>`).join("")}</row>`;
    const rows = await read(aWorkbook({ sheets: { Data: shared(0, 1) + shared(2, 3) + shared(4, 4) }, sharedStrings }));
    expect(cells(rows)).toEqual([
      { Number: "one\r\ntwo", Reply: "bold and plain" },
      { Number: "a_x000D_b", Reply: "a_x000D_b" },
    ]);
    expect(rows.map(({ row, sheet }) => [row, sheet])).toEqual([
      [2, "Data"],
      [3, "Data"],
    ]);
  });

  test("numbers, true and false, and what is not there", async () => {
    const row = '<row><c><v>1.10</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c/><c t="str"><v>said</v></c></row>';
    expect(cells(await read(aWorkbook({ sheets: { Data: aRow("a", "b", "c", "d", "e") + row } })))).toEqual([
      { a: "1.1", b: "TRUE", c: "FALSE", d: "", e: "said" },
    ]);
  });

  test("rows and cells tell their own place, and some are left out", async () => {
    const data = `<row r="2"><c r="B2" t="inlineStr"><is><t>Number</t></is></c><c r="AA2" t="inlineStr"><is><t>Text</t></is></c></row>
      <row r="5"><c r="AA5"><v>7</v></c><c r="AC5"><v>8</v></c></row>`;
    const [row] = await read(aWorkbook({ sheets: { Data: data } }), { headerRow: 2 });
    expect(row).toMatchObject({ row: 5, cells: { Number: "", Text: "7" } });
  });

  const serials = (...numbers: number[]) =>
    aRow("a", "b", "c", "d", "e").concat(
      `<row>${numbers.map((number, place) => `<c s="${place + 1}"><v>${number}</v></c>`).join("")}</row>`,
    );
  test("a number with the style of a date is a day; a time of day, an amount of days and a text in quotes make none", async () => {
    const formats = ["dd/mm/yyyy;@", "[$-80C]mmmm yy", "h:mm", '0 "days"'];
    const data = serials(45344, 45344.99, 0.5, 3, 1);
    const [row] = await read(aWorkbook({ sheets: { Data: data }, formats }));
    expect(row?.cells).toEqual({ a: "2024-02-22", b: "2024-02-22", c: "0.5", d: "3", e: "1900-01-01" });
  });

  test("Excel's own calendar: its days that never were stay as it shows them, and are refused as dates", async () => {
    const formats = Array.from({ length: 5 }, () => "yyyy-mm-dd");
    const [row] = await read(aWorkbook({ sheets: { Data: serials(59, 60, 61, 0, -1) }, formats }));
    expect(row?.cells).toEqual({ a: "1900-02-28", b: "1900-02-29", c: "1900-03-01", d: "1900-01-00", e: "-1" });
    const [of1904] = await read(aWorkbook({ sheets: { Data: serials(0, 60, 1462, 2, 3) }, formats, date1904: true }));
    expect(of1904?.cells).toMatchObject({ a: "1904-01-01", b: "1904-03-01", c: "1908-01-02" });
  });

  test("elements may have a prefix", async () => {
    const rows = await read(aWorkbook({ sheets: { Data: aRow("Number") + aRow("1") }, prefix: "x" }));
    expect(cells(rows)).toEqual([{ Number: "1" }]);
  });

  test("the first sheet is read unless another is named, and two header rows are one", async () => {
    const sheets = {
      Cover: aRow("Title"),
      Data: `${aRow("A list")}${aRow("Number", "Answer", undefined, "Text")}${aRow(undefined, "Date", "Given", undefined)}${aRow(1, 2, 3, 4)}`,
    };
    expect(await read(aWorkbook({ sheets }))).toEqual([]);
    const rows = await read(aWorkbook({ sheets }), { sheet: "Data", headerRow: [2, 3] });
    expect(cells(rows)).toEqual([{ Number: "1", "Answer / Date": "2", "Answer / Given": "3", Text: "4" }]);
  });
});

describe("what cannot be read is told with its place", () => {
  const good = { Data: aRow("Number") + aRow("1") };
  const cases: [string, Uint8Array | string, XlsxOptions, string[]][] = [
    ["a text file", "Number,Text\n1,2\n", {}, ["is no Excel workbook"]],
    ["an old or encrypted one", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), {}, ["encrypted", "password"]],
    ["another archive", zipSync({ "other.xml": strToU8("<a/>") }), {}, ["ZIP archive"]],
    ["an OpenDocument file", zipSync({ "content.xml": strToU8("<a/>") }), {}, ["OpenDocument", "save it as .xlsx"]],
    ["a cut file", aWorkbook({ sheets: good }).slice(0, 900), {}, ["is damaged"]],
    ["an unknown sheet", aWorkbook({ sheets: good }), { sheet: "Dta" }, ["no sheet Dta", "did you mean Data"]],
    ["a sheet without a header", aWorkbook({ sheets: { Data: "" } }), {}, ["sheet Data, row 1", "is empty"]],
    ["a repeated column", aWorkbook({ sheets: { Data: aRow("A", "B", "A") } }), {}, ["sheet Data, row 1", "A1 and C1"]],
    [
      "a formula as a header",
      aWorkbook({ sheets: { Data: "<row><c><f>B1</f><v>x</v></c></row>" } }),
      {},
      ["sheet Data, row 1", "=B1"],
    ],
    [
      "a part that is no XML",
      aWorkbook({ sheets: { Data: `${aRow("A")}<row><c></row>` } }),
      {},
      ["sheet0.xml", "no XML"],
    ],
    [
      "a document type with entities",
      aWorkbook({
        sheets: good,
        more: { "xl/sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>' },
      }),
      {},
      ["sharedStrings.xml", "entity"],
    ],
    [
      "a million empty rows",
      aWorkbook({ sheets: { Data: aRow("Number") + "<row/>".repeat(1_000_000) } }),
      {},
      ["sheet Data, row 250001", "250,000 rows"],
    ],
    [
      "a bomb: its parts are larger than they may be",
      aWorkbook({ sheets: good, more: { "xl/sharedStrings.xml": `<sst>${" ".repeat(140 * 1024 * 1024)}</sst>` } }),
      {},
      ["sharedStrings.xml", "128 MB"],
    ],
    [
      "a bomb that lies about its size",
      lying(aWorkbook({ sheets: { Data: aRow("A") + "<row/>".repeat(9999) } })),
      {},
      ["is damaged"],
    ],
  ];
  test.each(cases)("%s", async (_, content, options, places) => {
    const { message } = await failure(content, options);
    for (const place of places) expect(message).toContain(place);
  });

  /** The archive's directory states a smaller size than the sheet has. */
  function lying(workbook: Uint8Array): Uint8Array {
    const bytes = Buffer.from(workbook);
    const name = bytes.lastIndexOf("xl/worksheets/sheet0.xml");
    bytes.writeUInt32LE(100, name - 46 + 24);
    return bytes;
  }
});

describe("a row that is asked for a formula is rejected, with its cell", () => {
  const mapping = (text: string) =>
    Mapping.parse({
      heed: "mapping/1",
      name: "book",
      file: { format: "xlsx" },
      report: { reference: "R", issuingBody: "B", reportingYear: 2020 },
      recommendation: { reference: "{Number}", text },
    });
  const data = `${aRow("Number", "Text", "Sum")}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>A2&amp;A1</f><v>1N</v></c><c r="C2"><f>A2+1</f></c></row>
    <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><v>#N/A</v></c></row>`;
  const mapped = async (own: Mapping) => {
    const rows: MappedRow[] = [];
    for await (const row of mappedRows(file(aWorkbook({ sheets: { Data: data } })), own)) rows.push(row);
    return rows;
  };

  test("the formula and the error are told with sheet, row, column and cell", async () => {
    expect(await mapped(mapping("{Text}"))).toMatchObject([
      {
        rejected: [
          {
            sheet: "Data",
            row: 2,
            name: "Text",
            value: "1N",
            detail: expect.stringContaining("cell B2 holds the formula =A2&A1"),
          },
        ],
      },
      {
        rejected: [{ sheet: "Data", row: 3, name: "Text", value: "#N/A", detail: expect.stringContaining("cell B3") }],
      },
    ]);
  });

  test("a column that the mapping does not use may hold what it likes", async () => {
    expect(await mapped(mapping("{Number}"))).toMatchObject([
      { row: 2, recommendation: { reference: "1" } },
      { row: 3 },
    ]);
  });
});
