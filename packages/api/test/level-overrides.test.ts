import { type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const shapeOf = (id: string) => operations.find((each) => each.id === id)?.output;

// The Centre asked it; since the Centre's split, Myria verifies what is about minors.
const people = {
  myria: { name: "A. Lambert", role: "assessor", organizations: ["myria"] },
  all: { name: "A. All", role: "assessor", organizations: [] },
  unia: { name: "U. Nia", role: "assessor", organizations: ["unia"] },
  centre: { name: "C. Oud", role: "assessor", organizations: ["ceoor"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
} as const satisfies Record<string, NewToken>;

const override = {
  level: "partiallyImplemented",
  on: "2015-03-01",
  reason: { en: "The leaflet weighs little.", nl: "De folder weegt weinig." },
};

describeDatabase("the override of a level through the service", (open) => {
  test("is for an assessor of the body that verifies, told with its reason, and taken back", {
    timeout: 60_000,
  }, async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens: Record<string, string> = await tokensOf(database, people);
    const read = async (path: string, status = 200) => {
      const answer = await app.get(basePath + path);
      expect(answer.status, `${path} ${answer.text}`).toBe(status);
      return answer.body;
    };
    const send = (person: string, path: string, body: object) => {
      const request = app.post(basePath + path);
      if (tokens[person] !== undefined) request.set("Authorization", `Bearer ${tokens[person]}`);
      return request.send(body);
    };
    const collection = "/recommendations/2011-04/levelOverrides";
    const statuses: Record<string, number> = {};
    for (const person of ["unia", "centre", "editor", "justice", "nobody"])
      statuses[person] = (await send(person, collection, override)).status;
    expect(statuses).toEqual({
      ...{ unia: 403, centre: 403, editor: 403, justice: 403, nobody: 401 },
    });
    expect((await read(collection)).total).toBe(0);

    const tag = (await app.get(`${basePath}/recommendations/2011-04?asOf=2015-06-30`)).headers.etag;
    const before = await read("/recommendations/2011-04?asOf=2015-06-30");
    const made = await send("myria", collection, override);
    expect(made.status, made.text).toBe(201);
    shapeOf("overrideLevel")?.parse(made.body);
    expect(made.headers.location).toBe(made.body.href);
    expect(await read(made.body.href.slice(basePath.length))).toEqual(made.body);
    expect(made.body.levelOverride).toMatchObject({ ...override, organization: "myria", actor: "A. Lambert" });

    const after = await app.get(`${basePath}/recommendations/2011-04?asOf=2015-06-30`);
    expect(after.headers.etag).not.toBe(tag);
    shapeOf("getRecommendation")?.parse(after.body);
    expect(after.body.standing).toMatchObject({
      assessed: "partiallyImplemented",
      override: { on: "2015-03-01", level: "partiallyImplemented", lowest: "fullyImplemented", organization: "myria" },
      provisional: true,
      implemented: false,
      lifecycle: before.standing.lifecycle,
      timeliness: before.standing.timeliness,
    });
    expect(after.body.standing.reasons[0]).toMatchObject({
      rule: "R4",
      text: 'the lowest of its parts would be fully implemented; the issuing body set it to partially implemented on 2015-03-01: "The leaflet weighs little." (R4)',
    });
    expect({ ...after.body, standing: 0 }).toEqual({ ...before, standing: 0 });

    const standing = async (query: string) => {
      const body = await read(`/recommendations/2011-04/standing?${query}`);
      shapeOf("getRecommendationStanding")?.parse(body);
      return body.standing.assessed;
    };
    expect(await standing("asOf=2015-02-28")).toBe("fullyImplemented");
    expect(await standing("asOf=2015-03-01")).toBe("partiallyImplemented");
    expect(await standing("asOf=2015-06-30&knownAt=2015-06-30T07:00:00Z")).toBe("fullyImplemented");
    expect(await standing("asOf=2015-06-30&knownAt=2015-06-30")).toBe("partiallyImplemented");
    await read("/recommendations/none/standing", 404);
    await read("/recommendations/none/levelOverrides", 404);
    await read(`${collection}/none`, 404);

    const withdrawals = `${made.body.href.slice(basePath.length)}/withdrawals`;
    const back = { on: "2015-06-01", reason: { en: "The leaflet is asked for again." } };
    expect((await send("unia", withdrawals, back)).status).toBe(403);
    const taken = await send("all", withdrawals, back);
    expect(taken.status, taken.text).toBe(201);
    expect(await read(taken.headers.location?.slice(basePath.length) ?? "")).toEqual(taken.body);
    expect(taken.body.levelOverride).toMatchObject({
      ...back,
      withdraws: made.body.levelOverride.id,
      organization: "myria",
    });
    expect(await standing("asOf=2015-05-31")).toBe("partiallyImplemented");
    expect(await standing("asOf=2015-06-01")).toBe("fullyImplemented");
    expect((await send("all", withdrawals, back)).status).toBe(409);
    expect((await send("all", `${collection}/none/withdrawals`, back)).status).toBe(404);
    const list = await read(collection);
    shapeOf("listLevelOverrides")?.parse(list);
    expect(list.items).toEqual([made, taken].map(({ body: { levelOverride, href } }) => ({ ...levelOverride, href })));

    const leaf = await send("myria", "/recommendations/2011-04b/levelOverrides", override);
    expect(leaf.status).toBe(400);
    expect(Problem.parse(leaf.body).issues?.[0]).toMatchObject({ name: "recommendation", value: "2011-04b" });
    const unknown = await send("myria", collection, { ...override, closes: true });
    expect(Problem.parse(unknown.body).issues?.[0]).toMatchObject({ in: "body", name: "closes" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
