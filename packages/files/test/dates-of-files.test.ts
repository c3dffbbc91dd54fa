import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Mapping } from "@heed/core/mapping/mapping";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mappedRows } from "@heed/files";
import { afterAll, describe, expect, test } from "vitest";
import { aRow, aWorkbook } from "./a-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "heed-dates-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

const mapping = (more: object = {}) =>
  Mapping.parse({
    heed: "mapping/1",
    name: "register",
    report: { reference: "R", issuingBody: "Auditor", publishedOn: "2020-01-01", responsePeriod: "none" },
    recommendation: { reference: "{No}", textAbsent: "none" },
    addressees: [{ names: "{To}", entries: [{ type: "response", position: "accepted", givenOn: "{On}" }] }],
    ...more,
  });
const givenOn = (value: object) => ({
  addressees: [{ names: "{To}", entries: [{ type: "response", position: "accepted", givenOn: value }] }],
});

async function rowsOf(content: Uint8Array | string, own: Mapping): Promise<MappedRow[]> {
  const path = join(folder, `${count++}.${typeof content === "string" ? "csv" : "xlsx"}`);
  writeFileSync(path, content);
  const all: MappedRow[] = [];
  for await (const row of mappedRows(path, own, undefined, { takenOn: "2026-01-01" })) all.push(row);
  return all;
}

/** What is known of the day of each row's answer, and the warnings of the row. */
const told = (rows: readonly MappedRow[]) =>
  rows.map((row) => {
    if (!("followUps" in row)) return row;
    const { givenOn, knownBy, knownAfter } = row.followUps[0]?.entries[0] ?? {};
    return [givenOn ?? [knownAfter, knownBy], ...row.warnings.map(({ detail }) => detail)];
  });

const dated = (serial: number, style = 0) =>
  `<row>${["1", "Justice"].map((text) => `<c t="str"><v>${text}</v></c>`).join("")}<c s="${style}"><v>${serial}</v></c></row>`;
const head = aRow("No", "To", "On");

describe("a bare number of days in a workbook", () => {
  const other = "is read as excel1904 by the mapping, and the workbook counts its days from 1900: it decides";
  test.each([
    ["excel", true, 43924, ["2024-04-04"]],
    ["excel1904", true, 43924, ["2024-04-04"]],
    ["excel", false, 45386, ["2024-04-04"]],
    ["excel1904", false, 45386, ["2024-04-04", other]],
  ] as const)("as %s is read as the workbook counts (from 1904: %s)", async (format, date1904, serial, expected) => {
    const book = aWorkbook({ sheets: { Data: head + dated(serial) }, date1904 });
    expect(told(await rowsOf(book, mapping(givenOn({ column: "On", format }))))).toEqual([expected]);
  });

  test("in another file is read as the format says", async () => {
    const own = mapping(givenOn({ column: "On", format: "excel1904" }));
    expect(told(await rowsOf("No,To,On\n1,Justice,43924\n", own))).toEqual([["2024-04-04"]]);
  });
});

test("a cell that shows a month or a year counts to the end of it", async () => {
  const formats = ["mmm-yy", "yyyy", "dd/mm/yyyy", "mmmm yyyy", "d-mmm"];
  const data = head + formats.map((_, place) => dated(45352, place + 1)).join("");
  expect(told(await rowsOf(aWorkbook({ sheets: { Data: data }, formats }), mapping()))).toEqual([
    [["2024-02-29", "2024-03-31"]],
    [["2023-12-31", "2024-12-31"]],
    ["2024-03-01"],
    [["2024-02-29", "2024-03-31"]],
    ["2024-03-01"],
  ]);
  const due = { recommendation: { reference: "{No}", textAbsent: "none", implementationDue: "{On}" }, addressees: [] };
  const filled = head + dated(45352, 1) + aRow("2", "Justice");
  const book = aWorkbook({ sheets: { Data: filled }, formats });
  const rows = await rowsOf(book, mapping({ ...due, file: { fillDown: ["On"] } }));
  const march = { recommendation: { implementationDue: { on: "2024-03-31", precision: "month" } } };
  expect(rows).toMatchObject([march, march]);
});

