import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { hasSharedData, root, runKept, sharedData } from "./heed.ts";

const faults = join(sharedData, "faults");
const back = join(root, "examples", "mappings", "heed-export.yaml");
const heedOn =
  (url: string) =>
  (...args: string[]) =>
    runKept(args, url);

const texts = `heed: mapping/1
name: texts
file: { format: json }
report: { reference: "R", issuingBody: Ombudsman, reportingYear: "2023", publishedOn: 2024-01-15, responsePeriod: none }
recommendation: { reference: "{n}", text: "{t}" }
addressees:
  - names: Justice
    entries:
      - { type: response, position: accepted, reason: "{t}", givenOn: 2024-02-01 }
      - { type: commitment, description: "{t}", owner: "{t}", due: 2024-06-30, givenOn: 2024-02-01 }
`;

/** Everything that a program on the way could change: each text must come back unchanged. */
const odd = [
  "line one\u000bline two",
  "see _x0041_ here",
  "_x005F_x0041_ and _x000D_ and _X0041_ and __x0041__",
  "a\u0001b\u001fc\u007fd\u0085e\u009ff",
  "a\u2028b\u2029c\ufffdd\ufffee\ufdd0f\u{1fffe}g\u{1f600}h",
  "a\rb\r\nc\nd\te",
  "\u000bx0041_",
  "=1+1",
  "e\u0301 \u00a0 \u200b \u00ad soft",
  "\ufeffmark",
];

