import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFigures } from "@heed/files";
import { verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { filledWorkbook, type Typed } from "../../files/test/filled-workbook.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { servedDesks } from "./pages/desk-forms.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

function filled(workbook: Uint8Array, cells: Readonly<Record<string, Typed>>): Buffer {
  return Buffer.from(filledWorkbook(workbook, cells, undefined, 1));
}

/** The cells of the table in rows 6 to 9 and columns B to D, totals included. */
function table(numbers: readonly (readonly (number | string)[])[]): Record<string, string> {
  return Object.fromEntries(
    numbers.flatMap((line, row) => line.map((value, column) => [`${"BCD"[column]}${6 + row}`, String(value)])),
  );
}

const delivered: Readonly<Record<string, (number | string)[][]>> = {
  Payoke: [
    [2, 15, 17],
    [13, 3, 16],
    [4, 2, 6],
    [19, 20, 39],
  ],
  "PAG-ASA": [
    [1, 16, 17],
    [15, 4, 19],
    [3, 1, 4],
    [19, 21, 40],
  ],
  Sürya: [
    [0, 9, 9],
    [9, 2, 11],
    [2, 1, 3],
    [11, 12, 23],
  ],
};

describeDatabase("the workbook of numbers", (open) => {
  test("three centres fill it in; what is wrong is told by cell, and the joined table suppresses the small ones", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const own = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    const workbookOf = async (deliveredBy: string, token = editor) =>
      app
        .get(`${basePath}/documents/figuresWorkbook`)
        .query({ issuingBody: "ceoor", deliveredBy, year: 2012, lang: "nl" })
        .set("Authorization", `Bearer ${token}`)
        .responseType("blob");
    const bring = (bytes: Buffer, query: object = {}, token = editor) =>
      app
        .post(`${basePath}/broughtFigures`)
        .query({ name: "cijfers.xlsx", ...query })
        .set("Authorization", `Bearer ${token}`)
        .set("Content-Type", "application/octet-stream")
        .send(bytes);
    const figuresOf2012 = async () => {
      const answer = await app
        .get(`${basePath}/collectedItems/series-of-victims/figures`)
        .set("Authorization", `Bearer ${editor}`);
      return answer.body.years.find(({ year }: { year: number }) => year === 2012);
    };

    const out = await workbookOf("Payoke");
    expect([out.status, out.headers["content-type"]]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    expect((await workbookOf("Payoke", own)).status).toBe(403);
    expect((await workbookOf("Somebody")).status).toBe(400);

    // Everything that can be wrong, each by its cell.
    const wrong = filled(out.body, {
      ...table(delivered.Payoke ?? []),
      ...{ B6: "twee", C8: undefined, D7: "17", C13: "3" },
    });
    const faults = async (bytes: Buffer, query: object = {}) =>
      (await bring(bytes, query)).body.issues.map(({ name, detail }: { name: string; detail: string }) => [
        name,
        detail,
      ]);
    expect(await faults(wrong, { lang: "nl" })).toEqual([
      ["1 STAT-1!B6", "is geen getal: schrijf een geheel getal vanaf 0"],
      ["1 STAT-1!C8", "heeft geen getal: schrijf 0 waar er geen is"],
      ["1 STAT-1!C13", expect.stringContaining("2011 geleverd werd (14)")],
    ]);
    const badSums = filled(out.body, { ...table(delivered.Payoke ?? []), D7: "17", B9: "18", D9: "40" });
    expect(await faults(badSums, { lang: "en" })).toEqual([
      ["1 STAT-1!D7", "is not the sum of its row, which is 16"],
      ["1 STAT-1!B9", "is not the sum of its column, which is 19"],
      ["1 STAT-1!D9", expect.stringContaining("which is 39")],
    ]);
    expect(await figuresOf2012()).toBeUndefined();
    expect((await bring(Buffer.from("no workbook"))).status).toBe(400);

    // One comes by a service, one at the desk, and nothing comes twice.
    const good = filled(out.body, table(delivered.Payoke ?? []));
    expect((await bring(good, {}, own)).status).toBe(403);
    expect((await bring(good, { dryRun: true })).body).toEqual({ dryRun: true, taken: 1, unchanged: 0 });
    expect(await figuresOf2012()).toBeUndefined();
    expect((await bring(good)).body).toEqual({ dryRun: false, taken: 1, unchanged: 0 });
    expect((await bring(good)).body).toEqual({ dryRun: false, taken: 0, unchanged: 1 });
    expect((await figuresOf2012()).awaited).toEqual(["PAG-ASA", "Sürya"]);
    const second = filled((await workbookOf("PAG-ASA")).body, table(delivered["PAG-ASA"] ?? []));
    expect((await bring(second)).body.taken).toBe(1);
    const third = filled((await workbookOf("Sürya")).body, table(delivered.Sürya ?? []));
    expect((await bring(third)).body.taken).toBe(1);

    const joined = await figuresOf2012();
    expect(joined.cells.map(({ value }: { value: number }) => value)).toEqual([
      3, 40, 43, 37, 9, 46, 9, 4, 13, 49, 53, 102,
    ]);
    expect([joined.awaited, joined.isPublic]).toEqual([[], false]);
    const published = await app
      .patch(`${basePath}/collectedItems/series-of-victims`)
      .set("Authorization", `Bearer ${editor}`)
      .set("If-Match", "*")
      .send({ content: { publishedTo: 2012 } });
    expect(published.status).toBe(200);
    const seen = (await app.get(`${basePath}/collectedItems/series-of-victims/figures`)).body.years[0];
    // 3 and 4 are small; 40 and 9 would betray them.
    expect(seen.cells.map(({ value }: { value?: number }) => value ?? "*")).toEqual([
      "*",
      "*",
      43,
      37,
      9,
      46,
      "*",
      "*",
      13,
      49,
      53,
      102,
    ]);
    // A corrected workbook corrects.
    const again = filled((await workbookOf("Sürya")).body, {
      ...table(delivered.Sürya ?? []),
      B7: "10",
      D7: "12",
      B9: "12",
      D9: "24",
    });
    expect((await bring(again)).body.taken).toBe(1);
    expect((await figuresOf2012()).cells[3].value).toBe(38);
    expect((await verifyAudit(database)).fault).toBeUndefined();

    const folder = await mkdtemp(join(tmpdir(), "heed-figures-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "f.xlsx"), good);
    const read = await readFigures(join(folder, "f.xlsx"), { name: "f.xlsx", language: "en" });
    expect([read.deliveredBy, read.year, read.sheets[0]?.cells.get("B6")]).toEqual(["Payoke", 2012, "2"]);
  });

  test("an editor takes it at the desk and brings it there", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { app, get, send, bring } = servedDesks(database);
    expect((await get("claes", "/en/desk/figures")).status).toBe(404);
    expect((await get("peeters", "/en/desk/figures")).text).toContain("No series of your bodies");
    const series = {
      ...{ issuingBody: "myria", reference: "S-1", year: "2014", "title.nl": "Oproepen", key: "series" },
      ...{ "content.definition.nl": "Elke oproep.", "content.unit": "oproepen", "content.smallBelow": "5" },
      ...{ "content.rows": "men | men\nwomen | women | femmes", "content.filledBy": "Payoke" },
      "content.breaks": "2012 | another way of counting",
    };
    const added = await send("peeters", "/en/desk/items/new/series", series);
    expect(added.status, added.text).toBe(303);
    const [item] = (await app.get(`${basePath}/collectedItems?kind=series&issuingBody=myria`)).body.items;
    expect(item.content).toMatchObject({ rows: [{ code: "men" }, { code: "women" }], breaks: [{ year: 2012 }] });

    const way = "/en/desk/figures/myria/Payoke/2014";
    expect((await get("peeters", "/en/desk/figures")).text).toContain(`href="${way}"`);
    expect((await get("peeters", "/en/desk/figures/myria/Somebody/2014")).status).toBe(404);
    expect((await get("claes", way)).status).toBe(404);
    const out = (await get("peeters", way).responseType("blob")).body;
    const bringIn = (key: string, cells: Record<string, Typed>) =>
      bring("peeters", "/en/desk/figures", { key }, { "workbook.0.upload": [filled(out, cells), "oproepen.xlsx"] });
    const faulty = (await bringIn("one", { B6: "3", B7: "x", B8: "23" })).text;
    expect(faulty).toContain("1 S-1!B7");
    expect(faulty).toContain("is no number");
    expect((await bringIn("two", { B6: "3", B7: "20", B8: "23" })).text).toContain(
      "The numbers of 1 series were taken in",
    );
    const own = (await get("peeters", `/en/desk/items/${item.id}`)).text;
    expect(own).toContain(">[3]<");
    expect((await app.get(`/en/collected/myria/S-1`)).text).not.toContain(">[3]<");
  });
});
