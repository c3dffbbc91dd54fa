import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbookRows } from "@heed/core/workbook/read-workbook";
import { type Workbook, workbookFormat } from "@heed/core/workbook/workbook";
import { strFromU8, unzipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { answersWorkbook, readAnswers } from "../src/index.ts";
import { filledWorkbook } from "./filled-workbook.ts";

const cells = {
  report: "2013",
  text: "=1+1 <b>&\u000b",
  owed: "Antwoord",
  due: { day: "2015-07-01" },
  said: "",
  found: "",
};
const workbook: Workbook = {
  ...{ format: workbookFormat, language: "nl", organization: "justice", name: "Justitie", day: "2015-06-30" },
  rows: ["respond", "update", "update"].map((act, place) => ({
    ...{ key: String(place + 1), act: act as "respond" | "update", followUp: `f${place + 1}`, said: 0, found: 0 },
    ...{ reference: `2013-0${place + 1}`, report: "2013", year: "2014" },
    cells: { ...cells, reference: `2013-0${place + 1}` },
  })),
};

/** I position, J reason, K year, L level, M narrative, N situation, O all done, P promise, Q promised by. */
const typed = {
  ...{ I2: "  AANVAARD ", J2: "Wij doen het.\nIn mei.", P2: "Een wet", Q2: "eind juni 2027" },
  ...{ L3: "aan de gang", M3: "=geen formule", N3: 42_125, O3: "nee", Q3: "1 mei 2016", P3: "Een besluit" },
};

async function read(bytes: Uint8Array, name = "antwoorden.xlsx") {
  const folder = await mkdtemp(join(tmpdir(), "heed-workbook-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), bytes);
  return readAnswers(join(folder, name), { name, language: "en" });
}

const acts = [
  [
    { act: "respond", input: { position: "accepted", reason: "Wij doen het.\nIn mei." } },
    {
      act: "commit",
      input: { description: "Een wet", due: { on: "2027-06-30", precision: "month", wording: "eind juni 2027" } },
    },
  ],
  [
    {
      act: "update",
      input: { reportingYear: 2014, level: "underWay", narrative: "=geen formule", asOf: "2015-05-01", claim: false },
    },
    { act: "commit", input: { description: "Een besluit", due: { on: "2016-05-01", precision: "day" } } },
  ],
];

test("what goes out comes back as it was typed, in the words of its language", async () => {
  const out = answersWorkbook(workbook);
  expect(answersWorkbook(workbook)).toEqual(out);
  expect(readWorkbookRows(await read(out), "en").rows.map(({ says }) => says)).toEqual([
    "nothing",
    "nothing",
    "nothing",
  ]);
  const back = await read(filledWorkbook(out, typed));
  expect(back).toMatchObject({ language: "nl", organization: "justice", day: "2015-06-30", sheet: "Antwoorden" });
  expect(back.rows[0]?.cells.text?.text).toBe(cells.text);
  expect(readWorkbookRows(back, "en")).toMatchObject({
    rows: [{ acts: acts[0] }, { acts: acts[1] }, { says: "nothing" }],
    deleted: [],
  });
});

test("a cell for an answer is open and has its list; all others are locked", () => {
  const parts = unzipSync(answersWorkbook(workbook));
  const [sheet = "", styles = "", lists = "", book = ""] = [
    "worksheets/sheet2",
    "styles",
    "worksheets/sheet4",
    "workbook",
  ].map((part) => strFromU8(parts[`xl/${part}.xml`] ?? new Uint8Array()));
  const isLocked = [...styles.matchAll(/<protection locked="(\d)"/g)].map(([, locked]) => locked === "1");
  const open = [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].flatMap(([, name, style]) =>
    isLocked[Number(style)] ? [] : [name],
  );
  expect(open).toEqual([
    "I2",
    "J2",
    "P2",
    "Q2",
    ...[3, 4].flatMap((row) => ["K", "L", "M", "N", "O", "P", "Q"].map((column) => column + row)),
  ]);
  expect(sheet).toContain('<sheetProtection sheet="1"');
  expect([...sheet.matchAll(/sqref="(\w+:\w+)"/g)].map(([, range]) => range)).toEqual(["I2:I4", "L2:L4", "O2:O4"]);
  for (const word of ["Aanvaard", "Aan de gang", "Ja"]) expect(lists).toContain(`>${word}<`);
  expect([...book.matchAll(/<sheet name="([^"]+)"[^>]*?state="hidden"/g)].map(([, name]) => name)).toEqual([
    "heed",
    "lists",
  ]);
  expect(sheet).not.toContain("<f>");
  // Excel takes a file with an empty list of columns for a damaged one.
  for (const [name, part] of Object.entries(parts)) expect(strFromU8(part), name).not.toContain("<cols></cols>");
});

test("each fault names its row and column, and what to do", async () => {
  const faulty = {
    I2: "Misschien",
    J2: "x",
    K3: "vorig jaar",
    L3: "Aan de gang",
    N3: "31/02/2015",
    M4: { formula: "1+1" },
  };
  const { sheet, rows, ...rest } = await read(filledWorkbook(answersWorkbook(workbook), { ...faulty, J4: "Waarom?" }));
  const told = (more = rows) =>
    readWorkbookRows({ ...rest, sheet, rows: more }, "en").rows.flatMap((row) =>
      row.says === "faults"
        ? row.faults.map(({ row: at, name, value, detail }) => [at, name, value, detail.slice(0, 32)])
        : [],
    );
  expect(told()).toEqual([
    [2, "Your position", "Misschien", "is none of the choices: Aanvaard"],
    [3, "Year that you report about", "vorig jaar", "is no year: write it in four dig"],
    [3, "Situation on", "31/02/2015", "is no date: write it as 31/12/20"],
    [4, "Why", "Waarom?", "is not asked in this row: empty "],
    [4, "What was done", "1", "has a formula or an error: paste"],
  ]);
  const [first, second] = rows.map((row) => ({
    ...row,
    cells: { ...row.cells, position: { text: "Aanvaard" }, level: undefined },
  }));
  if (first === undefined || second === undefined) throw new Error("the workbook has too few rows");
  const pasted = { row: 9, key: "", cells: { reason: { text: "Nieuw" } } };
  const changed = { ...first, cells: { ...first.cells, reference: { text: "2012-01" } } };
  expect(told([changed, pasted]).map(([at, name, value]) => [at, name, value])).toEqual([
    [2, "Recommendation", "2012-01"],
    [9, "Recommendation", undefined],
  ]);
  expect(told([first, { ...first, row: 8 }]).map(([at]) => at)).toEqual([2, 8]);
  expect(readWorkbookRows({ ...rest, sheet, rows: [first] }, "en").deleted.map(({ key }) => key)).toEqual(["2", "3"]);
});

test("a second row that says the same of one follow-up is a fault of its own, and no row is left unread", async () => {
  const twice = answersWorkbook({ ...workbook, rows: workbook.rows.map((row) => ({ ...row, followUp: "f1" })) });
  const answers = {
    ...{ I2: "Aanvaard", P2: "Een wet", L3: "Aan de gang", P3: "Een wet", Q3: "eind 2027" },
    ...{ L4: "Aan de gang", P4: "Een besluit" },
  };
  const { rows } = readWorkbookRows(await read(filledWorkbook(twice, answers)), "en");
  expect(rows[0]).toMatchObject({ says: "acts", acts: [{ act: "respond" }, { act: "commit" }] });
  const told = rows.flatMap((row) => (row.says === "faults" ? row.faults : []));
  expect(told).toMatchObject(
    [
      { sheet: "Antwoorden", row: 3, name: "What you promise", value: "2013-02", detail: /^row 2 says this/ },
      { sheet: "Antwoorden", row: 4, name: "Year that you report about", value: "2013-03", detail: /^row 3 says this/ },
    ].map((each) => ({ ...each, detail: expect.stringMatching(each.detail) })),
  );

  const more = Array.from(
    { length: 10_000 },
    (_, place) => `<row r="${place + 9}"><c r="J${place + 9}" t="inlineStr"><is><t>x</t></is></c></row>`,
  ).join("");
  const long = filledWorkbook(answersWorkbook(workbook), {}, (sheet) => sheet.replace("</sheetData>", `${more}$&`));
  await expect(read(long)).rejects.toThrow("has more than 10000 filled rows in the sheet “Antwoorden”");
});

test("what is no workbook of this kind is refused with what to do", async () => {
  const out = answersWorkbook(workbook);
  await expect(read(Buffer.from("Aanbeveling;Standpunt\n2013-01;Aanvaard\n"), "a.csv")).rejects.toThrow(
    /a\.csv is not the workbook.*CSV/,
  );
  const other = answersWorkbook({ ...workbook, format: "0" });
  await expect(read(other)).rejects.toThrow("was made by another version: take a new workbook");
  const parts = filledWorkbook(out, {}, (sheet) => sheet.replace("Uw standpunt", "Mening"));
  await expect(read(parts)).rejects.toThrow("has no column “Uw standpunt”");
});

const office = "/usr/bin/soffice";

test("LibreOffice opens it and saves it, and the answers come back the same", { timeout: 120_000 }, async ({
  skip,
}) => {
  if (!existsSync(office)) {
    const why = "LibreOffice is not installed: apt-get install libreoffice-calc";
    if (process.env.HEED_REQUIRE_LIBREOFFICE) throw new Error(why);
    return skip(why);
  }
  const folder = await mkdtemp(join(tmpdir(), "heed-office-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "antwoorden.xlsx"), filledWorkbook(answersWorkbook(workbook), typed));
  const saved = join(folder, "saved");
  const args = [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    "xlsx",
    "--outdir",
    saved,
  ];
  execFileSync(office, [...args, join(folder, "antwoorden.xlsx")], { stdio: "ignore" });
  const bytes = await readFile(join(saved, "antwoorden.xlsx"));
  expect(readWorkbookRows(await read(bytes), "en")).toMatchObject({
    rows: [{ acts: acts[0] }, { acts: acts[1] }, { says: "nothing" }],
    deleted: [],
  });
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
  expect(sheet).toContain("<sheetProtection");
  expect(sheet.match(/<dataValidation /g)?.length).toBe(3);
});
