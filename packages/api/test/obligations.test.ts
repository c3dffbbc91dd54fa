import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

type Item = { followUp: { id: string }; kind: string; due?: string; timeliness: string; responsible: { code: string } };

describeDatabase("everything owed over HTTP", (_, openToRead) => {
  test("is by date what the standings say, with totals, filters and pages", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const get = async (query: string) =>
      (await app.get(`${basePath}/obligations?pageSize=1000&${query}`).expect(200)).body;
    const all = await get("withTotal=true");
    expect(all).toMatchObject({ asOf: "2015-06-30", total: all.items.length });
    const dues = all.items.map(({ due }: Item) => due ?? "9999-12-31");
    expect(dues).toEqual([...dues].sort());
    expect(dues.at(-1)).toBe("9999-12-31");

    const overdue = (await app.get(`${basePath}/overdue?pageSize=1000`)).body;
    expect((await get("overdue=true")).items).toEqual(overdue.items);
    expect(all.totalsByTimeliness.overdue + all.totalsByTimeliness.longOverdue).toBe(overdue.total);
    const later: Item[] = (await get("overdue=false")).items;
    expect(later.length + overdue.total).toBe(all.total);
    expect(new Set(later.map(({ timeliness }) => timeliness))).toEqual(new Set(["dueSoon", "notDue", "noDeadline"]));

    // What each follow-up owes is what its standing tells of the same day.
    for (const id of new Set(all.items.map((item: Item) => item.followUp.id))) {
      const standing = (await app.get(`${basePath}/followUps/${id}/standing`)).body.standing;
      const listed = all.items.filter((item: Item) => item.followUp.id === id);
      expect(listed.map(({ kind, due }: Item) => [kind, due]).sort(), String(id)).toEqual(
        standing.owed.map(({ kind, due }: Item) => [kind, due]).sort(),
      );
    }

    const ofJustice: Item[] = (await get("responsible=just&dueFrom=2015-01-01&dueUntil=2015-12-31")).items;
    expect(ofJustice).toEqual(
      all.items.filter(
        ({ responsible, due = "" }: Item) => responsible.code === "just" && due >= "2015-01-01" && due <= "2015-12-31",
      ),
    );
    expect(ofJustice.length).toBeGreaterThan(1);

    const seen: Item[] = [];
    let next = `${basePath}/obligations?pageSize=9`;
    while (next !== undefined) {
      const page = (await app.get(next)).body;
      expect(page.total).toBeUndefined();
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen).toEqual(all.items);
    expect((await get("knownAt=2009-01-01&withTotal=true")).total).toBe(0);
    const { self: _, ...known } = await get("knownAt=2030-01-01&withTotal=true");
    expect(known.total).toBe(all.total);
  });

  test("is a CSV file with a row for each thing", async () => {
    const { database } = await openToRead(world);
    const app = supertest(await worldApp(database));
    const { total } = (await app.get(`${basePath}/obligations?withTotal=true&overdue=false`)).body;
    const exported = await app.get(`${basePath}/exports/obligations?overdue=false`).set("Accept-Language", "fr");
    expect(exported.headers["content-type"]).toContain("text/csv");
    const [head, ...rows] = exported.text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    expect(head).toMatch(
      /^Recommandation,Rapport,Destinataire imprimé,Responsable ce jour-là,Dû,Dû \(code\),Échéance,/,
    );
    expect(rows.length).toBe(total);
    expect(rows.join("\n")).toContain("SPF Justice");
    const listed = await app.get(`${basePath}/obligations?overdue=false`).set("Accept", "text/csv");
    expect(listed.text).toMatch(/^recommendation,report,addressee,responsible,kind,due,originalDue,.*,timeliness,/);
    expect(listed.text.split("\r\n").length).toBe(total + 2);
  });
});
