import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

describeDatabase("an update that says under way without a timeline, over HTTP", (open) => {
  test("is taken with a warning, which the same request again is answered too", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const token = await tokenOf(database, people.editor);
    const post = (collection: string, body: object, key: string) =>
      app
        .post(`${basePath}/followUps/2013-01-just/${collection}`)
        .set({ Authorization: `Bearer ${token}`, "If-Match": "*", "Idempotency-Key": key })
        .send({ source: { name: "letter" }, ...body });
    const update = { reportingYear: 2014, level: "underWay", narrative: "It goes on." };
    for (let time = 0; time < 2; time += 1) {
      const done = await post("progressUpdates", update, "one");
      expect(done.status, done.text).toBe(201);
      expect(done.body.warnings).toMatchObject([{ name: "level", value: "underWay" }]);
    }
    const promise = { description: "A circular.", due: { on: "2016-06-30", precision: "day" } };
    expect((await post("commitments", promise, "two")).body).not.toHaveProperty("warnings");
    expect((await post("progressUpdates", update, "three")).body).not.toHaveProperty("warnings");
  });
});
