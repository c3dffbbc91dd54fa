import { RecordFile } from "@heed/core";
import { createToken, type Database, type NewToken, revokeToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  colleague: { name: "K. Adam", role: "respondent", organizations: ["justice"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  other: { name: "F. Noël", role: "editor", organizations: [] },
  again: { name: "Claes, Jan", role: "editor", organizations: [] },
} as const satisfies Record<string, NewToken>;
type Person = keyof typeof people;

const id = "2013-02-just";
const source = { name: "Letter of 1 June" };

async function serve(database: Database) {
  const app = supertest(await worldApp(database));
  const tokens = await tokensOf(database, people);
  const send = (person: Person, method: "post" | "patch", path: string, body: object, followUp = id) =>
    app[method](`${basePath}/followUps/${followUp}/${path}`)
      .set("Authorization", `Bearer ${tokens[person]}`)
      .set("If-Match", "*")
      .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
      .send(JSON.stringify(body));
  const act = async (person: Person, collection: string, body: object, followUp = id): Promise<string> => {
    const answer = await send(person, "post", collection, body, followUp);
    expect(answer.status, answer.text).toBe(201);
    return answer.body.entries[0].id;
  };
  const standing = async (asOf: string) =>
    (await app.get(`${basePath}/followUps/${id}/standing?asOf=${asOf}`)).body.standing;
  return { app, tokens, send, act, standing };
}

const asking = (requestedBy: string, more: object = {}) => ({
  target: { kind: "implementation" },
  to: { on: "2019-12-31" },
  reason: "staff",
  requestedBy,
  ...more,
});

describeDatabase("nobody decides on what he asked himself, over HTTP", (open) => {
  test("a promise is not moved by correcting it", async () => {
    const { database } = await open(world);
    const { send, act, standing } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const promise = await act("justice", "commitments", { description: "A circular.", due: { on: "2015-07-15" } });
    for (const change of [
      { due: { on: "2035-01-01" } },
      { due: { on: "2015-12-31", precision: "year" } },
      { due: null },
    ]) {
      const answer = await send("justice", "patch", `entries/${promise}`, change);
      expect(answer.status, answer.text).toBe(403);
    }
    expect((await send("justice", "patch", `entries/${promise}`, { description: "Two circulars." })).status).toBe(200);
    const { owed } = await standing("2015-12-01");
    expect(owed.find(({ kind }: { kind: string }) => kind === "commitment")).toMatchObject({
      due: "2015-07-15",
      timeliness: "overdue",
    });
  });

  test("an answer does not become one that only a file can leave open", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    const answer = await act("justice", "responses", { position: "accepted" });
    for (const position of ["undetermined", "answeredNotStated", "awaiting"]) {
      const corrected = await send("justice", "patch", `entries/${answer}`, { position });
      expect(corrected.status, corrected.text).toBe(400);
    }
    expect((await send("justice", "patch", `entries/${answer}`, { position: "noted" })).status).toBe(200);
  });

  test("an update of before does not become a claim of before, nor is a claim undone by a correction", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const evidence = [{ kind: "law", title: "Act" }];
    const update = await act("justice", "progressUpdates", { reportingYear: 2015, level: "underWay" });
    const done = { level: "fullyImplemented", evidence };
    expect((await send("justice", "patch", `entries/${update}`, { ...done, claim: true })).status).toBe(400);
    expect((await send("justice", "patch", `entries/${update}`, done)).status).toBe(400);
    const claim = await act("justice", "progressUpdates", { reportingYear: 2015, ...done });
    const undone = { level: "underWay", claim: false };
    expect((await send("justice", "patch", `entries/${claim}`, undone)).status).toBe(400);
  });

  test("a request that was corrected is decided once, by whichever of its versions it is named", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const decide = (request: string, decision: string) =>
      send("editor", "post", "deadlineChanges", { request, decision, reason: "x", decidedBy: "Council of Ministers" });
    const first = await act("justice", "deadlineRequests", asking("The ministry"));
    const renamed = await send("justice", "patch", `entries/${first}`, { requestedBy: "Somebody else" });
    expect(renamed.status, renamed.text).toBe(400);
    const corrected = await send("justice", "patch", `entries/${first}`, { to: { on: "2018-12-31" } });
    expect(corrected.status, corrected.text).toBe(200);
    const second = corrected.body.entries[0].id;
    const granted = await decide(first, "granted");
    expect(granted.status, granted.text).toBe(201);
    expect(granted.body.entries[0].to.on).toBe("2018-12-31");
    for (const each of [first, second]) {
      expect((await decide(each, "refused")).status).toBe(409);
      expect((await send("justice", "post", "deadlineRequestWithdrawals", { request: each })).status).toBe(409);
    }
  });

  test("by whatever name", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const request = await act("justice", "deadlineRequests", asking("Karel Peeters"));
    const decided = { request, decision: "granted", reason: "x", decidedBy: "Parliament" };
    expect((await send("again", "post", "deadlineChanges", decided)).status).toBe(403);
    const names = ["FPS Justice", "SPF Justice", "FOD Justitie", "just", "justice", "fod  JUSTITIE", "Spf Justicé"];
    for (const decidedBy of [...names, "K. Peeters", "Peeters, Karel"]) {
      const decision = { request, decision: "granted", reason: "x", decidedBy };
      const answer = await send("editor", "post", "deadlineChanges", decision);
      expect(answer.status, `${decidedBy}: ${answer.text}`).toBe(403);
    }
  });

  test("whoever submitted the request, or a version of it, does not decide, and letters are no name of everybody", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const letters = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";
    const request = await act("justice", "deadlineRequests", asking(letters));
    const corrected = await send("colleague", "patch", `entries/${request}`, { reason: "few people" });
    expect(corrected.status, corrected.text).toBe(200);
    const decide = (person: Person, decidedBy: string) =>
      send(person, "post", "deadlineChanges", { request, decision: "granted", reason: "x", decidedBy });
    for (const decidedBy of ["J. Claes", "Claes, Jan", "CLAES", "Kristel Adam"]) {
      const answer = await decide("editor", decidedBy);
      expect(answer.status, `${decidedBy}: ${answer.text}`).toBe(403);
    }
    expect((await decide("again", "Parliament")).status).toBe(403);
    expect((await decide("other", "Prime Minister")).status).toBe(201);
  });

  test("what is overdue is told in the words of the promise as it stands", async () => {
    const { database } = await open(world);
    const { app, send, act } = await serve(database);
    await act("justice", "responses", { position: "accepted" });
    const promise = await act("justice", "commitments", { description: "A circular.", due: { on: "2015-07-15" } });
    const told = async () => {
      const texts: string[] = [];
      for (const known of ["", "&knownAt=2015-12-31"]) {
        const { body } = await app.get(`${basePath}/overdue?asOf=2015-12-01&kind=commitment${known}`);
        const items: { commitment: { id: string; description: string } }[] = body.items;
        texts.push(...items.flatMap(({ commitment }) => (commitment.id === promise ? commitment.description : [])));
      }
      return texts;
    };
    const correct = async (entry: string, description: string) => {
      const answer = await send("justice", "patch", `entries/${entry}`, { description });
      expect(answer.status, answer.text).toBe(200);
      return answer.body.entries[0].id;
    };
    expect(await told()).toEqual(["A circular.", "A circular."]);
    const second = await correct(promise, "Two circulars.");
    expect(await told()).toEqual(["Two circulars.", "Two circulars."]);
    const third = await correct(second, "Three circulars.");
    expect(await told()).toEqual(["Three circulars.", "Three circulars."]);
    await act("justice", "retractions", { retracts: third, reason: "Two it is." });
    expect(await told()).toEqual(["Two circulars.", "Two circulars."]);
  });

  test("what it was and what it became do not decide for it", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        organizations: [
          { id: "old", code: "old", name: { en: "Old Office", fr: "Ancien Office" }, level: "federal" },
          { id: "new", code: "new", name: { en: "New Office" }, level: "federal" },
        ],
        organizationChanges: [
          {
            id: "old-new",
            type: "absorbed",
            on: "2015-05-01",
            originals: ["old"],
            results: [{ organization: "new" }],
            recordedAt: "2015-05-01T08:00:00Z",
          },
        ],
        followUps: [],
      }),
    );
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        followUps: [{ id: "old-fu", recommendation: world.recommendations[0]?.id, addressee: "old", role: "lead" }],
      }),
    );
    await act("editor", "responses", { position: "accepted", source }, "old-fu");
    const request = await act("editor", "deadlineRequests", asking("Its director", { source }), "old-fu");
    for (const decidedBy of ["Old Office", "ancien OFFICE", "new", "New Office"]) {
      const decision = { request, decision: "granted", reason: "x", decidedBy };
      const answer = await send("other", "post", "deadlineChanges", decision, "old-fu");
      expect(answer.status, `${decidedBy}: ${answer.text}`).toBe(403);
    }
  });

  test("who recorded the request decides it in no words of his own, under a newer token neither", async () => {
    const { database } = await open(world);
    const { app, tokens, send, act } = await serve(database);
    await act("editor", "responses", { position: "accepted", source });
    const request = await act("editor", "deadlineRequests", asking("Its director", { source }));
    const decision = { request, decision: "granted", reason: "x", decidedBy: "A wise committee" };
    expect((await send("editor", "post", "deadlineChanges", decision)).status).toBe(403);
    await revokeToken(database, tokens.editor.slice(5, 17), "2015-06-09T00:00:00Z");
    const again = await createToken(
      database,
      { name: "e. maes", role: "editor", organizations: [] },
      "2015-06-10T00:00:00Z",
    );
    const answer = await app
      .post(`${basePath}/followUps/${id}/deadlineChanges`)
      .set("Authorization", `Bearer ${again}`)
      .set("If-Match", "*")
      .send(decision);
    expect(answer.status, answer.text).toBe(403);
    expect((await send("other", "post", "deadlineChanges", decision)).status).toBe(201);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
