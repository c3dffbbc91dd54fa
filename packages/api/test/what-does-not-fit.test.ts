import type { Database } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, people);
  const send = (person: keyof typeof people, method: "post" | "patch", path: string, body: object) =>
    app[method](basePath + path)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", "*")
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
      .send(JSON.stringify(body));
  return { app, send };
}

const followUp = "/followUps/2011-03-just";

const days: readonly [Parameters<Awaited<ReturnType<typeof serve>>["send"]>[0], string, object, string][] = [
  ["justice", "commitments", { description: "x", due: { on: "2027-02-01", precision: "quarter" } }, "due.on"],
  ["justice", "commitments", { description: "x", due: { on: "2027-01-01", precision: "year" } }, "due.on"],
  [
    "justice",
    "deadlineRequests",
    {
      ...{ target: { kind: "response" }, reason: "x", requestedBy: "J. Claes" },
      to: { on: "2027-03-05", precision: "month" },
    },
    "to.on",
  ],
];

describeDatabase("what does not fit", (open) => {
  test("is refused with its place: vague dates and addresses of an act", { timeout: 120_000 }, async () => {
    const { database } = await open(world);
    const { app, send } = await serve(database);
    const before = (await app.get(basePath + followUp)).body;
    for (const [person, collection, body, place] of days) {
      const answer = await send(person, "post", `${followUp}/${collection}`, body);
      expect(answer.status, answer.text).toBe(400);
      expect(answer.body.issues).toMatchObject([{ in: "body", name: place }]);
    }
    for (const url of ["http://", "http://a b", "https://user:pw@x/", "https://x/\u202e"]) {
      const evidence = [{ kind: "law", title: "Law", url }];
      const answer = await send("justice", "post", `${followUp}/evidence`, { evidence });
      expect(answer.status, `${url} ${answer.text}`).toBe(400);
      expect(answer.body.issues).toMatchObject([{ in: "body", name: "evidence.0.url" }]);
    }
    expect((await app.get(basePath + followUp)).body).toEqual(before);
    const season = { description: "x", due: { on: "2027-02-28", precision: "quarter", wording: "winter 2026-2027" } };
    expect((await send("justice", "post", `${followUp}/commitments`, season)).status).toBe(201);
  });

  test("is refused: the days of a report and of a promise, a text taken away, a second link", {
    timeout: 120_000,
  }, async () => {
    const { database } = await open(world);
    const { send } = await serve(database);
    const refused = async (method: "post" | "patch", path: string, body: object, place: string) => {
      const answer = await send("editor", method, path, body);
      expect(answer.status, `${path} ${answer.text}`).toBe(400);
      expect(answer.body.issues).toMatchObject([{ name: place }]);
    };
    const draft = { reference: "Zq", issuingBody: "myria", reportingYear: 9999 };
    const report = (await send("editor", "post", "/reports", draft)).body.report.id as string;
    const asked = { reference: "Zq-1", text: { en: "Train." }, addressees: [{ organization: "justice" }] };
    const added = await send("editor", "post", `/reports/${report}/recommendations`, asked);
    expect(added.status, added.text).toBe(201);
    const { id, followUps } = added.body.recommendation;
    await refused("post", `/reports/${report}/publications`, { publishedOn: "2015-06-01" }, "reportingYear");
    expect((await send("editor", "patch", `/reports/${report}`, { reportingYear: 2014 })).status).toBe(200);
    const early = { publishedOn: "2015-06-01", transmittedToParliamentOn: "1900-05-31" };
    await refused("post", `/reports/${report}/publications`, early, "transmittedToParliamentOn");
    const published = await send("editor", "post", `/reports/${report}/publications`, { publishedOn: "2015-06-01" });
    expect(published.status, published.text).toBe(201);
    await refused("patch", `/reports/${report}`, { reportingYear: 2016 }, "reportingYear");
    await refused("patch", `/reports/${report}`, { transmittedToFieldOn: "2013-12-31" }, "transmittedToFieldOn");

    // The government may have it before the public.
    const sent = await send("editor", "patch", `/reports/${report}`, { transmittedToGovernmentOn: "2015-05-01" });
    expect(sent.status, sent.text).toBe(200);

    await refused("patch", `/recommendations/${id}`, { text: null }, "text");
    const absent = await send("editor", "patch", `/recommendations/${id}`, { text: null, textAbsent: "Withdrawn." });
    expect(absent.status, absent.text).toBe(200);

    const link = { type: "relatesTo", to: "2011-03" };
    expect((await send("editor", "post", `/recommendations/${id}/links`, link)).status).toBe(201);
    const second = await send("editor", "post", `/recommendations/${id}/links`, link);
    expect(second.status, second.text).toBe(409);
    const echo = { type: "echoes", echoes: "CRC/C/BEL/5-6, 12" };
    expect((await send("editor", "post", `/recommendations/${id}/links`, echo)).status).toBe(201);
    expect((await send("editor", "post", `/recommendations/${id}/links`, echo)).status).toBe(409);
    const other = { ...echo, echoes: "CRC/C/BEL/5-6, 13" };
    expect((await send("editor", "post", `/recommendations/${id}/links`, other)).status).toBe(201);

    const acts = `/followUps/${followUps[0].id}`;
    const promised = await send("justice", "post", `${acts}/commitments`, { description: "A desk." });
    expect(promised.status, promised.text).toBe(201);
    const outcome = { commitment: promised.body.entries[0].id, outcome: "met" };
    const before = await send("justice", "post", `${acts}/commitmentOutcomes`, { ...outcome, asOf: "2015-06-29" });
    expect(before.status, before.text).toBe(400);
    expect(before.body.issues).toMatchObject([{ name: "asOf" }]);
    const met = await send("justice", "post", `${acts}/commitmentOutcomes`, { ...outcome, asOf: "2015-06-30" });
    expect(met.status, met.text).toBe(201);
  });
});
