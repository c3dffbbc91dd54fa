import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const now = () => new Date("2015-06-30T10:00:00+02:00");

describeDatabase("several acts in one request", (open) => {
  test("are done together or each for itself, and once under a key", async () => {
    const { database } = await open();
    const app = supertest(await worldApp(database, { now }));
    const tokens = await tokensOf(database, people);
    const post = (who: keyof typeof people, body: object, key?: string) => {
      const request = app.post(`${basePath}/acts`).set("Authorization", `Bearer ${tokens[who]}`);
      if (key !== undefined) request.set("Idempotency-Key", key);
      return request.send(body);
    };
    const versionOf = async (id: string) => (await app.get(`${basePath}/followUps/${id}`).expect(200)).body.version;
    const list = (await app.get(`${basePath}/followUps?responsible=just&open=true`).expect(200)).body;
    const own: string[] = list.items.map(({ id }: { id: string }) => id);
    const others = (await app.get(`${basePath}/followUps?open=true&pageSize=1000`).expect(200)).body.items.find(
      ({ responsible }: { responsible: { code: string } }) => responsible.code !== "just",
    ).id;
    expect(own.length).toBeGreaterThan(2);
    const [one = "", two = ""] = own;
    const answer = (followUp: string, more: object = {}) => ({
      ...{ followUp, act: "respond", input: { position: "acceptedInPart" } },
      ...more,
    });
    const before = [await versionOf(one), await versionOf(two)];

    const refused = await post("justice", { acts: [answer(one), answer(others)], together: true });
    expect(refused.status).toBe(400);
    expect(refused.body.issues).toMatchObject([{ name: "acts.1", value: others }]);
    expect([await versionOf(one), await versionOf(two)]).toEqual(before);

    const mixed = await post("justice", { acts: [answer(one), answer(others), { followUp: two, act: "assess" }] });
    expect(mixed.status, mixed.text).toBe(201);
    expect(mixed.body).toMatchObject({ done: 1, refused: 2 });
    expect(mixed.body.items[1].problem.status).toBe(403);
    expect(mixed.body.items[2].problem.status).toBe(403);
    expect(await versionOf(one)).toBe(before[0] + 1);

    const whole = {
      acts: [answer(one, { version: before[0] + 1 }), answer(two, { version: before[1] })],
      together: true,
    };
    const first = await post("justice", whole, "k1");
    expect(first.status, first.text).toBe(201);
    expect((await post("justice", whole, "k1")).body).toEqual(first.body);
    expect(await versionOf(two)).toBe(before[1] + 1);
    const again = await post("justice", { acts: [answer(two)], together: true }, "k1");
    expect(again.status).toBe(422);

    const stale = await post("justice", { acts: [answer(one, { version: before[0] }), answer(two)] });
    expect(stale.body.items[0].problem.status).toBe(412);
    expect(stale.body.items[1].done.entries).toHaveLength(1);

    const unknown = { followUp: one, act: "respond", input: { position: "perhaps" } };
    const named = await post("justice", { acts: [answer(two), unknown], together: true });
    expect(named.body.issues).toMatchObject([{ name: "acts.1.input.position" }]);
    expect((await post("justice", { acts: [] })).status).toBe(400);
    expect((await post("justice", { acts: [{ followUp: one, act: "publish" }] })).status).toBe(400);
    expect((await app.post(`${basePath}/acts`).send(whole)).status).toBe(401);
  });
});
