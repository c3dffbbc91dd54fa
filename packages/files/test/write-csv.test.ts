import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvLine, escaped, openRows } from "@heed/files";
import { expect, onTestFinished, test } from "vitest";

test.each(["\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\v", "\f"])(
  "a cell with the line break %j is quoted",
  (lineBreak) => expect(csvLine(["a", `x${lineBreak}y`, 1])).toBe(`a,"x${lineBreak}y",1\r\n`),
);

test.each([
  "=1+1",
  "+1",
  "-1",
  "@x",
  " =1",
  "\u00a0=1",
  "\t=1",
  "\r=1",
  "\n=1",
  "\n\n  =1",
  "\ttext",
  "\u2028=1",
  "＝1",
  "\u3000＝1",
])("a cell like the formula %j has an apostrophe before it", (cell) =>
  expect(csvLine(["a", cell]).replaceAll('"', "")).toBe(`a,'${cell}\r\n`),
);

test("numbers, dashes and apostrophes within a text are none", () => {
  expect(csvLine(["a - b", -3, "l'an = 1", "'quoted'", "1-2"])).toBe("a - b,-3,l'an = 1,'quoted',1-2\r\n");
});

test("every cell comes back as it went", async () => {
  const folder = await mkdtemp(join(tmpdir(), "heed-csv-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const cells = [
    "=1",
    "'=1",
    "''=1",
    " =1",
    "' =1",
    "a\nb",
    "a\r=b",
    "a\r\nb",
    "\ta",
    "x\u2028=1",
    "a\vb\u001bc",
    'say "x"',
    "'",
  ];
  const text = [...cells.entries()].map(([at, cell]) => csvLine([String(at), escaped(cell)])).join("");
  await writeFile(join(folder, "x.csv"), `n,t\r\n${text}`);
  const { rows } = await openRows(join(folder, "x.csv"), { escapedFormulas: true });
  const read: (string | undefined)[] = [];
  for await (const row of rows) read.push(row.cells.t);
  expect(read).toEqual(cells);
});
