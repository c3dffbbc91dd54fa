import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

type Item = { movement: string; followUp: { id: string } };

describeDatabase("two days side by side, over HTTP", (_, openToRead) => {
  test("have their counts, their lists and their CSV", async () => {
    const app = supertest(await worldApp((await openToRead(world)).database));
    const get = async (query: string) =>
      (await app.get(`${basePath}/comparison?pageSize=1000&withTotal=true&${query}`).expect(200)).body;
    const year = await get("");
    expect(year).toMatchObject({ from: "2014-06-30", to: "2015-06-30", total: year.items.length });
    const progress = (await app.get(`${basePath}/progress`)).body.items[0];
    expect(year.after.followUps).toBe(progress.followUps);
    for (const [level, count] of Object.entries(progress.byAssessed)) expect(year.after.byAssessed[level]).toBe(count);
    for (const movement of Object.keys(year.totalsByMovement)) {
      const some = await get(`movement=${movement}`);
      expect(some.total, movement).toBe(year.totalsByMovement[movement]);
      expect(some.items).toEqual(year.items.filter((item: Item) => item.movement === movement));
      expect(some.before).toEqual(year.before);
    }
    const { text } = await app.get(`${basePath}/exports/comparison?movement=added&lang=nl`);
    expect(text.trimEnd().split("\r\n").length).toBe(year.totalsByMovement.added + 1);
    // Myria verifies what the body that it came from recommended.
    expect((await get("issuingBody=myria")).after).toEqual(year.after);
    expect((await get("issuingBody=just")).after.followUps).toBe(0);
    expect((await get("knownAt=2013-12-31")).after.followUps).toBeLessThan(year.after.followUps);
    expect((await app.get(`${basePath}/refData/movement`)).body.items.length).toBe(7);
  });

  test("are those of a reporting cycle and the one before it, or what cannot be asked is told", async () => {
    const app = supertest(await worldApp((await openToRead(world)).database));
    const get = (query: string) => app.get(`${basePath}/comparison?${query}`);
    const { body } = await get("reportingCycle=2014").expect(200);
    expect(body.self).toContain("reportingCycle=2014");
    const cycles: { year: number; closedOn?: string; assessmentsDueOn: string }[] = (
      await app.get(`${basePath}/reportingCycles`)
    ).body.items;
    const end = (of: number) => {
      const found = cycles.find(({ year }) => year === of);
      return [found?.closedOn ?? found?.assessmentsDueOn ?? "", "2015-06-30"].sort()[0];
    };
    expect([body.from, body.to]).toEqual([end(2013), end(2014)]);
    for (const [query, name] of [
      ["reportingCycle=1999", "reportingCycle"],
      ["reportingCycle=2014&from=2014-01-01", "from"],
      ["from=2015-07-01", "to"],
      ["movement=sideways", "movement"],
    ] as const) {
      const { status, body: problem } = await get(query);
      expect([status, problem.issues[0].name], query).toEqual([400, name]);
    }
  });
});
