import { verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { itemKinds } from "../../core/src/collected-item/item-kinds.ts";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { servedDesks } from "./pages/desk-forms.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const persons = {
  editor: people.editor,
  own: { ...people.editor, name: "M. Myria", organizations: ["myria"] },
  assessor: people.assessor,
} as const;

describeDatabase("a table of what was collected", (open) => {
  test("goes out and comes in again unchanged, in each kind and as CSV and workbook; a change is refused by row and column, or accepted", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens = await tokensOf(database, persons);
    const get = (path: string) => app.get(basePath + path).set("Authorization", `Bearer ${tokens.editor}`);
    const bring = (table: string | Buffer, query: Record<string, string> = {}, who: keyof typeof tokens = "editor") =>
      app
        .post(`${basePath}/broughtCollectedItems`)
        .query({ name: "table.csv", ...query })
        .set("Authorization", `Bearer ${tokens[who]}`)
        .set("Content-Type", "application/octet-stream")
        .send(Buffer.from(table));
    const csvOf = async (kind: string) => (await get(`/exports/collectedItems?format=csv&kind=${kind}`)).text;
    for (const kind of Object.keys(itemKinds)) {
      const csv = await csvOf(kind);
      const count = world.collectedItems.filter((item) => item.kind === kind).length;
      const { status, body } = await bring(csv);
      expect([kind, status, body]).toEqual([kind, 201, { dryRun: false, added: 0, corrected: 0, unchanged: count }]);
    }
    const xlsx = await get("/exports/collectedItems?format=xlsx&kind=legalProceedings").responseType("blob");
    expect((await bring(xlsx.body as Buffer)).body).toMatchObject({ added: 0, corrected: 0, unchanged: 1 });

    const csv = await csvOf("judgment");
    const changed = csv.replace("De boerderij", "De hoeve").replace("2011-10-05", "2011-10-06");
    expect(changed).not.toBe(csv);
    const refused = async (table: string, query: Record<string, string> = {}) => {
      const { status, body } = await bring(table, query);
      return [status, ...(body.issues ?? []).map(({ name }: { name: string }) => name)];
    };
    expect(await refused(changed)).toEqual([400, "row 2, title.nl", "row 2, decidedOn"]);
    const dry = { acceptCorrections: "true", dryRun: "true" };
    expect((await bring(changed, dry)).body).toEqual({ dryRun: true, added: 0, corrected: 1, unchanged: 0 });
    expect(await csvOf("judgment")).toBe(csv);
    expect((await bring(changed, { acceptCorrections: "true" })).body).toMatchObject({ corrected: 1 });
    expect((await bring(changed)).body).toMatchObject({ added: 0, corrected: 0, unchanged: 1 });

    // Nothing partly done, whichever row is wrong, and by whichever rule: the kind's, the table's, or the record's.
    const head = "reference,issuingBody,year,title.nl,court,decidedOn";
    const rows = (...lines: string[]) => [head, ...lines].join("\r\n");
    const sound = "JUD-1,myria,2014,Een,Gent,2014-05-06";
    const judgment = { kind: "judgment" };
    for (const [line, place] of [
      ["JUD-2,myria,2014,Twee,Gent,soon", "decidedOn"],
      ["JUD-2,myria,soon,Twee,Gent,2014-05-06", "year"],
      ["JUD-2,myria,2014,,Gent,2014-05-06", "title.nl"],
      ["JUD-2,nobody,2014,Twee,Gent,2014-05-06", "issuingBody"],
      ["jud-1,myria,2014,Twee,Gent,2014-05-06", "reference"],
      ["LAW-2014-1,myria,2014,Twee,Gent,2014-05-06", "reference"],
    ])
      expect(await refused(rows(sound, line as string), judgment), line).toEqual([400, `row 3, ${place}`]);
    expect(await refused(rows(sound).replace("court", "judge"), judgment)).toEqual([400, "row 1, judge"]);
    expect(await refused(rows(sound))).toEqual([400, "kind"]);
    const figures =
      "reference,issuingBody,year,title.en,series,deliveredBy,cells\r\nF-1,myria,2014,F,STAT-9,Payoke,a | b | 1";
    for (const query of [{}, { dryRun: "true" }] as Record<string, string>[])
      expect(await refused(figures, { kind: "figures", ...query })).toEqual([400, "row 2, series"]);
    expect((await get("/collectedItems?reference=JUD-1&issuingBody=myria")).status).toBe(400);
    expect((await bring(rows(sound), judgment, "assessor")).status).toBe(403);
    expect((await bring(rows(sound.replace("myria", "unia")), judgment, "own")).status).toBe(403);

    // A table of somebody else, by a mapping.
    const theirs = "Nr;Titel;Rechtbank;Datum\r\nA-1;Een;Gent;06/05/2014\r\nA-2;Twee;Brussel;07/05/2014\r\n";
    const mapping = JSON.stringify({
      kind: "judgment",
      item: {
        ...{ reference: { column: "Nr" }, "title.nl": { column: "Titel" }, court: { column: "Rechtbank" } },
        ...{ decidedOn: { column: "Datum", format: "dd/MM/yyyy" }, year: 2014 },
      },
    });
    expect((await bring(theirs, { mapping, issuingBody: "myria" }, "own")).body).toMatchObject({ added: 2 });
    expect((await bring(theirs, { mapping, issuingBody: "myria" }, "own")).body).toMatchObject({ unchanged: 2 });
    const [added] = (await get("/collectedItems?reference=A-2")).body.items;
    expect(added.content).toEqual({ court: "Brussel", decidedOn: "2014-05-07" });
    expect(await refused(theirs, { mapping: mapping.replace("Rechtbank", "Hof"), issuingBody: "myria" })).toEqual([
      400,
      "item.court",
    ]);
    expect(await refused(theirs.replace("07/05", "31/02"), { mapping, issuingBody: "myria" })).toEqual([
      400,
      "row 3, Datum",
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();

    const { get: page, send, bring: upload } = servedDesks(database);
    const form = "/en/desk/items/import";
    expect((await page("claes", form)).status).toBe(404);
    expect((await page("peeters", form)).text).toContain('name="workbook.0.upload"');
    const none = await send("peeters", form, {});
    expect([none.status, none.text.includes('href="#workbook.0.upload"')]).toEqual([422, true]);
    const file = (bytes: Buffer, name = "table.xlsx"): Record<string, [Buffer, string]> => ({
      "workbook.0.upload": [bytes, name],
    });
    const csvFile = await upload("peeters", form, judgment, file(Buffer.from(rows(sound)), "table.csv"));
    expect([csvFile.status, csvFile.text.includes("send the Excel workbook (.xlsx) itself")]).toEqual([422, true]);
    const workbook = (await get("/exports/collectedItems?format=xlsx&kind=legalProceedings").responseType("blob")).body;
    const wrong = await upload("peeters", form, judgment, file(workbook as Buffer));
    expect([wrong.status, wrong.text.includes("1, ")]).toEqual([422, true]);
    const brought = () => database.all("SELECT name FROM uploaded_file");
    expect(await brought()).not.toEqual([]);
    const taken = await upload("peeters", form, {}, file(workbook as Buffer));
    expect([taken.status, taken.text.includes("0 new, 0 corrected, 1 there already")]).toEqual([200, true]);
    // It does not outlive what may be erased of the record; one that was refused stays until it is cleaned up.
    expect((await brought()).length).toBe(1);
  });
});
