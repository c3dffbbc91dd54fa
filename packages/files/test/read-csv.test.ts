import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DomainError } from "@heed/core";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { type CsvOptions, fileDigest, openCsv, readCsv } from "@heed/files";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "heed-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function file(content: string | Uint8Array): string {
  count += 1;
  const path = join(folder, `${count}.csv`);
  writeFileSync(path, content);
  return path;
}

async function rows(content: string | Uint8Array, options: CsvOptions = {}): Promise<FileRow[]> {
  const read: FileRow[] = [];
  for await (const row of readCsv(file(content), options)) read.push(row);
  return read;
}

async function refusal(content: string | Uint8Array, options: CsvOptions = {}): Promise<DomainError> {
  const error: unknown = await rows(content, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

const cells = (read: readonly FileRow[]) => read.map((row) => row.cells);
const lines = (read: readonly FileRow[]) => read.map(({ row }) => row);

test.each([
  ["CRLF", "\r\n"],
  ["LF", "\n"],
  ["bare CR", "\r"],
])("reads %s line ends, with the row and the line on which each record starts", async (_, end) => {
  const read = await rows(["a,b", `1,"x${end}y${end}z"`, "2,plain", '3,"q ""r"""', ""].join(end));
  expect(cells(read)).toEqual([
    { a: "1", b: `x${end}y${end}z` },
    { a: "2", b: "plain" },
    { a: "3", b: 'q "r"' },
  ]);
  expect(read.map(({ row, line }) => [row, line])).toEqual([
    [2, undefined],
    [3, 5],
    [4, 6],
  ]);
});

test("mixed line ends and empty lines are counted as lines", async () => {
  const read = await rows("\n\na,b\r\n1,2\n\n3,4\r5,6");
  expect(lines(read)).toEqual([4, 6, 7]);
});

test.each([",", ";", "\t", "|"])("finds the delimiter %j in the header", async (delimiter) => {
  const read = await rows(`"a, b;c"${delimiter}d\n1${delimiter}2\n`);
  expect(cells(read)).toEqual([{ "a, b;c": "1", d: "2" }]);
});

test("a named delimiter stands before what the header looks like, and one column needs none", async () => {
  expect(cells(await rows("a;b,c\n1;2,3\n", { delimiter: "," }))).toEqual([{ "a;b": "1;2", c: "3" }]);
  expect(cells(await rows("name\nOne\n\nTwo\n"))).toEqual([{ name: "One" }, { name: "Two" }]);
});

test("a byte-order mark is no part of the first name, in UTF-8 and UTF-16", async () => {
  expect(cells(await rows("\uFEFFé,b\n1,2\n"))).toEqual([{ é: "1", b: "2" }]);
  expect(cells(await rows(Buffer.from("\uFEFFé,b\n1,2\n", "utf16le")))).toEqual([{ é: "1", b: "2" }]);
});

test.each(["utf-16le", "utf-16be"])(
  "%s without a byte-order mark is told, and is read when it is named",
  async (name) => {
    const text = Buffer.from("é,b\n1,2\n", "utf16le");
    const bytes = name === "utf-16le" ? text : text.swap16();
    for (const options of [{}, { encoding: "windows-1252" }])
      expect((await refusal(bytes, options)).message).toContain(`looks like ${name} without a byte-order mark`);
    expect(cells(await rows(bytes, { encoding: name }))).toEqual([{ é: "1", b: "2" }]);
  },
);

test("a file that is neither marked nor UTF-8 must be named, and the error tells the line", async () => {
  const latin1 = Buffer.from("a;b\r1;x\r2;caf\xe9\r", "latin1");
  const error = await refusal(latin1);
  expect(error.code).toBe("unreadableFile");
  expect(error.issues[0]?.row).toBe(3);
  expect(error.message).toMatch(/line 3, has a byte that is not utf-8 \(0xE9\); name its encoding .*file\.encoding/);
  expect(cells(await rows(latin1, { encoding: "iso-8859-1" }))[1]).toEqual({ a: "2", b: "café" });
  expect(cells(await rows(Buffer.from("a\n\x93\x92\n", "latin1"), { encoding: "windows-1252" }))).toEqual([
    { a: "“’" },
  ]);
  expect(cells(await rows(Buffer.from("a\n\x8e\n", "latin1"), { encoding: "macintosh" }))).toEqual([{ a: "é" }]);
  expect((await refusal("a\n", { encoding: "klingon" })).code).toBe("invalidMapping");
});

test("a wrong byte far into a file with CRLF is found on its line", async () => {
  const line = `${"é".repeat(500)},2\r\n`;
  const error = await refusal(Buffer.concat([Buffer.from(`a,b\r\n${line.repeat(999)}`), Buffer.from([0xc3, 0x0a])]));
  expect(error.issues[0]?.row).toBe(1001);
});

test.each([
  ["an open quote", 'a,b\n1,2\n3,"x\ny\n', 3, /quote that is never closed/],
  ["text after a closing quote", 'a,b\n"1\n1",2\n"3"x,4\n', 4, /after a closing quote/],
  ["a quote inside a cell", 'a,b\n1,x"y\n', 2, /quote inside a cell/],
  ["too few cells", 'a,b\n"1\n",2\n3\n', 4, /has 1 cell where the header has 2/],
  ["too many cells", "a,b\n1,2,3\n", 2, /has 3 cells/],
  ["a column named twice", "a,b, a\n", 1, /names the column a twice/],
  ["an empty file", "", undefined, /is empty/],
  ["empty lines only", "\n\n", undefined, /is empty/],
])("%s is refused with its line", async (_, content, row, message) => {
  const error = await refusal(content);
  expect(error.code).toBe("unreadableFile");
  expect(error.message).toMatch(message);
  expect(error.issues[0]?.row).toBe(row);
});

test("a missing file and a folder are refused", async () => {
  await expect(openCsv(join(folder, "none.csv"))).rejects.toMatchObject({ code: "unreadableFile" });
  await expect(openCsv(folder)).rejects.toMatchObject({ code: "unreadableFile" });
  await expect(fileDigest(join(folder, "none.csv"))).rejects.toMatchObject({ code: "unreadableFile" });
});

test("columns without a name have no cell, and still count in the digest", async () => {
  const [first] = await rows("a,,\n1,2,3\n");
  const [second] = await rows("a,,\n1,2,4\n");
  expect(first?.cells).toEqual({ a: "1" });
  expect(first?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(first?.digest).not.toBe(second?.digest);
  expect((await rows("a;;\r1;2;3\r"))[0]?.digest).toBe(first?.digest);
});

test("whatever the cells hold, they come back, each on its line", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r", "\r\n", " ", "|", ";"),
    maxLength: 8,
  });
  const end = fc.constantFrom("\r\n", "\n", "\r");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), end, async (table, lineEnd) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const content = [["h1", "h2"], ...table].map((each) => each.map(quoted).join(",")).join(lineEnd);
      const read = await rows(content);
      expect(read.map((row) => [row.cells.h1, row.cells.h2])).toEqual(table);
      let line = 2;
      for (const [place, row] of read.entries()) {
        expect([row.row, row.line ?? row.row]).toEqual([place + 2, line]);
        line += 1 + ((table[place] ?? []).join(",").match(/\r\n|\r|\n/g)?.length ?? 0);
      }
    }),
    { numRuns: 60 },
  );
});

test("progress ends at the whole size, and a stopped reader lets go of the file", async () => {
  const path = file(`a,b\n${"1,2\n".repeat(200_000)}`);
  const seen: number[] = [];
  let total = 0;
  let read = 0;
  for await (const _ of readCsv(path, {
    onProgress: (progress) => {
      seen.push(progress.done);
      total = progress.total;
    },
  }))
    read += 1;
  expect(read).toBe(200_000);
  expect(seen.at(-1)).toBe(total);
  for await (const row of readCsv(path)) {
    expect(row.row).toBe(2);
    break;
  }
});
