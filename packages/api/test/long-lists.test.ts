import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

type Summary = { reference: string; followUps: Record<string, unknown>[] };

describeDatabase("the long lists over HTTP", (open) => {
  test("tell the day of the first asking and the days since, and a withdrawn acceptance with its days", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const list = async (query: string): Promise<Summary[]> =>
      (await app.get(`${basePath}/recommendations?${query}`).expect(200)).body.items;
    const references = async (query: string) => (await list(query)).map(({ reference }) => reference);
    for (const known of ["", "&knownAt=2027-01-01"]) {
      const withdrawn = await list(`acceptanceWithdrawn=true&asOf=2015-06-30${known}`);
      expect(withdrawn.map(({ reference }) => reference)).toEqual(["2012-03"]);
      expect(withdrawn.flatMap(({ followUps }) => followUps)).toContainEqual(
        expect.objectContaining({ acceptanceWithdrawnOn: "2014-11-20", daysOverdueWhenWithdrawn: 50 }),
      );
      expect(await references(`acceptanceWithdrawn=true&asOf=2014-11-19${known}`)).toEqual([]);
      expect(await references(`longOutstanding=true&asOf=2015-10-24${known}`)).toEqual([]);
      const old = await list(`longOutstanding=true&asOf=2017-06-30${known}`);
      // The recommendation of 2013 was first asked in 2010 too; an addressee for information owes nothing.
      expect(old.map(({ reference }) => reference)).toEqual(["2013-01", "2009-04"]);
      expect(old[0]?.followUps).toContainEqual(
        expect.objectContaining({ firstAsked: "2010-10-25", daysSinceFirstAsked: 2440, longOutstanding: true }),
      );
    }
  });
});
