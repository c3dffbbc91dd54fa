import { RecordFile } from "@heed/core";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { csvRows } from "../../files/test/csv-rows.ts";
import { workbookText } from "../../files/test/workbook-text.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tableTypes } from "../src/contract/operation.ts";
import { asBytes } from "./pages/crawl.ts";
import { worldApp } from "./world-app.ts";

/** Each list with its number of rows besides the head, on 30 June 2015. */
const lists: readonly (readonly [string, string])[] = [
  ["overdue", "kind"],
  ["obligations", "kind"],
  ["changes", "kind"],
  ["comparison", "movement"],
  ["overdue/organizations", "longest"],
  ["stale", "followUp"],
  ["recommendations", "position"],
  ["reports", "status"],
  ["organizations", "level"],
  ["reportingCycles", "year"],
  ["reportingCycles/2013/snapshot", "update"],
  ["reportingCycles/2014/unassessed", "due"],
  ["progress", "rate"],
  ["progressMatrix", "addressee"],
];

describeDatabase("a list as a file", (open, openToRead) => {
  test.each(lists)("%s: names for programs, titles and labels beside the codes for readers", async (list, column) => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const get = (query: string) => app.get(`${basePath}/exports/${list}?${query}`);
    const plain = await get("").expect(200);
    expect(plain.type).toBe("text/csv");
    const [names = [], ...rows] = csvRows(plain.text);
    expect(names).toContain(column);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
    const titles = new Map<string, string[]>();
    for (const language of ["nl", "fr", "de", "en"]) {
      const { text, headers } = await get(`lang=${language}`).expect(200);
      expect(headers["content-language"]).toBe(language);
      expect(headers["content-disposition"]).toMatch(/^attachment; filename="[A-Za-z0-9.-]+-2015-06-30\.csv"$/);
      const [head = [], ...shown] = csvRows(text);
      titles.set(language, head);
      expect(shown.length).toBe(rows.length);
      // Each title of a code comes twice: the label, and the code itself as programs get it.
      const codes = head.flatMap((title, index) => (title.endsWith(" (code)") ? [index] : []));
      expect(head.length - codes.length).toBe(names.length);
      expect(new Set(head).size).toBe(head.length);
      for (const index of codes) {
        expect(head[index]).toBe(`${head[index - 1]} (code)`);
        const name = names[index - codes.filter((each) => each <= index).length];
        expect(shown.map((row) => row[index])).toEqual(rows.map((row) => row[names.indexOf(name ?? "")]));
        for (const row of shown) {
          expect(row[index - 1] === "").toBe(row[index] === "");
          if (row[index] !== "") expect(row[index - 1], row[index]).toMatch(/^\p{Lu}/u);
        }
      }
    }
    const [nl, fr, de, en] = ["nl", "fr", "de", "en"].map((language) => titles.get(language)?.join());
    expect(new Set([nl, fr, de, en]).size).toBe(4);
  });

  test.each(lists)("%s: the same in a workbook", async (list) => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const path = `${basePath}/exports/${list}?lang=fr`;
    const workbook = await app.get(`${path}&format=xlsx`).parse(asBytes).expect(200);
    expect(workbook.type).toBe(tableTypes.xlsx);
    expect(workbook.headers["content-disposition"]).toMatch(/^attachment; filename="[A-Za-z0-9.-]+\.xlsx"$/);
    const byAccept = await app.get(path).set("Accept", tableTypes.xlsx).parse(asBytes).expect(200);
    const text = workbookText(workbook.body);
    expect(workbookText(byAccept.body)).toBe(text);
    const [head = [], ...rows] = csvRows((await app.get(path)).text);
    for (const title of head) expect(text).toContain(title);
    expect(text.match(/<row /g)?.length).toBe(rows.length + 1);
    expect((await app.head(`${path}&format=xlsx`)).headers["content-disposition"]).toContain(".xlsx");
    expect((await app.get(`${path}&format=pdf`)).body.issues[0].name).toBe("format");
  });

  test("a text that looks like a formula is harmless in both", async () => {
    const { database } = await open(world);
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        reports: [
          {
            id: "zf",
            issuingBody: "myria",
            reference: "=ZF",
            reportingYear: 2014,
            status: "published",
            publishedOn: "2015-01-05",
          },
        ],
        recommendations: [{ id: "zf-1", report: "zf", reference: "@zf-1", title: { en: "=HYPERLINK(1)" } }],
        followUps: [{ id: "zf-fu", recommendation: "zf-1", addressee: "justice", role: "lead" }],
      }),
    );
    const app = supertest(await worldApp(database));
    const path = `${basePath}/exports/recommendations?lang=en&report=zf`;
    const [, row = []] = csvRows((await app.get(path).expect(200)).text);
    expect(row.slice(0, 2)).toEqual(["'@zf-1", "'=ZF"]);
    expect(row).toContain("'=HYPERLINK(1)");
    const text = workbookText((await app.get(`${path}&format=xlsx`).parse(asBytes)).body);
    expect(text).toContain("=HYPERLINK(1)");
    expect(text).not.toMatch(/<f[ >]/);
  });
});
