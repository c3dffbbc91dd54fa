import { RecordFile } from "@heed/core";
import supertest from "supertest";
import { expect, test } from "vitest";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const names = ["body", "gone", "closed", "old", "north", "south", "wide", "narrow", "club", "chair"] as const;
const of = (organization: string, ...themes: string[]) => ({ organization, themes });
const change = (id: string, type: string, original: string, ...results: object[]) => ({
  ...{ id, type, on: "2024-01-01", recordedAt: "2024-01-01T09:00:00Z", originals: [original], results },
});

/** One was dissolved by a change, one by its own day, one was split, one gave away a part, and one collective is no more. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: names.map((id) => ({
    ...{ id, code: id, name: { en: id } },
    ...(id === "closed" && { dissolutionDate: "2024-01-01" }),
    ...(id === "club" && { coordinator: "chair" }),
  })),
  organizationChanges: [
    change("dissolution", "dissolved", "gone"),
    change("split", "split", "old", of("north"), of("south")),
    change("transfer", "competenceTransferred", "wide", of("narrow", "victims")),
    change("end", "dissolved", "club"),
  ],
  reports: [{ id: "r", reference: "W-2022", issuingBody: "body", reportingYear: 2022, publishedOn: "2023-01-18" }],
  recommendations: [{ id: "a", report: "r", reference: "W-1", themes: ["victims", "prosecution"] }],
  followUps: ["gone", "closed", "old", "wide", "club", "narrow"].map((id) => ({
    id,
    recommendation: "a",
    addressee: id,
  })),
});

const now = () => new Date("2024-07-01T10:00:00+02:00");

describeDatabase("who answers for an organization that is no more, over HTTP (R41, R42)", (open) => {
  test("nobody for one that was dissolved, and nobody after a split until an editor decides", async () => {
    const { database } = await open();
    await imported(database, record);
    const app = supertest(await worldApp(database, { now }));
    const person = (id: string) => [id, { name: `Of ${id}`, role: "respondent", organizations: [id] }] as const;
    const editor = { name: "E. Maes", role: "editor", organizations: [] } as const;
    const tokens: Record<string, string> = await tokensOf(database, {
      ...Object.fromEntries(names.map(person)),
      editor,
    } as never);
    const send = (who: string, path: string, body: object) =>
      app
        .post(basePath + path)
        .set("Authorization", `Bearer ${tokens[who]}`)
        .set("If-Match", "*")
        .send(body);
    const rejects = (who: string, followUp: string) =>
      send(who, `/followUps/${followUp}/responses`, { position: "rejected" });

    for (const [who, followUp, why] of [
      ["gone", "gone", "nobody answers any more"],
      ["closed", "closed", "nobody answers any more"],
      ["old", "old", "an editor has to decide who answers"],
      ["north", "old", "another organization"],
      ["club", "club", "nobody answers any more"],
      ["chair", "club", "another organization"],
    ] as const) {
      const overdue = async () => (await app.get(`${basePath}/overdue?addressee=${followUp}`)).body.items;
      const before = await overdue();
      expect(before.length, who).toBeGreaterThan(0);
      const refused = await rejects(who, followUp);
      expect(refused.status, `${who} ${refused.text}`).toBe(403);
      expect(refused.body.detail, who).toContain(why);
      expect(await overdue()).toEqual(before);
    }
    // What gave away a part exists, and is itself a candidate.
    expect((await rejects("wide", "wide")).status).toBe(201);
    expect((await rejects("narrow", "narrow")).status).toBe(201);

    const source = { name: "a letter" };
    const recorded = await send("editor", "/followUps/gone/responses", { position: "noted", source });
    expect(recorded.status, recorded.text).toBe(201);
    const decision = { change: "split", successor: "north" };
    expect((await send("editor", "/followUps/old/successorDecisions", decision)).status).toBe(201);
    expect((await rejects("north", "old")).status).toBe(201);
    expect((await rejects("old", "old")).status).toBe(403);
  });

  test("its respondent sees the confidential evidence no more", async () => {
    const { database } = await open();
    await imported(database, record);
    const app = supertest(await worldApp(database, { now }));
    const tokens = await tokensOf(database, {
      editor: { name: "E. Maes", role: "editor", organizations: [] },
      gone: { name: "D. Gone", role: "respondent", organizations: ["gone"] },
    });
    const evidence = [{ kind: "document", title: "Secret note", confidential: true }];
    const made = await app
      .post(`${basePath}/followUps/gone/evidence`)
      .set("Authorization", `Bearer ${tokens.editor}`)
      .set("If-Match", "*")
      .send({ evidence, source: { name: "a letter" } });
    expect(made.status, made.text).toBe(201);
    const read = (token: string) => app.get(`${basePath}/followUps/gone`).set("Authorization", `Bearer ${token}`);
    expect((await read(tokens.editor)).text).toContain("Secret note");
    expect((await read(tokens.gone)).text).not.toContain("Secret note");
  });
});
