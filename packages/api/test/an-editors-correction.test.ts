import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const source = { name: "Letter of 1 June" };

describeDatabase("R55: an addressee does not undo what an editor corrected", (open) => {
  async function serve() {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokens = await tokensOf(database, people);
    const send = async (person: keyof typeof people, method: "post" | "patch", path: string, body: object) =>
      app[method](`${basePath}/followUps/2013-02-just/${path}`)
        .set("Authorization", `Bearer ${tokens[person]}`)
        .set("If-Match", "*")
        .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
        .send(JSON.stringify(body));
    const made = async (...of: Parameters<typeof send>) => {
      const answer = await send(...of);
      expect([200, 201], answer.text).toContain(answer.status);
      return answer.body.entries[0];
    };
    const refused = async (...of: Parameters<typeof send>) => {
      const answer = await send(...of);
      expect(answer.status, answer.text).toBe(403);
      expect(answer.text).toContain("an editor corrected it");
    };
    return { send, made, refused };
  }

  const recorded: readonly [string, string, object, object, object][] = [
    ["an update", "progressUpdates", { reportingYear: 2015, level: "underWay" }, { reportingYear: 2013 }, {}],
    [
      "a promise",
      "commitments",
      { description: "A circular.", due: { on: "2016-12-31" } },
      { due: { on: "2015-12-01" } },
      {},
    ],
    ["a response", "responses", { position: "rejected" }, { position: "accepted" }, { position: "noted" }],
  ];
  test.for(recorded)("%s that an editor had recorded for it", async ([, collection, content, change, again]) => {
    const { made, refused } = await serve();
    const { id } = await made("editor", "post", collection, { ...content, source });
    const correction = await made("editor", "patch", `entries/${id}`, change);
    await refused("justice", "post", "retractions", { retracts: correction.id, reason: "no" });
    if (Object.keys(again).length > 0) await refused("justice", "patch", `entries/${correction.id}`, again);
  });

  test("an outcome that an editor had recorded for it", async () => {
    const { made, refused } = await serve();
    const promise = await made("justice", "post", "commitments", { description: "A circular." });
    const content = { commitment: promise.id, outcome: "met", source };
    const { id } = await made("editor", "post", "commitmentOutcomes", content);
    const correction = await made("editor", "patch", `entries/${id}`, { outcome: "abandoned" });
    await refused("justice", "patch", `entries/${correction.id}`, { outcome: "met" });
    await refused("justice", "post", "retractions", { retracts: correction.id, reason: "no" });
  });

  test("nor its own correction again that an editor retracted, nor a retraction that an editor undid", async () => {
    const { made, refused } = await serve();
    const { id } = await made("justice", "post", "responses", { position: "accepted" });
    const correction = await made("justice", "patch", `entries/${id}`, { position: "rejected" });
    await made("editor", "post", "retractions", { retracts: correction.id, reason: "its letter says so" });
    await refused("justice", "patch", `entries/${id}`, { position: "rejected" });
    await refused("justice", "post", "retractions", { retracts: id, reason: "no" });

    const other = await made("justice", "post", "progressUpdates", { reportingYear: 2015, level: "underWay" });
    const undone = await made("justice", "post", "retractions", { retracts: other.id, reason: "no" });
    await made("editor", "post", "retractions", { retracts: undone.id, reason: "it said so" });
    await refused("justice", "post", "retractions", { retracts: other.id, reason: "no" });
  });

  test("R54: an editor corrects what decides with its source, and what decides nothing without one", async () => {
    const { made, send } = await serve();
    const { id } = await made("justice", "post", "responses", { position: "accepted", reason: "Yes." });
    const refused = await send("editor", "patch", `entries/${id}`, { position: "rejected" });
    expect(refused.status, refused.text).toBe(400);
    expect(refused.body).toMatchObject({
      detail: expect.stringContaining("needs its source (R54)"),
      issues: [{ name: "change.source", detail: expect.stringContaining("position decides") }],
    });
    const typo = await made("editor", "patch", `entries/${id}`, { reason: "Yes!" });
    expect(typo.source).toBeUndefined();
    const corrected = await made("editor", "patch", `entries/${typo.id}`, { position: "rejected", source });
    expect(corrected).toMatchObject({ position: "rejected", source, author: { onBehalf: true } });
    const again = await made("editor", "patch", `entries/${corrected.id}`, { position: "noted" });
    expect(again).toMatchObject({ position: "noted", source });
    const other = { position: "accepted", source: { name: "Another letter" } };
    expect((await send("editor", "patch", `entries/${again.id}`, other)).status).toBe(400);
  });

  test("R57: its correction of what an editor recorded for it is its own word", async () => {
    const { made } = await serve();
    const { id } = await made("editor", "post", "commitments", { description: "A circular.", source });
    const correction = await made("justice", "patch", `entries/${id}`, { description: "A circular to all zones." });
    expect(correction.author).toMatchObject({ side: "addressee" });
    expect(correction.author.onBehalf ?? false).toBe(false);
    const byEditor = await made("editor", "patch", `entries/${correction.id}`, { description: "A letter." });
    expect(byEditor.author).toMatchObject({ side: "addressee", onBehalf: true });
  });
});
