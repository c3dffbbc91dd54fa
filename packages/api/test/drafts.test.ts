import { type Database, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { operations } from "../src/operations/operations.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const followUp = "2013-02-just";
const update = { reportingYear: 2014, level: "underWay", narrative: "Trainers were found." };

const persons = {
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  colleague: { name: "K. Wouters", role: "respondent", organizations: ["justice"] },
  interior: { name: "I. Bos", role: "respondent", organizations: ["interior"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: [] },
  reader: { name: "B. Peeters", role: "assessor", organizations: ["myria"] },
} as const;
type Person = keyof typeof persons;

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, persons);
  const send = (by: Person, method: "post" | "patch" | "delete", path: string, body: object = {}, tag?: string) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${tokens[by]}`)
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json");
    return (tag === undefined ? request : request.set("If-Match", tag)).send(JSON.stringify(body));
  };
  const get = async (by: Person, path: string) => {
    const answer = await app.get(basePath + path).set("Authorization", `Bearer ${tokens[by]}`);
    const output = operations.find(
      ({ id }) => id === (/^\/drafts(\?|$)/.test(path) ? "listDrafts" : "getDraft"),
    )?.output;
    if (answer.status === 200 && path.startsWith("/drafts")) output?.parse(answer.body);
    return answer;
  };
  const make = async (by: Person, act: string, input: object) => {
    const made = await send(by, "post", `/followUps/${followUp}/drafts`, { act, input });
    expect(made.status, made.text).toBe(201);
    expect(made.headers.location).toBe(`${basePath}/drafts/${made.body.id}`);
    return `/drafts/${made.body.id}`;
  };
  return { app, tokens, send, get, make };
}

describeDatabase("drafts through the service", (open) => {
  test("are written by colleagues, and by nobody over the other's words", async () => {
    const { database } = await open(world);
    const { send, get, make } = await serve(database);
    const draft = await make("justice", "update", { reportingYear: 2014 });
    const read = await get("colleague", draft);
    expect(read.body).toMatchObject({ missing: [{ name: "level" }], madeBy: { name: "J. Claes" }, version: 1 });
    const tag = read.headers.etag ?? "";
    const mine = await send("justice", "patch", draft, { input: { level: "underWay" } }, tag);
    expect([mine.status, mine.body.version]).toEqual([200, 2]);
    const late = await send("colleague", "patch", draft, { input: { level: "notStarted" } }, tag);
    expect(late.status).toBe(412);
    expect((await send("colleague", "patch", draft, { input: {} })).status).toBe(428);
    for (const [given, name] of [
      [{ narative: "Trainers were found." }, "input.narative"],
      [{ source: { name: "A letter", pages: 3 } }, "input.source.pages"],
    ] as const) {
      const refused = await send("justice", "patch", draft, { input: given }, "*");
      expect([refused.status, refused.body.issues?.[0].name]).toEqual([400, name]);
      const made = await send("justice", "post", `/followUps/${followUp}/drafts`, { act: "update", input: given });
      expect([made.status, made.body.issues?.[0].name]).toEqual([400, name]);
    }
    expect((await get("justice", draft)).body.input).toEqual({ reportingYear: 2014, level: "underWay" });
  });

  test("are handed over, sent back with a note, and submitted: the act is done today", async () => {
    const { database } = await open(world);
    const { send, get, make } = await serve(database);
    const draft = await make("justice", "update", update);
    const over = await send("justice", "post", `${draft}/handOvers`, { to: "K. Wouters", note: "Is this so?" }, "*");
    expect(over.body.holder).toEqual({ id: expect.stringContaining("heed_"), name: "K. Wouters" });
    const held = await get("colleague", "/drafts?holder=K.%20Wouters&withTotal=true");
    expect(held.body).toMatchObject({ total: 1, items: [{ note: "Is this so?" }] });
    const own = await get("colleague", `/drafts?holder=J.%20Claes&followUp=${followUp}&withTotal=true`);
    expect(own.body).toMatchObject({ total: 0 });
    for (const [asked, near] of [
      ["holder=K.%20Wauters", "K. Wouters"],
      ["followUp=2013-02-jus", followUp],
      ["holder=I.%20Bos", undefined],
    ]) {
      const unknown = await get("colleague", `/drafts?${asked}`);
      expect([unknown.status, unknown.body.issues?.[0]?.in], asked).toEqual([400, "query"]);
      expect(unknown.body.issues[0].detail.includes("did you mean"), asked).toBe(near !== undefined);
      expect(unknown.body.issues[0].detail).toContain(near ?? "");
    }
    const back = await send("colleague", "post", `${draft}/returns`, { note: "It is." }, "*");
    expect(back.body).toMatchObject({ holder: { name: "J. Claes" }, note: "It is.", version: 3 });
    const { headers } = await get("justice", draft);
    const done = await send("justice", "post", `${draft}/submission`, {}, headers.etag);
    expect(done.status, done.text).toBe(201);
    expect(done.body.entries).toMatchObject([{ type: "progressUpdate", givenOn: "2015-06-30" }]);
    expect((await get("interior", done.headers.location?.replace(basePath, "") ?? "")).status).toBe(200);
    expect((await get("justice", draft)).status).toBe(404);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("are not there for anybody else, whatever they try", async () => {
    const { database } = await open(world);
    const { app, send, get, make } = await serve(database);
    const answer = await make("justice", "update", update);
    const finding = await make("assessor", "assess", { reportingYear: 2014 });
    for (const [draft, others] of [
      [answer, ["interior", "editor", "assessor"]],
      [finding, ["justice", "interior"]],
    ] as const)
      for (const by of others) {
        const nowhere = "/drafts/none";
        const tried = async (path: string) => [
          await get(by, path),
          await send(by, "patch", path, { input: {} }, '"99"'),
          await send(by, "delete", path, {}, '"99"'),
          await send(by, "post", `${path}/handOvers`, { to: "X. Y" }, '"99"'),
          await send(by, "post", `${path}/returns`, { note: "No." }, '"99"'),
          await send(by, "post", `${path}/secondReadings`, {}, '"99"'),
          await send(by, "post", `${path}/approvals`, {}, '"99"'),
          await send(by, "post", `${path}/submission`, {}, '"99"'),
        ];
        const told = (answers: Awaited<ReturnType<typeof tried>>, path: string) =>
          answers.map(({ status, body: { instance: _, ...body } }) => [
            status,
            JSON.stringify(body).replaceAll(path.replace("/drafts/", ""), "ID"),
          ]);
        const answers = told(await tried(draft), draft);
        expect(answers).toEqual(told(await tried(nowhere), nowhere));
        expect(answers.every(([status]) => status === 404)).toBe(true);
        expect((await get(by, "/drafts?withTotal=true")).body.items).not.toContainEqual(
          expect.objectContaining({ href: basePath + draft }),
        );
      }
    expect((await app.get(`${basePath}/drafts`)).status).toBe(401);
    // A colleague whose role may not do the act sees the draft, and leaves it as it is.
    expect((await get("editor", finding)).status).toBe(200);
    expect((await send("editor", "post", `${finding}/submission`, {}, "*")).status).toBe(403);
    expect((await send("interior", "post", `/followUps/${followUp}/drafts`, { act: "update" })).status).toBe(403);
    expect((await send("justice", "post", `/followUps/${followUp}/drafts`, { act: "correct" })).status).toBe(400);
  });

  test("of a finding go to a second reader, who is not who wrote it", async () => {
    const { database } = await open(world);
    const { send, get, make } = await serve(database);
    const finding = { reportingYear: 2014, level: "underWay", method: "interview", rationale: "A bill." };
    const draft = await make("assessor", "assess", finding);
    expect((await send("reader", "post", `${draft}/approvals`, {}, "*")).status).toBe(409);
    expect((await send("assessor", "post", `${draft}/secondReadings`, { reader: "B. Peeters" }, "*")).status).toBe(201);
    expect((await send("assessor", "post", `${draft}/approvals`, {}, "*")).status).toBe(403);
    expect((await send("assessor", "patch", draft, { input: { level: "notStarted" } }, "*")).status).toBe(409);
    expect((await get("reader", draft)).body).toMatchObject({
      ...{ missing: [], state: "secondReading" },
      allowedActs: ["sendBackDraft", "approveDraft", "discardDraft"],
    });
    expect((await get("assessor", draft)).body.allowedActs).toEqual(["sendBackDraft", "discardDraft"]);
    const done = await send("reader", "post", `${draft}/approvals`, {}, "*");
    expect(done.status, done.text).toBe(201);
    expect(done.body.entries).toMatchObject([
      { actor: "A. Lambert", secondReader: "B. Peeters", secondReaderId: expect.stringMatching(/^heed_/) },
    ]);
  });

  test("are submitted in one request, and each that failed is named", async () => {
    const { database } = await open(world);
    const { send, get, make } = await serve(database);
    const [whole, half] = [await make("justice", "update", update), await make("justice", "update", {})];
    const ids = [whole, half].map((each) => each.replace("/drafts/", ""));
    const body = { drafts: ids.map((id) => ({ id })) };
    const all = await send("justice", "post", "/draftSubmissions", { ...body, together: true });
    expect([all.status, all.body.issues]).toEqual([
      400,
      [expect.objectContaining({ name: "drafts.1", value: ids[1], detail: expect.stringContaining("level") })],
    ]);
    const each = await send("justice", "post", "/draftSubmissions", body);
    expect(each.status, each.text).toBe(201);
    operations.find(({ id }) => id === "submitDrafts")?.output.parse(each.body);
    expect(each.body).toMatchObject({
      submitted: 1,
      failed: 1,
      items: [{ done: { entries: [{ type: "progressUpdate" }] } }, { problem: { status: 400 } }],
    });
    expect((await get("justice", half)).status).toBe(200);
    expect((await send("justice", "delete", half, {}, "*")).status).toBe(204);
    expect((await get("justice", "/drafts")).body.items).toEqual([]);
  });
});
