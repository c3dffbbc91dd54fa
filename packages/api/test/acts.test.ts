import { type Database, type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const justice: NewToken = { name: "J. Claes", role: "respondent", organizations: ["justice"] };
const assessor: NewToken = { name: "A. Lambert", role: "assessor", organizations: [] };

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = {
    justice: await tokenOf(database, justice),
    assessor: await tokenOf(database, assessor),
  };
  const tagOf = async (followUp: string) => (await app.get(`${basePath}/followUps/${followUp}`)).headers.etag ?? "";
  const post = async (token: string, followUp: string, collection: string, body: object, tag?: string) =>
    app
      .post(`${basePath}/followUps/${followUp}/${collection}`)
      .set("Authorization", `Bearer ${token}`)
      .set("If-Match", tag ?? (await tagOf(followUp)))
      .send(body);
  return { app, tokens, tagOf, post };
}

describeDatabase("an act through the service", (open) => {
  test("is recorded under the token's name, and moves what is overdue", async () => {
    const { database } = await open(world);
    const { app, tokens, post } = await serve(database);
    const late = async () => (await app.get(`${basePath}/overdue?responsible=just&kind=response`)).body.total;
    expect(await late()).toBe(2);
    const response = await post(tokens.justice, "2013-02-just", "responses", { position: "accepted", reason: "Yes." });
    expect(response.status).toBe(201);
    expect(response.headers.location).toBe(`${basePath}/followUps/2013-02-just/entries/${response.body.entries[0].id}`);
    operations.find(({ id }) => id === "recordResponse")?.output.parse(response.body);
    expect(response.body).toMatchObject({
      version: 2,
      entries: [{ type: "response", position: "accepted", actor: "J. Claes", givenOn: "2015-06-30" }],
    });
    expect(await late()).toBe(1);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("a whole story: a request, its refusal to oneself, a claim, a finding, a closure and a correction", async () => {
    const { database } = await open(world);
    const { app, tokens, tagOf, post } = await serve(database);
    const id = "2013-02-just";
    const made = async (token: string, collection: string, body: object) => {
      const response = await post(token, id, collection, body);
      expect(response.status, response.text).toBe(201);
      return response.body.entries[0].id as string;
    };
    const answer = await made(tokens.justice, "responses", { position: "accepted" });
    const promise = await made(tokens.justice, "commitments", {
      description: "A circular.",
      due: { on: "2015-12-31" },
    });
    const request = await made(tokens.justice, "deadlineRequests", {
      target: { kind: "commitment", commitment: promise },
      to: { on: "2016-06-30" },
      reason: "staff",
      requestedBy: "Minister of Justice",
    });
    const own = { request, decision: "granted", reason: "yes", decidedBy: "Minister of Justice" };
    expect((await post(tokens.justice, id, "deadlineChanges", own)).status).toBe(403);
    const evidence = [{ kind: "document", title: "Circular" }];
    await made(tokens.justice, "progressUpdates", {
      reportingYear: 2015,
      level: "fullyImplemented",
      claim: true,
      evidence,
    });
    const early = await post(tokens.assessor, id, "closures", {
      closureReason: "implemented",
      secondReader: "B. Peeters",
    });
    expect(early.status).toBe(409);
    expect(Problem.parse(early.body).type).toBe("urn:problem-type:heed:invalidStateTransition");
    await made(tokens.assessor, "assessments", {
      reportingYear: 2015,
      level: "fullyImplemented",
      rationale: "It is applied.",
      method: "courtRecord",
      evidence,
    });
    await made(tokens.assessor, "closures", { closureReason: "implemented", secondReader: "B. Peeters" });
    const standing = await app.get(`${basePath}/followUps/${id}/standing`);
    expect(standing.body.standing).toMatchObject({ lifecycle: "closed", closureReason: "implemented" });
    const corrected = await app
      .patch(`${basePath}/followUps/${id}/entries/${answer}`)
      .set("Authorization", `Bearer ${tokens.justice}`)
      .set("If-Match", await tagOf(id))
      .set("Content-Type", "application/merge-patch+json")
      .send(JSON.stringify({ reason: "As the Council decided." }));
    expect(corrected.status, corrected.text).toBe(200);
    expect(corrected.body.entries[0]).toMatchObject({ corrects: answer, givenOn: "2015-06-30" });
  });

  test("with confidential evidence leaves no trace for others", async () => {
    const { database } = await open(world);
    const { app, tokens, post } = await serve(database);
    const id = "2013-02-just";
    const other = await tokenOf(database, { ...justice, name: "I. Bos", organizations: ["interior"] });
    const seen = async (path: string, token?: string) => {
      const request = app.get(`${basePath}/followUps/${id}${path}`);
      const { text, headers } = await (token === undefined ? request : request.set("Authorization", `Bearer ${token}`));
      return { text, tag: headers.etag };
    };
    const before = [await seen(""), await seen("/history"), await seen("/standing"), await seen("", other)];
    const secret = { evidence: [{ kind: "file", title: "File 12/345", confidential: true }] };
    expect((await post(tokens.justice, id, "evidence", secret)).status).toBe(201);
    expect([await seen(""), await seen("/history"), await seen("/standing"), await seen("", other)]).toEqual(before);
    for (const token of [tokens.justice, tokens.assessor])
      for (const path of ["", "/history"]) expect((await seen(path, token)).text).toContain("File 12/345");
  });

  test("is refused without a token, with one that is nobody's, and for another's follow-up", async () => {
    const { database } = await open(world);
    const { app, tokens, post } = await serve(database);
    const path = `${basePath}/followUps/2013-02-just/responses`;
    const nobody = await app.post(path).set("If-Match", '"1"').send({ position: "accepted" });
    expect(nobody.status).toBe(401);
    expect(nobody.headers["www-authenticate"]).toContain("Bearer");
    expect((await post(`${tokens.justice.slice(0, -1)}x`, "2013-02-just", "responses", {})).status).toBe(401);
    expect((await app.get(`${basePath}/overdue`).set("Authorization", "Bearer nonsense")).status).toBe(401);
    expect((await post(tokens.justice, "2013-04-oe", "responses", { position: "noted" })).status).toBe(403);
    expect((await post(tokens.assessor, "2013-02-just", "responses", { position: "noted" })).status).toBe(403);
    expect((await app.get(`${basePath}/me`).set("Authorization", `Bearer ${tokens.justice}`)).body).toEqual({
      id: expect.any(String),
      name: justice.name,
      rights: [{ role: justice.role, organizations: justice.organizations }],
    });
    expect((await app.get(`${basePath}/me`)).status).toBe(401);
  });

  test("is refused when somebody wrote meanwhile, or when it does not say what it has read", async () => {
    const { database } = await open(world);
    const { app, tokens, tagOf, post } = await serve(database);
    const tag = await tagOf("2013-02-just");
    const both = await Promise.all([
      post(tokens.justice, "2013-02-just", "responses", { position: "accepted" }, tag),
      post(tokens.justice, "2013-02-just", "responses", { position: "rejected" }, tag),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
    const missing = await app
      .post(`${basePath}/followUps/2013-02-just/responses`)
      .set("Authorization", `Bearer ${tokens.justice}`)
      .send({ position: "accepted" });
    expect(missing.status).toBe(428);
    const { body } = await app.get(`${basePath}/followUps/2013-02-just`);
    expect(body.entries.filter(({ type }: { type: string }) => type === "response").length).toBe(1);
  });

  test("is performed once under one idempotency key", async () => {
    const { database } = await open(world);
    const { app, tokens, tagOf } = await serve(database);
    const tag = await tagOf("2013-02-just");
    const send = () =>
      app
        .post(`${basePath}/followUps/2013-02-just/responses`)
        .set("Authorization", `Bearer ${tokens.justice}`)
        .set("If-Match", tag)
        .set("Idempotency-Key", "letter-4711")
        .send({ position: "accepted" });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  test.each([
    ["an unknown property", { position: "accepted", colour: "red" }, 400, "colour"],
    ["an unknown code", { position: "perhaps" }, 400, "position"],
    ["a day to come", { position: "accepted", givenOn: "2015-07-01" }, 400, "givenOn"],
    ["no object", [1, 2], 400, ""],
  ])("is refused for %s, with its place", async (_, body, status, name) => {
    const { database } = await open(world);
    const { tokens, post } = await serve(database);
    const response = await post(tokens.justice, "2013-02-just", "responses", body);
    expect(response.status).toBe(status);
    expect(Problem.parse(response.body).issues?.[0]).toMatchObject({ in: "body", name });
  });

  test("is refused for what is no JSON, another media type, or too long", async () => {
    const { database } = await open(world);
    const { app, tokens } = await serve(database);
    const send = (type: string, body: string) =>
      app
        .post(`${basePath}/followUps/2013-02-just/responses`)
        .set("Authorization", `Bearer ${tokens.justice}`)
        .set("If-Match", '"1"')
        .set("Content-Type", type)
        .send(body);
    expect((await send("application/json", "{")).status).toBe(400);
    const other = await send("text/plain", "{}");
    expect([other.status, other.body.detail]).toEqual([
      415,
      expect.stringMatching(/^Send application\/(json|merge-patch\+json), in UTF-8\.$/),
    ]);
    expect((await send("application/json", JSON.stringify({ reason: "x".repeat(300_000) }))).status).toBe(413);
    expect((await app.delete(`${basePath}/followUps/2013-02-just/responses`)).headers.allow).toBe("POST, OPTIONS");
  });
});
