import { RecordFile } from "@heed/core";
import { createToken } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

const drafted = RecordFile.parse({
  heed: "record/1",
  reports: [{ ...world.reports[0], id: "d", reference: "Dr", status: "draft", publishedOn: undefined }],
  recommendations: [{ id: "d-1", report: "d", reference: "Dr-1", text: { en: "Train." } }],
  followUps: [
    {
      ...{ id: "d-1-just", recommendation: "d-1", addressee: "justice" },
      entries: [
        {
          type: "response",
          id: "d-e1",
          position: "accepted",
          reason: "Secret.",
          givenOn: "2015-02-01",
          recordedAt: "2015-02-01T08:00:00Z",
        },
        {
          type: "commitment",
          id: "d-e2",
          description: "Secret.",
          givenOn: "2015-02-01",
          recordedAt: "2015-02-01T08:00:00Z",
        },
      ],
    },
  ],
});

describeDatabase("a follow-up of an unpublished report", (open) => {
  test("does not exist for its addressee, also where it has an entry of that addressee", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    await imported(database, drafted);
    const as = async (role: "respondent" | "editor", organizations: string[]) => {
      const token = await createToken(
        database,
        { name: `The ${role} of ${organizations}`, role, organizations },
        "2015-01-01T00:00:00Z",
      );
      return async (method: "post" | "patch", path: string, body: object) => {
        const answer = await app[method](`${basePath}/followUps/${path}`)
          .set("Authorization", `Bearer ${token}`)
          .set("If-Match", "*")
          .set("Content-Type", method === "patch" ? "application/merge-patch+json" : "application/json")
          .send(JSON.stringify(body));
        return {
          status: answer.status,
          title: answer.body.title,
          detail: answer.body.detail?.replace(/d-1-just/, "none"),
        };
      };
    };
    const justice = await as("respondent", ["justice"]);
    const unia = await as("editor", ["unia"]);
    for (const [method, path, body] of [
      ["patch", "entries/d-e1", { reason: "Changed." }],
      ["patch", "entries/d-e2", { description: "Changed." }],
      ["patch", "entries/d-e1", {}],
      ["post", "retractions", { retracts: "d-e1", reason: "Gone." }],
      ["post", "responses", { position: "noted" }],
      ["post", "closures", {}],
    ] as const)
      for (const send of [justice, unia]) {
        const answer = await send(method, `d-1-just/${path}`, body);
        expect(answer.status, `${method} ${path} ${answer.detail}`).toBe(404);
        expect(answer).toEqual(await send(method, `none/${path}`, body));
      }
    const editor = await as("editor", []);
    expect((await editor("patch", "d-1-just/entries/d-e1", { reason: "Changed." })).status).toBe(200);
  });
});
