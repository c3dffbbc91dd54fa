import { RecordFile, readerAs } from "@heed/core";
import { isPublic } from "@heed/core/collected-item/collected-item";
import { exportRecord, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { CollectedItemDetail, CollectedItemList } from "../src/schemas/collected-item.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const judgment = {
  kind: "judgment",
  issuingBody: "myria",
  reference: "JUD-2014-9",
  year: 2014,
  title: { en: "The quarry", nl: "De steengroeve" },
  themes: ["housing"],
  content: { court: "Court of appeal", decidedOn: "2014-05-06", penalty: { en: "A fine.", nl: "Een boete." } },
};

/** What a problem tells, whichever thing it is about and whichever request it answers. */
function toldBy({ text }: { text: string }, id: string): string {
  return text.replaceAll(id, "…").replace(/urn:uuid:[0-9a-f-]{36}/g, "");
}

describeDatabase("what is collected", (open) => {
  test("is added, found, corrected and withdrawn; what is hidden leaves no trace", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const get = (path: string, token?: string) => {
      const request = app.get(basePath + path);
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const send = (method: "post" | "patch", path: string, body: object, tag?: string, token = editor) => {
      const request = app[method](basePath + path).set("Authorization", `Bearer ${token}`);
      return (tag === undefined ? request : request.set("If-Match", tag)).send(body);
    };
    const listed = async (query: string, token?: string): Promise<string[]> => {
      const answer = await get(`/collectedItems?${query}`, token);
      return CollectedItemList.parse(answer.body).items.map(({ reference }) => reference);
    };

    expect(await listed("kind=judgment&kind=legalInstrument")).toEqual(["LAW-2014-1", "JUD-2011-1", "LAW-2011-1"]);
    expect(await listed("issuingBody=myria")).toEqual(["LAW-2014-1"]);
    expect(await listed("year=2011&theme=housing")).toEqual(["JUD-2011-1", "LAW-2011-1"]);
    expect(await listed("q=boerderij")).toEqual(["JUD-2011-1", "PRO-2011-1"]);
    expect(await listed("q=shed%20nev")).toEqual(["JUD-2011-1"]);
    const first = await get("/collectedItems?pageSize=2&withTotal=true");
    expect(first.body.total).toBe(world.collectedItems.filter(isPublic).length);
    const rest = await app.get(first.body.next);
    expect([...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id)).toEqual(
      (await get("/collectedItems?pageSize=4")).body.items.map(({ id }: { id: string }) => id),
    );

    const page = async (path: string) => (await app.get(path)).text;
    expect(await page("/nl/collected?kind=judgment")).toContain('href="/nl/collected/ceoor/JUD-2011-1"');
    const ofJudgment = await page("/nl/collected/ceoor/JUD-2011-1");
    for (const shown of ["De boerderij", "5 oktober 2011", "Burgerlijke partijen", "verzonnen", "housing"])
      expect(ofJudgment).toContain(shown);
    expect((await app.get("/nl/collected/CGKR/jud-2011-1")).headers.location).toBe("/nl/collected/ceoor/JUD-2011-1");

    // What everybody sees, before and after a judgment that only the body sees.
    const everything = () =>
      Promise.all(
        [
          ...["/collectedItems?withTotal=true", "/collectedItems?q=quarry", "/collectedItems?hidden=true"],
          ...["/exports/collectedItems?format=csv", "/collectedItems?reference=JUD-2014-9", "/exports/record"],
          ...["/en/collected", "/en/collected?q=quarry", "/en/collected/myria/JUD-2014-9"],
        ].map(async (path) => {
          const { status, text } = await app.get(path.startsWith("/en/") ? path : basePath + path);
          return [status, text.replace(/"(?:exportedOn|instance)":"[^"]*"/g, "")];
        }),
      );
    const before = await everything();
    const secret = await send("post", "/collectedItems", { ...judgment, confidential: true });
    expect(secret.status, secret.text).toBe(201);
    const { id } = secret.body.collectedItem;
    expect(secret.headers.location).toBe(`${basePath}/collectedItems/${id}`);
    expect(await everything()).toEqual(before);
    const unknown = await get("/collectedItems/no-such-item");
    const hidden = await get(`/collectedItems/${id}`);
    expect([hidden.status, toldBy(hidden, id)]).toEqual([404, toldBy(unknown, "no-such-item")]);
    expect(await listed("hidden=true&year=2014", editor)).toEqual(["JUD-2014-9"]);
    const other = await tokenOf(database, { ...people.editor, name: "U. Unia", organizations: ["unia"] });
    const own = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    expect(await listed("hidden=true", other)).toEqual([]);
    expect(await listed("hidden=true", own)).toEqual(["JUD-2014-9"]);
    const refused = await send("patch", `/collectedItems/${id}`, { year: 2013 }, "*", other);
    const none = await send("patch", "/collectedItems/no-such-item", { year: 2013 }, "*", other);
    expect([refused.status, toldBy(refused, id)]).toEqual([404, toldBy(none, "no-such-item")]);
    expect((await send("post", "/collectedItems", judgment, undefined, other)).status).toBe(403);
    expect(
      (await send("post", "/collectedItems", judgment, undefined, await tokenOf(database, people.justice))).status,
    ).toBe(403);

    // Shown to all, then corrected by the version that was read.
    expect((await send("patch", `/collectedItems/${id}`, { confidential: false })).status).toBe(428);
    const shown = await send("patch", `/collectedItems/${id}`, { confidential: false }, '"9"', own);
    const tag = (await get(`/collectedItems/${id}`, own)).headers.etag ?? "";
    expect([shown.status, tag === ""]).toEqual([412, false]);
    expect((await send("patch", `/collectedItems/${id}`, { confidential: false }, tag, own)).body.version).toBe(2);
    const wrong = await send("patch", `/collectedItems/${id}`, { content: { ecli: "x" } }, "*");
    expect(wrong.status).toBe(400);
    expect(wrong.body.issues[0].name).toBe("content.ecli");
    const outcome = await send("patch", `/collectedItems/${id}`, { content: { outcome: "acquitted" } }, "*");
    expect(outcome.body.collectedItem.content).toEqual({ ...judgment.content, outcome: "acquitted" });
    const read = CollectedItemDetail.parse((await get(`/collectedItems/${id}`)).body);
    expect(read).toMatchObject({ version: 3, issuingBody: { code: "myria" }, content: { outcome: "acquitted" } });
    // What it said before is for who keeps the data of the body.
    expect(read.formerVersions).toBeUndefined();
    const versions = (await get(`/collectedItems/${id}`, own)).body.formerVersions;
    expect(versions.map((each: { confidential: boolean }) => each.confidential)).toEqual([true, false]);
    expect((await get(`/collectedItems/${id}`, other)).body.formerVersions).toBeUndefined();
    expect((await send("post", "/collectedItems", { ...judgment, reference: "jud-2014-9" })).status).toBe(409);
    const csv = (await get("/exports/collectedItems?kind=judgment&lang=nl&format=csv")).text.split("\r\n");
    expect(csv[0]).toContain("Gerecht");
    expect(csv[1]).toContain("Een boete.");

    const gone = await send("post", `/collectedItems/${id}/withdrawals`, { reason: "It was another case." }, "*");
    expect(gone.body.collectedItem?.withdrawn, gone.text).toEqual({ on: "2015-06-30", reason: "It was another case." });
    expect(await everything()).toEqual(before);
    expect((await get(`/collectedItems/${id}`)).status).toBe(404);
    expect((await send("patch", `/collectedItems/${id}`, { year: 2013 }, "*")).status).toBe(409);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await database.run("UPDATE collected_item SET is_public = 1 WHERE id = ?", [id]);
    expect((await verifyAudit(database)).fault?.detail).toBeDefined();
  });

  test("numbers of a series go out without the small ones, and no byte of them reaches who does not keep the record", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const own = await tokenOf(database, { ...people.editor, name: "M. Myria", organizations: ["myria"] });
    const figures = "/collectedItems/series-of-victims/figures";
    const get = async (path: string, token?: string) => {
      const request = app.get(path.startsWith("/en/") ? path : basePath + path);
      return token === undefined ? request : request.set("Authorization", `Bearer ${token}`);
    };
    const numbers = async (token?: string) =>
      (await get(figures, token)).body.years[0].cells.map(({ value }: { value?: number }) => value ?? "*");
    expect(await numbers()).toEqual(["*", "*", 42, 36, 9, 45, "*", "*", 13, 48, 52, 100]);
    expect(await numbers(own)).toEqual(await numbers());
    expect(await numbers(editor)).toEqual([3, 39, 42, 36, 9, 45, 9, 4, 13, 48, 52, 100]);
    const seen = (await get(figures, editor)).body.years[0];
    expect([seen.deliveries.length, seen.awaited, (await get(figures)).body.years[0].deliveries]).toEqual([
      3,
      [],
      undefined,
    ]);
    const page = (await app.get("/fr/collected/ceoor/STAT-1")).text;
    expect(page).toMatch(/Public jusqu’à<\/dt>\s*<dd[^>]*>(?:<[^>]+>)*2011</);
    expect(page).toMatch(/Lignes<\/dt>(?:(?!<\/dd>).)*>sexuelle<(?:(?!<\/dd>).)*>travail</s);
    expect(page).not.toContain("sexual: sexual");
    expect((await get("/collectedItems/figures-2011-1")).status).toBe(404);
    expect((await get("/collectedItems/judgment-of-the-farm/figures")).status).toBe(404);

    // Other numbers that are published in the same way: all that anybody else reads stays the same to the byte.
    const everything = () =>
      Promise.all(
        [
          ...[
            figures,
            "/collectedItems?withTotal=true",
            "/collectedItems/series-of-victims",
            "/collectedItems?q=payoke",
          ],
          ...["/exports/collectedItems?format=csv", "/exports/record", "/names?kind=collectedItem&name=FIG-2011-1"],
          ...["/exports/collectedItems/series-of-victims/figures?format=csv&lang=nl"],
          ...[
            "/en/collected",
            "/en/collected?q=payoke",
            "/en/collected/ceoor/STAT-1",
            "/en/collected/ceoor/FIG-2011-1",
          ],
        ].flatMap((path) =>
          [undefined, own].map(async (token) => {
            const { text } = await get(path, token);
            return text.replace(/"(?:exportedOn|instance)":"[^"]*"/g, "").replace(/urn:uuid:[0-9a-f-]{36}/g, "");
          }),
        ),
      );
    const before = await everything();
    expect(before[20]).toContain(">36<");
    const change = (content: object) =>
      app
        .patch(`${basePath}/collectedItems/figures-2011-1`)
        .set("Authorization", `Bearer ${editor}`)
        .set("If-Match", "*")
        .send({ content });
    const { cells } = (await get("/collectedItems/figures-2011-1", editor)).body.content;
    const by = [1, -1, 0, 0, -1, 1];
    const moved = cells.map((cell: { value: number }, place: number) => ({
      ...cell,
      value: cell.value + (by[place] ?? 0),
    }));
    expect((await change({ cells: moved })).status).toBe(200);
    expect(await numbers(editor)).toEqual([4, 38, 42, 36, 9, 45, 8, 5, 13, 48, 52, 100]);
    expect(await everything()).toEqual(before);

    const refused = async (content: object) => {
      const { status, body } = await change(content);
      return [status, ...body.issues.map(({ name }: { name: string }) => name)];
    };
    expect(await refused({ cells: cells.slice(1) })).toEqual([400, "content.cells"]);
    expect(await refused({ cells: [...cells, { row: "unknown", column: "men", value: 1 }] })).toEqual([
      400,
      "content.cells.6",
    ]);
    expect(await refused({ cells: [...cells, cells[0]] })).toEqual([400, "content.cells.6"]);
    expect(await refused({ series: "STAT-9" })).toEqual([400, "content.series"]);
    expect(await refused({ deliveredBy: "PAG-ASA" })).toEqual([400, "content.deliveredBy"]);
    expect(await refused({ deliveredBy: "Somebody" })).toEqual([400, "content.deliveredBy"]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("goes out in a record file and comes in again, and a file does not overwrite", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    await worldApp(database);
    const items: unknown[] = [];
    const settings = await trackerReads(database).settings();
    for await (const { list, item } of exportRecord(database, readerAs("editor"), "2015-06-30", settings))
      if (list === "collectedItems") items.push(item);
    const sorted = [...world.collectedItems].sort((a, b) => (a.id < b.id ? -1 : 1));
    // The moment of the import is told beside each.
    expect(items).toEqual(sorted.map((item) => ({ ...item, recordedAt: expect.any(String) })));
    const organizations = world.organizations;
    const fileOf = (collectedItems: unknown[]) => RecordFile.parse({ heed: "record/1", organizations, collectedItems });
    await imported(database, fileOf(items));
    const [item, another] = sorted;
    const refusedWith = async (...changed: object[]) =>
      imported(database, fileOf(changed)).then(
        () => [],
        ({ issues }) => issues.map(({ name }: { name: string }) => name),
      );
    expect(await refusedWith({ ...item, year: 2010 })).toEqual([`collectedItems ${item?.id}`]);
    expect(await refusedWith({ ...another, id: "other" })).toEqual(["collectedItems other, reference"]);
    expect(await refusedWith({ ...item, id: "other", reference: "X", issuingBody: "nobody" })).toEqual([
      "collectedItems other, issuingBody",
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