describeDatabase("a text", (open) => {
  test("comes back from JSON, CSV and XLSX as it went", async () => {
    const { url } = await open();
    const heed = heedOn(url);
    const folder = await folderOf(url);
    await writeFile(join(folder, "odd.json"), JSON.stringify(odd.map((t, n) => ({ n: `${n}`, t: `<${t}>` }))));
    await writeFile(join(folder, "odd.yaml"), texts);
    const taken = await heed("import", join(folder, "odd.json"), "--mapping", join(folder, "odd.yaml"));
    expect(taken).toMatchObject({ code: 0, stderr: "" });
    const json = join(folder, "record.json");
    expect(await heed("export", "--to", json)).toMatchObject({ code: 0 });
    const record = JSON.parse(await readFile(json, "utf8"));
    const written = odd.map((t) => `<${t}>`);
    expect(record.recommendations.map((each: { text: { en: string } }) => each.text.en)).toEqual(written);
    for (const format of ["csv", "xlsx"] as const) {
      const file = join(folder, `export.${format}`);
      expect(await heed("export", "--format", format, "--to", file)).toMatchObject({ code: 0, stderr: "" });
      const { openRows } = await import("@heed/files");
      const { rows } = await openRows(file, { format, escapedFormulas: format === "csv" });
      const read: string[] = [];
      for await (const { cells } of rows) if (cells.type === "commitment") read.push(cells.description ?? "");
      expect(read.sort()).toEqual([...written].sort());
      const again = await heed("import", file, "--mapping", back);
      expect(again.stderr).toBe("");
      expect(again.stdout).toContain("nothing is new, nothing was changed");
    }
  });

  test.skipIf(!hasSharedData)(
    "that no file holds is refused with its row and column, and the others stay",
    async () => {
      const { url } = await open();
      const heed = heedOn(url);
      const folder = await folderOf(url);
      const simple = join(faults, "simple.yaml");
      const nul = await heed("import", join(faults, "nul-cell.csv"), "--mapping", simple);
      expect(nul.code).toBe(2);
      expect(nul.stderr).toContain("row 3, Text: the cell has the character NUL (U+0000), which no text can hold");
      const some = await heed("import", join(faults, "nul-cell.csv"), "--mapping", simple, "--skip-invalid");
      expect(some.code).toBe(0);
      expect(some.stdout).toContain("2 recommendations");
      const json = await readFile(simple, "utf8");
      const files: [name: string, content: string, mapping: string, places: string[]][] = [
        [
          "half.json",
          '[{"Number":"1","Year":"2024","To":"J\\ud800","Text":"x"}]',
          `${json}file: { format: json }`,
          ["row 1, To", "U+D800"],
        ],
        [
          "half.ndjson",
          '\n{"Number":"1","Year":"2024","To":"J","Text":"\\udc00x"}',
          `${json}file: { format: ndjson }`,
          ["row 2, Text", "U+DC00"],
        ],
        [
          "key.json",
          '[{"Number":"1","Ye\\u0000ar":"2024","To":"J","Text":"x"}]',
          `${json}file: { format: json }`,
          ["record 1", "NUL"],
        ],
        ["head.csv", "Number,Year,To,Te\u0000xt\n1,2024,J,x", json, ["line 1", "NUL"]],
        [
          "mapping.csv",
          "Number,Year,To,Text\n1,2024,J,x",
          json.replace("Ombudsman", '"Ombuds\\0man"'),
          ["mapping.csv.yaml, line 5, report.issuingBody", "NUL"],
        ],
        ["half.csv", "Number,Year,To,Text\n1,2024,J,x", json.replace("Ombudsman", '"\\ud83dx"'), ["line 5", "U+D83D"]],
      ];
      for (const [name, content, mapping, places] of files) {
        await writeFile(join(folder, name), content);
        await writeFile(join(folder, `${name}.yaml`), mapping);
        const { code, stderr } = await heed("import", join(folder, name), "--mapping", join(folder, `${name}.yaml`));
        expect({ name, code }).toEqual({ name, code: 2 });
        for (const place of places) expect(stderr).toContain(place);
      }
      const { aRow, aWorkbook } = await import("../../files/test/a-workbook.ts");
      const sheet =
        aRow("Number", "Year", "To", "Text") + aRow("1", "2024", "J", "a_x0000_b") + aRow("2", "2024", "J_xDC00_", "b");
      await writeFile(join(folder, "nul.xlsx"), aWorkbook({ sheets: { List: sheet } }));
      const book = await heed("import", join(folder, "nul.xlsx"), "--mapping", simple);
      expect(book.stderr).toContain("sheet List, row 2, Text: the cell has the character NUL");
      expect(book.stderr).toContain("sheet List, row 3, To: the cell has half a character (U+DC00 alone)");
      const record = (text: string) =>
        `{"heed":"record/1","organizations":[{"id":"o","code":"o","name":{"en":"${text}"}}]}`;
      for (const text of ["a\\u0000b", "\\ud800"]) {
        await writeFile(join(folder, "record.json"), record(text));
        const own = await heed("import", join(folder, "record.json"));
        expect(own.code).toBe(2);
        expect(own.stderr).toContain("organizations[0].name.en");
      }
      const act = await heed("organization", "add", "--code", "x", "--name", "en:X");
      expect(act.code).toBe(0);
    },
  );

  test.skipIf(!hasSharedData)("longer than a cell of a workbook refuses the export in one line", async () => {
    const { url } = await open();
    const heed = heedOn(url);
    const folder = await folderOf(url);
    const mapping = join(faults, "texts.yaml");
    expect(await heed("import", join(faults, "long-text.json"), "--mapping", mapping)).toMatchObject({ code: 0 });
    const file = join(folder, "long.xlsx");
    const refused = await heed("export", "--format", "xlsx", "--to", file);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/^heed: .*32,?767.*ask for CSV instead\n$/);
    await expect(readFile(file)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await heed("export", "--format", "csv", "--to", join(folder, "long.csv"))).toMatchObject({ code: 0 });
  });

  test.skipIf(!hasSharedData).each(["escaped-hex.json", "vertical-tab.json"])(
    "of %s comes back from XLSX",
    async (name) => {
      const { url } = await open();
      const heed = heedOn(url);
      const folder = await folderOf(url);
      const [{ t }] = JSON.parse(await readFile(join(faults, name), "utf8"));
      expect(await heed("import", join(faults, name), "--mapping", join(faults, "texts.yaml"))).toMatchObject({
        code: 0,
      });
      const file = join(folder, "out.xlsx");
      expect(await heed("export", "--format", "xlsx", "--to", file)).toMatchObject({ code: 0 });
      const { openXlsx } = await import("@heed/files");
      const { rows } = await openXlsx(file);
      for await (const { cells } of rows) expect(cells.text).toBe(t);
      const again = await heed("import", file, "--mapping", back);
      expect(again).toMatchObject({ code: 0, stderr: "" });
      expect(again.stdout).toContain("nothing is new, nothing was changed");
    },
  );
});

/** A folder of the test's own. */
async function folderOf(url: string): Promise<string> {
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  return mkdtemp(join(tmpdir(), `heed-${url.slice(0, 4)}-`));
}
