import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aRow, aWorkbook } from "../../files/test/a-workbook.ts";
import { freshDatabase, hasSharedData, sharedData } from "./heed.ts";

const faults = join(sharedData, "faults");
const mapping = (file = "") => `heed: mapping/1
name: published
${file}
report: { reference: "Annual report {Year}", issuingBody: The Ombudsman, reportingYear: "{Year}" }
recommendation: { reference: "{Number}", text: "{Text}" }
addressees: [{ names: { column: To, split: "|" } }]
`;
const head = aRow("Number", "Year", "To", "Text");

async function commands() {
  const { folder, heed } = await freshDatabase();
  await heed("database", "upgrade");
  const take = async (book: Parameters<typeof aWorkbook>[0], file = "", ...more: string[]) => {
    await writeFile(join(folder, "book.xlsx"), aWorkbook(book));
    await writeFile(join(folder, "map.yaml"), mapping(file));
    return heed("import", join(folder, "book.xlsx"), "--mapping", join(folder, "map.yaml"), ...more);
  };
  const asked = async () => {
    const { items } = JSON.parse((await heed("recommendation", "list", "--format", "json")).stdout);
    return items.map((each: { reference: string; followUps: { addressee: { name: string } }[] }) => [
      each.reference,
      ...each.followUps.map(({ addressee }) => addressee.name),
    ]);
  };
  return { heed, take, asked };
}

test.skipIf(!hasSharedData)(
  "the first visible sheet is read, and a merged range gives its value to each of its cells",
  async () => {
    const { heed, asked } = await commands();
    const published = join(faults, "published.yaml");
    expect(await heed("import", join(faults, "hidden-sheet.xlsx"), "--mapping", published)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(await asked()).toEqual([["9", "Justice"]]);
    expect(await heed("import", join(faults, "merged-cells.xlsx"), "--mapping", published)).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect((await asked()).sort()).toEqual([
      ["1", "Justice"],
      ["2", "Justice"],
      ["3", "Justice"],
      ["9", "Justice"],
    ]);
  },
);

test("a hidden sheet is read only when it is named, and then told; hidden ones alone are refused by name", async () => {
  const { take, asked } = await commands();
  const sheet = (n: string, state?: string) => ({
    rows: head + aRow(n, 2024, "Justice", "x"),
    ...(state && { state }),
  });
  const book = {
    sheets: { A: sheet("1", "veryHidden"), B: sheet("2", "hidden"), C: sheet("3", "visible"), D: sheet("4") },
  };
  const first = await take(book);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).not.toContain("Warning");
  expect(await asked()).toEqual([["3", "Justice"]]);
  const named = await take(book, "file: { format: xlsx, sheet: A }");
  expect(named.stdout).toContain("the sheet A is hidden, and is read because the mapping names it");
  const none = await take({ sheets: { A: sheet("1", "veryHidden"), B: sheet("2", "hidden") } });
  expect(none.code).toBe(2);
  expect(none.stderr).toContain("has hidden sheets only: A, B; name one in the mapping, under file.sheet");
});

test("rows and columns that nobody sees are told, and passed over where the mapping says so", async () => {
  const hidden = (row: string, how = ' hidden="1"') => row.replace("<row", `<row${how}`);
  const rows =
    head +
    aRow("1", 2024, "Justice", "x") +
    hidden(aRow("2", 2024, "Justice", "x")) +
    hidden(aRow("3", 2024, "Justice", "x"), ' ht="0" customHeight="1"') +
    hidden("<row/>") +
    aRow("4", 2024, "Justice", "x");
  const book = {
    sheets: {
      List: { rows, before: '<cols><col min="1" max="1" width="9"/><col min="3" max="3" hidden="1"/></cols>' },
    },
  };
  const one = await commands();
  const taken = await one.take(book);
  expect(taken.code).toBe(0);
  expect(taken.stdout).toContain(
    "Warning, 2 rows: the row is hidden in its sheet, and is taken (file.hiddenRows: skip passes over it); such as row 3, row 4.",
  );
  expect(taken.stdout).toContain("the column To is hidden in its sheet, and is read");
  expect(await one.asked()).toHaveLength(4);
  const other = await commands();
  const skipped = await other.take(book, "file: { format: xlsx, hiddenRows: skip }");
  expect(skipped.stdout).toContain("the row is hidden in its sheet");
  expect(await other.asked()).toEqual([
    ["1", "Justice"],
    ["4", "Justice"],
  ]);
});

test("merged ranges are what a person sees: across rows, across columns, headings and headers", async () => {
  const { take, asked } = await commands();
  const rows = [
    head,
    aRow("Ministry of Justice"), // 2: a heading over all columns
    aRow("1", 2024, "Justice", "x"), // 3
    aRow("2", undefined, undefined, "y"), // 4: year and addressee come from the row above
    aRow(), // 5: nothing of its own
    aRow("3", 2024, "Interior"), // 6: addressee and text are one merged cell
    aRow(undefined, 2025, "Health", "z"), // 7: the number comes from the row above
  ].join("");
  const ranges = ["A2:D2", "B3:B5", "C3:C5", "A3:A3", "D4:D5", "C6:D6", "A6:A7"];
  const after = `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
  const text = await take(
    { sheets: { List: { rows, after } } },
    "skip: [{ when: { column: Text, blank: true }, why: a heading }]",
  );
  expect(text.stderr).toBe("");
  expect(text.stdout).toContain("a heading");
  expect((await asked()).sort()).toEqual([
    ["1", "Justice"],
    ["2", "Justice"],
    ["3", "Health"],
    ["3", "Interior"],
  ]);
});

test("a merged name of the upper header row stands over its own columns only", async () => {
  const { openXlsx } = await import("@heed/files");
  const { folder } = await freshDatabase();
  const rows = [
    aRow("No", "Answer", undefined, undefined),
    aRow(undefined, "Was", "On", "Status"),
    aRow("1", "yes", "2024", "open"),
  ].join("");
  const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
  await writeFile(join(folder, "h.xlsx"), aWorkbook({ sheets: { List: { rows, after } } }));
  const { header, rows: read } = await openXlsx(join(folder, "h.xlsx"), { headerRow: [1, 2] });
  await read.return(undefined);
  expect(header).toEqual(["No", "Answer / Was", "Answer / On", "Status"]);
});