test("what was given after the day of the import is taken, with a warning", async () => {
  const late = "the response is given on a day after the import";
  const own = mapping(givenOn({ column: "On", format: ["dd/MM/yyyy", "yyyy"] }));
  const csv = "No,To,On\n1,Justice,01/02/2204\n2,Justice,01/01/2026\n3,Justice,2026\n4,Justice,2027\n";
  expect(told(await rowsOf(csv, own))).toEqual([
    ["2204-02-01", late],
    ["2026-01-01"],
    [
      ["2025-12-31", "2026-01-01"],
      "the response is known by 2026-01-01, the day of this import, before the day that the row tells",
    ],
    [["2026-12-31", "2027-12-31"], late],
  ]);
  const report = { reference: "R", issuingBody: "Auditor", publishedOn: "{On}", responsePeriod: "none" };
  const [row] = await rowsOf("No,To,On\n1,Justice,2204-02-01\n", mapping({ report, addressees: [] }));
  expect(row).toMatchObject({
    warnings: [{ name: "On", detail: "the report is published on a day after the import" }],
  });
});

test("the words of a date that is none are kept with what the source said", async () => {
  const date = { column: "On", absent: "the source gives no day" };
  const entry = { type: "commitment", description: "A course.", due: date, knownBy: "2024-01-01" };
  const own = mapping({
    recommendation: { reference: "{No}", textAbsent: "none", implementationDue: date },
    addressees: [{ names: "{To}", entries: [entry] }],
  });
  const [words, blank] = await rowsOf("No,To,On\n1,Justice,when funds allow\n2,Justice,\n", own);
  const source = { said: { On: "when funds allow" } };
  expect(words).toMatchObject({ recommendation: { source }, followUps: [{ entries: [{ source }] }] });
  expect(blank).not.toHaveProperty("recommendation.source.said");
});

describe("a file that is UTF-8, though its mapping names another encoding", () => {
  const detail =
    "the file is UTF-8 throughout, and is read as windows-1252 because the mapping names that (file.encoding)";
  const cell =
    "the signs are those of UTF-8 that was read as another encoding, such as Ã© for é: name the encoding under file.encoding, or mend the file";
  const own = mapping({ file: { encoding: "windows-1252" } });
  const latin = (text: string) => Buffer.from(text, "latin1");
  test.each([
    [
      "is told once, and at each cell",
      "No,To,On\n1,Ministère,2024-01-01\n2,Ministère,2024-01-01\n",
      [detail, cell, cell],
    ],
    [
      "is told at a cell, beside a byte that is no UTF-8",
      Buffer.concat([latin("No,To,On\n1,Défense,2024-01-01\n"), Buffer.from("2,Ministère,2024-01-01\n")]),
      [cell],
    ],
    ["is not told in ASCII", "No,To,On\n1,Justice,2024-01-01\n", []],
    ["is not told with a byte-order mark", "\ufeffNo,To,On\n1,Ministère,2024-01-01\n", []],
    ["is not told in that encoding", latin("No,To,On\n1,Ministère,2024-01-01\n"), []],
  ])("%s", async (_, content, expected) => {
    const path = join(folder, `${count++}.csv`);
    writeFileSync(path, content);
    const warnings: string[] = [];
    for await (const row of mappedRows(path, own))
      if ("warnings" in row) warnings.push(...(row.warnings ?? []).map((each) => each.detail));
    expect(warnings).toEqual(expected);
  });

  test("a text that was spoiled before it was saved is told with its row, and one that is meant is not", async () => {
    const rows = await rowsOf(
      "No,To,On\n1,MinistÃ¨re,2024-01-01\n2,SANTÉ…,2024-01-01\n3,Santé,2024-01-01\n",
      mapping(),
    );
    const told = rows.map((row) => ("warnings" in row ? (row.warnings ?? []) : []));
    expect(told).toEqual([[{ name: "To", value: "MinistÃ¨re", detail: cell }], [], []]);
  });
});
