import type { Person } from "@heed/core";
import { type Database, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

const people = {
  /** Answers for Justice, and assesses for Myria: two bodies' work in one person. */
  claes: {
    id: "user-claes",
    name: "J. Claes",
    rights: [
      { role: "respondent", organizations: ["justice"] },
      { role: "assessor", organizations: [] },
    ],
  },
  maes: {
    id: "user-maes",
    name: "E. Maes",
    rights: [
      { role: "respondent", organizations: ["justice"] },
      { role: "editor", organizations: [] },
      { role: "assessor", organizations: [] },
    ],
  },
  /** An editor of one body and an assessor of all. */
  nia: {
    id: "user-nia",
    name: "V. Nia",
    rights: [
      { role: "editor", organizations: ["unia"] },
      { role: "assessor", organizations: [] },
    ],
  },
  /** May do one act alone. */
  program: {
    id: "program",
    name: "Program",
    rights: [{ role: "editor", organizations: [] }],
    acts: ["observe", "draftReport"],
  },
  member: { id: "user-member", name: "M. Parl", rights: [{ role: "parliament", organizations: [] }] },
  nobody: { id: "user-left", name: "N. Gone", rights: [] },
} as const satisfies Record<string, Person>;

async function serve(database: Database) {
  const app = supertest(
    await worldApp(database, { identify: async (token) => people[token as keyof typeof people] as Person }),
  );
  const send = (who: keyof typeof people, method: "get" | "post" | "patch" | "delete", path: string, body?: object) => {
    const request = app[method](basePath + path)
      .set("Authorization", `Bearer ${who}`)
      .set("If-Match", "*");
    if (body === undefined) return request;
    const type = method === "patch" ? "application/merge-patch+json" : "application/json";
    return request.set("Content-Type", type).send(JSON.stringify(body));
  };
  const act = (who: keyof typeof people, followUp: string, collection: string, body: object) =>
    send(who, "post", `/followUps/${followUp}/${collection}`, body);
  return { app, send, act };
}

const evidence = [{ kind: "document", title: "Circular" }];
const claim = { reportingYear: 2015, level: "fullyImplemented", claim: true, evidence };
const finding = {
  reportingYear: 2015,
  level: "fullyImplemented",
  rationale: "It is applied.",
  method: "courtRecord",
  evidence,
};

describeDatabase("a person with several roles", (open) => {
  test("does each act in the one that allows it, and is not its own second reader", async () => {
    const { database } = await open(world);
    const { send, act } = await serve(database);
    const id = "2013-02-just";
    const answered = await act("claes", id, "responses", { position: "accepted" });
    expect(answered.status, answered.text).toBe(201);
    expect(answered.body.entries[0].author).toMatchObject({ id: "user-claes", side: "addressee" });
    expect((await act("claes", id, "progressUpdates", claim)).status).toBe(201);
    const found = await act("claes", id, "assessments", finding);
    expect(found.body.entries[0].author).toMatchObject({ id: "user-claes", side: "issuingBody" });
    const closing = (secondReader: string) =>
      act("claes", id, "closures", { closureReason: "implemented", secondReader });
    const alone = await closing("Claes, Jan");
    expect([alone.status, alone.body.detail]).toEqual([403, expect.stringContaining("second reader")]);
    expect((await closing("B. Peeters")).status).toBe(201);
    // For another addressee neither role is enough: the refusal is that of the role in which it is done.
    const other = await act("claes", "2013-04-oe", "responses", { position: "noted" });
    expect([other.status, other.body.detail]).toEqual([403, expect.stringContaining("is responsible for it")]);
    expect((await send("claes", "post", "/reports", { issuingBody: "myria" })).status).toBe(403);
    expect((await send("claes", "get", "/me")).body.rights).toEqual(people.claes.rights);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is refused in no role where another allows it", async () => {
    const { database } = await open(world);
    const { act, send } = await serve(database);
    const id = "2013-02-just";
    const answer = await act("maes", id, "responses", { position: "accepted" });
    expect(answer.body.entries[0].author).toMatchObject({ side: "addressee" });
    expect(answer.body.entries[0].author.onBehalf).toBeUndefined();
    // For another addressee the editor records it on behalf, with its source.
    const source = { name: "Letter of 12 June" };
    const onBehalf = await act("maes", "2013-04-oe", "responses", { position: "noted", source });
    expect(onBehalf.status, onBehalf.text).toBe(201);
    expect(onBehalf.body.entries[0].author).toMatchObject({ onBehalf: true });
    const promised = await act("maes", id, "commitments", { description: "A circular.", due: { on: "2015-12-31" } });
    expect(promised.body.entries[0].author).toMatchObject({ side: "addressee" });
    // What a respondent may no longer amend, an editor may.
    expect((await act("maes", id, "assessments", { ...finding, level: "underWay" })).status).toBe(201);
    const amended = await send("maes", "patch", `/followUps/${id}/entries/${answer.body.entries[0].id}`, {
      position: "acceptedInPart",
      source,
    });
    expect(amended.status, amended.text).toBe(200);
  });

  test("finds the drafts of each role, and is told when they are not its own to change", async () => {
    const { database } = await open(world);
    const { send } = await serve(database);
    const drafted = { issuingBody: "myria", reference: "Zq", reportingYear: 2015 };
    const report = (await send("maes", "post", "/reports", drafted)).body.report.id as string;
    expect((await send("nia", "get", `/reports/${report}`)).status).toBe(200);
    expect((await send("nia", "delete", `/reports/${report}`)).status).toBe(403);
    for (const who of ["member", "nobody"] as const) {
      expect((await send(who, "get", `/reports/${report}`)).status).toBe(404);
      expect((await send(who, "delete", `/reports/${report}`)).status).toBe(403);
    }
    expect((await send("maes", "delete", `/reports/${report}`)).status).toBe(204);
  });

  test("sees the confidential evidence of each role, and nobody else does", async () => {
    const { database } = await open(world);
    const { act, send } = await serve(database);
    const secret = { evidence: [{ kind: "file", title: "File 12/345", confidential: true }] };
    expect((await act("claes", "2013-02-just", "evidence", secret)).status).toBe(201);
    const seen = async (who: keyof typeof people) => (await send(who, "get", "/followUps/2013-02-just")).text;
    for (const who of ["claes", "maes", "nia"] as const) expect(await seen(who), who).toContain("File 12/345");
    for (const who of ["member", "nobody"] as const) expect(await seen(who), who).not.toContain("File 12/345");
  });

  test("does with a token of some acts no other act", async () => {
    const { database } = await open(world);
    const { act, send } = await serve(database);
    expect((await act("program", "2013-02-just", "observations", { by: "GRETA", text: "Seen." })).status).toBe(201);
    const other = await act("program", "2013-02-just", "retractions", { retracts: "x", reason: "y" });
    expect([other.status, other.body.detail]).toEqual([403, expect.stringContaining("observe, draftReport")]);
    expect((await send("program", "post", "/settingChanges", { changes: {} })).status).toBe(403);
    expect((await send("program", "get", "/me")).body.acts).toEqual(["observe", "draftReport"]);
  });
});
