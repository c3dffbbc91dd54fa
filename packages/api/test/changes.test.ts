import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

type Item = { day: string; kind: string; followUp: { id: string }; responsible: { code: string } };

describeDatabase("what changed over HTTP", (_, openToRead) => {
  test("is told between two days, both included, the newest first, by kind and for whom", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const get = async (query: string) => (await app.get(`${basePath}/changes?pageSize=1000&${query}`).expect(200)).body;
    const all = await get("from=2009-01-01&to=2015-06-30&withTotal=true");
    expect(all).toMatchObject({ from: "2009-01-01", to: "2015-06-30", total: all.items.length });
    const days = all.items.map(({ day }: Item) => day);
    expect(days).toEqual([...days].sort().reverse());
    for (const [kind, total] of Object.entries(all.totalsByKind))
      expect(all.items.filter((item: Item) => item.kind === kind).length, kind).toBe(total);
    expect(all.totalsByKind.askedAnew).toBeGreaterThan(0);

    // Two months after 15 October 2014 the answers of Justice were due: a day later they are newly overdue.
    const missed = await get("from=2014-12-16&to=2014-12-16&kind=newlyOverdue&responsible=just");
    expect(missed.items).toMatchObject([
      { day: "2014-12-16", kind: "newlyOverdue", owed: "response", due: "2014-12-15", responsible: { code: "just" } },
      { day: "2014-12-16", kind: "newlyOverdue", owed: "response", due: "2014-12-15", responsible: { code: "just" } },
    ]);
    expect((await get("from=2014-12-15&to=2014-12-15&kind=newlyOverdue")).items).toEqual([]);

    const some = (await get("from=2014-01-01&to=2014-12-31&kind=found&kind=closed&theme=victims")).items;
    expect(some.length).toBeGreaterThan(0);
    expect(all.items).toEqual(expect.arrayContaining(some));

    const seen: Item[] = [];
    let next = `${basePath}/changes?from=2009-01-01&pageSize=40`;
    while (next !== undefined) {
      const page = (await app.get(next)).body;
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(all.items);
    const then = await get("from=2009-01-01&to=2015-06-30&knownAt=2013-12-31&withTotal=true");
    expect(then.total).toBe(then.items.length);
    expect(then.total).toBeGreaterThan(0);
    expect(then.total).toBeLessThan(all.total);
    // Without days: the last thirty.
    expect(await get("")).toMatchObject({ from: "2015-05-31", to: "2015-06-30" });
  });

  test("is a CSV file with a row for each change, and has its words in four languages", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { total } = (await app.get(`${basePath}/changes?from=2014-01-01&withTotal=true`)).body;
    const { text } = await app.get(`${basePath}/exports/changes?from=2014-01-01`).set("Accept-Language", "nl");
    const [head, ...rows] = text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    expect(head).toMatch(/^Dag,Wijziging,Wijziging \(code\),Aanbeveling,Rapport,/);
    expect(rows.length).toBe(total);
    expect(rows.join("\n")).toContain("FOD Justitie");
    const { body } = await app.get(`${basePath}/refData/changeKind`);
    expect(JSON.stringify(body)).toContain("Nouvellement en retard");
  });
});
