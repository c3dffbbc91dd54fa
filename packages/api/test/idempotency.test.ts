import { type Database, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const justice = { role: "respondent" as const, organizations: ["justice"] };
  const tokens = {
    justice: await tokenOf(database, { ...justice, name: "J. Claes" }),
    colleague: await tokenOf(database, { ...justice, name: "K. Adam" }),
    editor: await tokenOf(database, people.editor),
  };
  const post = async (by: keyof typeof tokens, path: string, body: object, key: string | string[], tag = '"1"') =>
    app
      .post(basePath + path)
      .set("Authorization", `Bearer ${tokens[by]}`)
      .set("If-Match", tag)
      .set("Idempotency-Key", key as string)
      .send(body);
  const entries = async (id: string) =>
    ((await app.get(`${basePath}/followUps/${id}`)).body.entries as { recordedAt: string }[]).filter(({ recordedAt }) =>
      recordedAt.startsWith("2015-06-30"),
    ).length;
  return { post, entries };
}

const path = "/followUps/2013-02-just/responses";

describeDatabase("an idempotency key", (open) => {
  test("is for one request of one actor: another is refused, and nothing of it recorded", async () => {
    const { database } = await open(world);
    const { post, entries } = await serve(database);
    const first = await post("justice", path, { position: "accepted", reason: "Yes." }, "letter-1");
    expect(first.status, first.text).toBe(201);
    const again = await post("justice", path, { reason: "Yes.", position: "accepted" }, "letter-1");
    expect([again.status, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location]);
    const promise = { description: "A circular." };
    for (const [other, body] of [
      [path, { position: "rejected", reason: "Yes." }],
      ["/followUps/2013-02-just/commitments", promise],
      ["/followUps/2011-03-just/responses", { position: "accepted", reason: "Yes." }],
    ] as const) {
      const refused = await post("justice", other, body, "letter-1", '"2"');
      expect(refused.status, refused.text).toBe(422);
      expect(Problem.parse(refused.body).type).toBe("urn:problem-type:heed:idempotencyKeyReused");
    }
    expect(await entries("2013-02-just")).toBe(1);
    const colleague = await post("colleague", "/followUps/2013-02-just/commitments", promise, "letter-1", '"2"');
    expect(colleague.status, colleague.text).toBe(201);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("that is empty or blank, or given twice, is refused with its place", async () => {
    const { database } = await open(world);
    const { post, entries } = await serve(database);
    for (const key of ["", "  ", "x".repeat(256), ["one", "two"]]) {
      const refused = await post("justice", path, { position: "accepted" }, key);
      expect([refused.status, refused.body.issues?.[0].name], JSON.stringify(key)).toEqual([400, "Idempotency-Key"]);
    }
    expect(await entries("2013-02-just")).toBe(0);
  });

  test("gives one answer to requests that come together, on follow-ups and on the register", async () => {
    const { database } = await open(world);
    const { post, entries } = await serve(database);
    const six = [1, 2, 3, 4, 5, 6];
    const acts = await Promise.all(six.map(() => post("justice", path, { position: "accepted" }, "letter-1")));
    expect(acts.map(({ status }) => status)).toEqual(six.map(() => 201));
    expect(new Set(acts.map(({ text }) => text)).size).toBe(1);
    expect(await entries("2013-02-just")).toBe(1);
    const report = { issuingBody: "myria", reference: "2014", reportingYear: 2014 };
    const drafts = await Promise.all(six.map(() => post("editor", "/reports", report, "draft-1")));
    expect(drafts.map(({ status }) => status)).toEqual(six.map(() => 201));
    expect(new Set(drafts.map(({ text }) => text)).size).toBe(1);
    const other = await post("editor", "/reports", { ...report, reference: "2014 bis" }, "draft-1");
    expect(other.status).toBe(422);
    const together = await Promise.all(
      ["accepted", "rejected"].map((position) => post("justice", path, { position }, "letter-2", '"2"')),
    );
    expect(together.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test("is not spent by a request that was refused, and has a bound", async () => {
    const { database } = await open(world);
    const { post } = await serve(database);
    expect((await post("justice", path, { position: "perhaps" }, "letter-1")).status).toBe(400);
    expect((await post("justice", path, { position: "accepted" }, "letter-1")).status).toBe(201);
    expect((await post("justice", path, { position: "accepted" }, "x".repeat(256), '"2"')).status).toBe(400);
  });
});
