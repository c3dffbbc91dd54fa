import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { mappedRows, openRows, readRecordFile } from "@heed/files";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "heed-json-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function file(content: unknown): string {
  const path = join(folder, `${count++}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const mapped = (file: object) =>
  Mapping.parse({ heed: "mapping/1", name: "x", file, report: { reference: "R", issuingBody: "B" } }).file;

async function read(content: unknown, options: { format?: string; at?: string } = {}): Promise<FileRow[]> {
  const { rows } = await openRows(file(content), mapped({ format: "json", ...options }));
  const all: FileRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const record = {
  ref: "1.10",
  to: ["Justice", "Interior"],
  response: { position: "accepted", on: null, final: true },
  answers: [{ year: 2022 }, { year: 2023, level: "done" }],
};
const cells = {
  ref: "1.10",
  to: "Justice\nInterior",
  "response.position": "accepted",
  "response.on": "",
  "response.final": "true",
  "answers.0.year": "2022",
  "answers.1.year": "2023",
  "answers.1.level": "done",
};

test("nested values stand under their paths, a list of texts is one cell with a line for each", async () => {
  expect(await read([record, { ref: "2" }])).toMatchObject([
    { row: 1, cells },
    { row: 2, cells: { ref: "2" } },
  ]);
  expect(await read({ data: { items: [record] } }, { at: "data.items" })).toMatchObject([{ row: 1, cells }]);
});

test("NDJSON is told by its lines, and gives the same rows", async () => {
  const rows = await read(`${JSON.stringify(record)}\r\n\n{"ref":"2"}`, { format: "ndjson" });
  expect(rows).toMatchObject([
    { row: 1, cells },
    { row: 3, cells: { ref: "2" } },
  ]);
  expect(rows[0]?.digest).toBe((await read([record]))[0]?.digest);
});

test.each(["json", "ndjson"])("numbers that a computer would round stay as they are written, in %s", async (format) => {
  const text =
    '{"id":9007199254740993,"a":[-12345678901234567890,1],"b":0.12345678901234567890,"c":1e400,"d":1.50,"e":1e3,"f":-0,"g":"[\\"{:1e400"}';
  const [row] = await read(format === "json" ? `[${text}]` : text, { format });
  expect(row?.cells).toEqual({
    ...{ id: "9007199254740993", a: "-12345678901234567890\n1", b: "0.12345678901234567890", c: "1e400" },
    ...{ d: "1.5", e: "1000", f: "0", g: '["{:1e400' },
  });
});

describe("what is wrong is told with its place", () => {
  test.each([
    ["an object instead of a list", { data: { items: [1] }, n: 1 }, {}, ["is an object", "file.at: data.items"]],
    [
      "nothing at the path",
      { data: { rows: [] } },
      { at: "data.items" },
      ["nothing at data.items", "at data it has rows"],
    ],
    ["no list at the path", { data: { items: "x" } }, { at: "data.items" }, ["holds at data.items a text"]],
    ["an empty list", [], {}, ["a list without records"]],
    ["a record that is none", [{ a: 1 }, "b"], {}, ["record 2", "is a text, not an object"]],
    ["a key that is a path too", [{ "a.b": 1, a: { b: 2 } }], {}, ["record 1", "two values at a.b"]],
    [
      "levels without end",
      `[{"a":${"[".repeat(99)}${"]".repeat(99)}}]`.replace("[]", "[{}]"),
      {},
      ["record 1", "50 levels"],
    ],
    [
      "a key that stands twice",
      '[{"a": 1},\n{"b": {"a": 1, "\\u0061": 2}}]',
      {},
      ["line 2", "the key a stands twice in one object"],
    ],
    ["a key that stands twice and says the same", '[{"a": 1, "a": 1}]', {}, ["line 1", "the key a stands twice"]],
    ["a key twice in a line", '{"a":1}\n{"a":1,"a":2}', { format: "ndjson" }, ["line 2", "the key a stands twice"]],
    ["a JSON that breaks off", '[{"a": 1},\n{"a": 2', {}, ["line 2", "not JSON"]],
    ["a comma too many", '[\n{"a": 1},\n]', {}, ["line 3", "not JSON"]],
    ["another encoding", "\ud800", {}, ["not JSON"]],
    ["a line that is no JSON", '{"a":1}\n{"a":', { format: "ndjson" }, ["line 2", "not JSON"]],
    ["a line that is no object", '{"a":1}\n[1]', { format: "ndjson" }, ["line 2", "is a list, not an object"]],
    ["no line at all", "\n", { format: "ndjson" }, ["is empty"]],
  ] as [string, unknown, { format?: string; at?: string }, string[]][])("%s", async (_, content, options, places) => {
    const error = await read(content, options).catch((caught: unknown) => caught);
    if (!(error instanceof DomainError)) throw new Error(`expected a DomainError, not ${JSON.stringify(error)}`);
    expect(error.code).toBe("unreadableFile");
    for (const place of places) expect(error.message).toContain(place);
  });
});

test.each([
  ["a key that stands twice", '{"heed":"record/1",\n"reports":[],\n"reports":[]}', "line 3"],
  [
    "a number that a computer would round",
    '{"heed":"record/1","reports":[{"reportingYear":2023.00000000000000001}]}',
    "",
  ],
])("%s is refused in Heed's own format too", async (_, content, place) => {
  const error = await readRecordFile(file(content)).catch((caught: unknown) => caught);
  if (!(error instanceof DomainError)) throw new Error("it is refused");
  expect(error.message).toContain(place);
  expect(JSON.stringify(error.issues)).toMatch(/unique|must be a number, not \\"2023.00000000000000001/);
});

test("a mapping names paths as it names columns, and one that no record has is refused", async () => {
  const mapping = (position: string) =>
    Mapping.parse({
      heed: "mapping/1",
      name: "feed",
      file: { format: "json", at: "items" },
      report: { reference: "R", issuingBody: "B", reportingYear: 2020 },
      recommendation: { reference: "{ref}", text: "{text.en}" },
      addressees: [
        {
          names: { column: "to", split: "\n" },
          entries: [{ type: "response", position: `{${position}}`, knownBy: "2024-01-01" }],
        },
      ],
    });
  const path = file({ items: [{ ...record, text: { en: "Train judges." } }] });
  const rows: MappedRow[] = [];
  for await (const row of mappedRows(path, mapping("response.position"))) rows.push(row);
  expect(rows).toMatchObject([
    {
      row: 1,
      recommendation: { reference: "1.10", text: { en: "Train judges." } },
      followUps: [
        { addressee: "Justice", entries: [{ position: "accepted" }] },
        { addressee: "Interior", entries: [{ position: "accepted" }] },
      ],
    },
  ]);
  await expect(mappedRows(path, mapping("response.positoin")).next()).rejects.toThrow("response.positoin");
});

test("keys of a file belong to its format", () => {
  for (const [own, place] of [
    [{ format: "json", sheet: "Data" }, "sheet"],
    [{ format: "csv", at: "items" }, "at"],
    [{ format: "xlsx", delimiter: ";" }, "delimiter"],
    [{ format: "xlsx", headerRow: [3, 2] }, "headerRow"],
  ] as [object, string][])
    expect(() => mapped(own)).toThrow(place);
});
