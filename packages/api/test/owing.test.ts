import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

type Owing = { organization: { code: string; href: string }; overdue: number };

describeDatabase("who owes what is overdue, over HTTP", (open) => {
  test("is the list of what is overdue counted by who is responsible", async () => {
    const app = supertest(await worldApp((await open(world)).database));
    const get = async (path: string) => (await app.get(basePath + path).expect(200)).body;
    for (const query of [
      "",
      "kind=response&kind=update",
      "minDaysOverdue=100&against=original",
      "theme=victims",
      "knownAt=2014-12-31",
    ]) {
      const { total, items } = await get(`/overdue?pageSize=1000&${query}`);
      const counted = new Map<string, number>();
      for (const { responsible } of items) counted.set(responsible.code, (counted.get(responsible.code) ?? 0) + 1);
      const owing = await get(`/overdue/organizations?${query}`);
      expect(owing).toMatchObject({ asOf: "2015-06-30", total: counted.size });
      expect(new Map(owing.items.map(({ organization, overdue }: Owing) => [organization.code, overdue]))).toEqual(
        counted,
      );
      expect(owing.items.reduce((sum: number, { overdue }: Owing) => sum + overdue, 0)).toBe(total);
    }
    const [first] = (await get("/overdue/organizations")).items;
    expect(first).toMatchObject({ organization: { code: "just" }, overdue: 7, longest: 546 });
    expect((await app.get(first.organization.href)).body.code).toBe("just");
  });
});
