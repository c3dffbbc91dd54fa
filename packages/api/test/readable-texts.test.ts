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
  const post = (person: keyof typeof people, path: string, body: object) =>
    app
      .post(basePath + path)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", "*")
      .send(body);
  return { app, post };
}

const followUp = "/followUps/2011-03-just";
const target = { target: { kind: "response" }, to: { on: "2016-12-30" } };

const acts: readonly [keyof typeof people, string, object, string][] = [
  ["justice", `${followUp}/responses`, { position: "rejected", reason: " " }, "reason"],
  ["justice", `${followUp}/commitments`, { description: "\u200b" }, "description"],
  ["justice", `${followUp}/evidence`, { evidence: [{ kind: "law", title: "\u00a0" }] }, "evidence.0.title"],
  ["justice", `${followUp}/deadlineRequests`, { ...target, reason: "Budget.", requestedBy: "-" }, "requestedBy"],
  ["editor", `${followUp}/observations`, { by: "...", text: "Seen." }, "by"],
  ["editor", `${followUp}/roleChanges`, { role: "joint", reason: "\t" }, "reason"],
  [
    "assessor",
    `${followUp}/closures`,
    { closureReason: "notImplemented", reason: "No.", singleReader: "\u2060" },
    "singleReader",
  ],
  [
    "assessor",
    `${followUp}/closures`,
    { closureReason: "notImplemented", reason: "\u3164", secondReader: "B. Peeters" },
    "reason",
  ],
  [
    "assessor",
    `${followUp}/closures`,
    { closureReason: "notImplemented", reason: "No.", secondReader: "--" },
    "secondReader",
  ],
  ["editor", "/reports", { reference: " ", reportingYear: 2015, issuingBody: "myria" }, "reference"],
  [
    "editor",
    "/reports",
    { reference: "R", title: { en: "\u200b" }, reportingYear: 2015, issuingBody: "myria" },
    "title.en",
  ],
  ["editor", "/organizations", { code: "zed", name: { en: "\u00a0" } }, "name.en"],
];

describeDatabase("a text that shows nothing", (_, openToRead) => {
  test("is no text of an act, and is refused with its place", { timeout: 120_000 }, async () => {
    const { database } = await openToRead(world);
    const { app, post } = await serve(database);
    const before = (await app.get(basePath + followUp)).body;
    for (const [person, path, body, place] of acts) {
      const answer = await post(person, path, body);
      expect(answer.status, `${path} ${JSON.stringify(body)}: ${answer.text}`).toBe(400);
      expect(answer.body.issues).toMatchObject([{ in: "body", name: place }]);
    }
    expect((await app.get(basePath + followUp)).body).toEqual(before);
  });
});
