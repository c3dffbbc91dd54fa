import { RecordFile, readerAs } from "@heed/core";
import { exportRecord, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { ReportSectionDetail, ReportSectionList } from "../src/schemas/report-section.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const section = {
  reference: "quarry",
  title: { nl: "De steengroeve", fr: "La carrière" },
  text: { nl: "Een verhaal.", fr: "Une histoire." },
  authenticLanguage: "nl",
};

describeDatabase("what a report says", (open) => {
  test("is written, ordered, corrected and withdrawn; what is not published leaves no trace", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const own = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    const other = await tokenOf(database, { ...people.editor, name: "U. Unia", organizations: ["unia"] });
    const get = (path: string, token?: string) => {
      const request = app.get(basePath + path);
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const send = (method: "post" | "patch", path: string, body: object, tag?: string, token = editor) => {
      const request = app[method](basePath + path).set("Authorization", `Bearer ${token}`);
      return (tag === undefined ? request : request.set("If-Match", tag)).send(body);
    };
    const listed = async (query: string, token?: string): Promise<string[]> =>
      ReportSectionList.parse((await get(`/reportSections?${query}`, token)).body).items.map((each) => each.reference);

    const whole = await listed("report=2011");
    expect(whole.slice(0, 3)).toEqual(["framework", "phenomena", "case-law"]);
    const first = await get("/reportSections?pageSize=4&withTotal=true");
    const second = await app.get(first.body.next);
    const third = await app.get(second.body.next);
    expect(first.body.total).toBe(world.reportSections.length);
    expect([first, second, third].flatMap(({ body }) => body.items.map(({ id }: { id: string }) => id))).toEqual(
      (await get("/reportSections")).body.items.map(({ id }: { id: string }) => id),
    );
    expect((await get("/reportSections/section-focus")).body).toMatchObject({
      ...{ stale: ["fr"], version: 1, report: { id: "report-2011", reference: "2011" } },
    });

    // A draft of a published report, and a final section of a report that is not published: both are hidden.
    const draft = await send("post", "/reports", { reference: "2016", issuingBody: "myria", reportingYear: 2016 });
    const unpublished: string = draft.body.report.id;
    const everything = () =>
      Promise.all(
        ["/reportSections?withTotal=true", "/reportSections?report=2013", "/exports/record"].map(async (path) => {
          const { status, text } = await get(path);
          return [status, text.replace(/"(?:exportedOn|instance)":"[^"]*"/g, "")];
        }),
      );
    const before = await everything();
    const made = await send("post", "/reports/report-2013/sections", section, undefined, own);
    expect(made.status, made.text).toBe(201);
    const { id } = made.body.reportSection;
    expect(made.headers.location).toBe(`${basePath}/reportSections/${id}`);
    const ready = { ...section, state: "final" };
    expect((await send("post", `/reports/${unpublished}/sections`, ready, undefined, own)).status).toBe(201);
    expect(await everything()).toEqual(before);
    expect((await get(`/reportSections/${id}`)).status).toBe(404);
    expect(await listed("reference=quarry", own)).toEqual(["quarry", "quarry"]);
    expect([await listed("report=2013", other), await listed("state=draft", own)]).toEqual([[], ["quarry"]]);
    expect((await send("post", "/reports/report-2013/sections", section, undefined, other)).status).toBe(403);
    const hidden = await send("patch", `/reportSections/${id}`, { state: "final" }, "*", other);
    expect([
      hidden.status,
      (await send("post", `/reports/${unpublished}/sections`, ready, undefined, other)).status,
    ]).toEqual([404, 404]);
    expect((await send("post", "/reports/report-2013/sections", section, undefined, own)).status).toBe(409);
    const wrong = await send("patch", `/reportSections/${id}`, { text: { fr: "Bien.\n\n<br>" } }, "*");
    expect([wrong.status, wrong.body.issues[0]]).toMatchObject([
      400,
      { name: "text.fr", detail: "fr, line 3: HTML is not taken" },
    ]);

    // By the version that was read; the authentic text changes, and the translation is stale.
    expect((await send("patch", `/reportSections/${id}`, { state: "final" }, '"9"')).status).toBe(412);
    const tag = (await get(`/reportSections/${id}`, own)).headers.etag ?? "";
    const shown = await send("patch", `/reportSections/${id}`, { state: "final", text: { nl: "Nog een." } }, tag, own);
    expect(shown.body.version, shown.text).toBe(2);
    expect(await listed("report=2013")).toEqual(["quarry"]);
    const read = ReportSectionDetail.parse((await get(`/reportSections/${id}`)).body);
    expect([read.stale, read.formerVersions]).toEqual([["fr"], undefined]);
    const kept = ReportSectionDetail.parse((await get(`/reportSections/${id}`, own)).body);
    expect(kept.formerVersions?.map(({ state, text }) => [state, text?.nl])).toEqual([["draft", "Een verhaal."]]);
    const gone = await send("post", `/reportSections/${id}/withdrawals`, { reason: "Another case." }, "*");
    expect(gone.body.reportSection?.withdrawn, gone.text).toEqual({ on: "2015-06-30", reason: "Another case." });
    expect(await everything()).toEqual(before);

    // A draft that is discarded takes its sections with it; the record keeps what they were.
    expect(
      (
        await app
          .delete(`${basePath}/reports/${unpublished}`)
          .set("Authorization", `Bearer ${editor}`)
          .set("If-Match", "*")
      ).status,
    ).toBeLessThan(300);
    expect(await listed("reference=quarry", editor)).toEqual(["quarry"]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run("UPDATE report_section SET is_final = 1 WHERE id = ?", [id]);
    expect((await verifyAudit(database)).fault?.detail).toBeDefined();
  });

  test("is one document with what its blocks ask of the record, its recommendations and the follow-up chapter", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const written = async (query: string, token?: string) => {
      const request = app.get(`${basePath}/reports/report-2011/document?${query}`);
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const { text, status } = await written("format=md&lang=nl");
    expect(status, text).toBe(200);
    const heads = [...text.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads.slice(0, 9)).toEqual([
      ...["Juridisch en beleidskader", "Fenomenen", "Rechtspraak", "Het Centrum als burgerlijke partij", "Cijfers"],
      ...["Focus: schulden als keten", "Goede en slechte praktijken", "Bijdragen van anderen", "Aanbevelingen"],
    ]);
    expect(heads[9]).toMatch(/^Opvolging van eerdere aanbevelingen, 2011/);
    for (const told of [
      "| De boerderij (JUD-2011-1) | Correctionele rechtbank Gent | 5 oktober 2011 |",
      "### Wat wij vroegen",
    ])
      expect(text).toContain(told);
    for (const told of ["How do debts keep people at work?", "Illustratif", "### Ce que nous avons trouvé"])
      expect((await written("format=md&lang=fr")).text).toContain(told);
    const html = await written("format=html&lang=de");
    expect(html.text).toContain('<span lang="nl">In 2011 veranderde ');
    expect((await app.get("/nl/reports/2011")).text).toContain("/reports/report-2011/document?lang=nl&amp;format=pdf");

    // What is hidden is in no document; what is not final only where who may see it asks for it.
    const draft = { reference: "secret", title: { nl: "Geheim deel" }, authenticLanguage: "nl" };
    const added = await app
      .post(`${basePath}/reports/report-2011/sections`)
      .set("Authorization", `Bearer ${editor}`)
      .send({ ...draft, text: { nl: "Tekst.\n\n```heed item reference=NOTHING\n```" } });
    expect(added.status, added.text).toBe(201);
    expect((await written("format=md&lang=nl", editor)).text).toBe(text);
    expect((await written("format=md&lang=nl&drafts=true")).text).toBe(text);
    const refused = await written("format=md&lang=nl&drafts=true", editor);
    expect([refused.status, refused.body.issues]).toMatchObject([400, [{ name: "secret.text.nl", value: "item" }]]);
    expect(refused.body.issues[0].detail).toMatch(/^line 3: nothing that everybody may see/);
    expect((await app.get(`${basePath}/reports/none/document`)).status).toBe(404);
  });

  test("goes out in a record file and comes in again, and a file does not overwrite", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const items: unknown[] = [];
    const settings = await trackerReads(database).settings();
    for await (const { list, item } of exportRecord(database, readerAs("editor"), "2015-06-30", settings))
      if (list === "reportSections") items.push(item);
    const sorted = [...world.reportSections].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(items).toEqual(sorted.map((item) => ({ ...item, recordedAt: expect.any(String) })));
    const fileOf = (reportSections: unknown[]) => RecordFile.parse({ heed: "record/1", reportSections });
    await imported(database, fileOf(items));
    const [item] = sorted;
    const refusedWith = async (changed: object) =>
      imported(database, fileOf([{ ...item, ...changed }])).then(
        () => [],
        ({ issues }) => issues.map(({ name }: { name: string }) => name),
      );
    expect(await refusedWith({ position: 99 })).toEqual([`reportSections ${item?.id}`]);
    expect(await refusedWith({ id: "other" })).toEqual(["reportSections other, reference"]);
    expect(await refusedWith({ id: "other", reference: "x", parent: "nowhere" })).toEqual([
      "reportSections other, parent",
    ]);
    expect(await refusedWith({ id: "other", reference: "x", report: "none" })).toEqual([
      "reportSections other, report",
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
