import { RecordFile } from "@heed/core";
import { type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokenOf, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const people = {
  chancellery: { name: "C. Premier", role: "respondent", organizations: ["chancellery"] },
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
  editor: { name: "E. Maes", role: "editor", organizations: [] },
} as const satisfies Record<string, NewToken>;

const addressed = (id: string) => ({ id, recommendation: world.recommendations[0]?.id, addressee: id });
const organizations = RecordFile.parse({
  heed: "record/1",
  organizations: [
    {
      id: "government",
      code: "gov",
      name: { en: "The Government", fr: "Le gouvernement" },
      coordinator: "chancellery",
    },
    { id: "chancellery", code: "chanc", name: { en: "Chancellery of the Prime Minister", fr: "Chancellerie" } },
  ],
});
const followUps = RecordFile.parse({
  heed: "record/1",
  followUps: [addressed("government"), addressed("chancellery")],
});
const evidence = [{ kind: "document", title: "Secret note", confidential: true }];

describeDatabase("the coordinator of a collective addressee, over HTTP (R40)", (open) => {
  test("answers for it, and does not decide on a later date that either of them asked for", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    await imported(database, organizations);
    await imported(database, followUps);
    const tokens: Record<string, string> = await tokensOf(database, people);
    const send = (person: string, path: string, body: object) =>
      app
        .post(basePath + path)
        .set("Authorization", `Bearer ${tokens[person]}`)
        .set("If-Match", "*")
        .send(body);
    const read = (person: string, path: string) =>
      app.get(basePath + path).set("Authorization", `Bearer ${tokens[person]}`);

    const accepted = { position: "accepted" };
    expect((await send("justice", "/followUps/government/responses", accepted)).status).toBe(403);
    const answer = await send("chancellery", "/followUps/government/responses", accepted);
    expect(answer.status, answer.text).toBe(201);
    expect(answer.body.entries[0].author).toMatchObject({ side: "addressee", organization: "government" });
    const update = { reportingYear: 2015, level: "underWay", evidence };
    expect((await send("chancellery", "/followUps/government/progressUpdates", update)).status).toBe(201);
    expect((await read("chancellery", "/followUps/government")).text).toContain("Secret note");
    expect((await read("justice", "/followUps/government")).text).not.toContain("Secret note");

    const shown = (await read("justice", "/followUps/government")).body;
    expect(shown).toMatchObject({ responsible: { code: "gov" }, coordinator: { id: "chancellery", code: "chanc" } });
    expect((await read("justice", "/followUps/chancellery")).body).not.toHaveProperty("coordinator");
    expect((await read("justice", "/organizations/government")).body).toMatchObject({ coordinator: "chancellery" });
    const whole = (await read("justice", `/recommendations/${world.recommendations[0]?.id}/followUps`)).body;
    expect(whole.items.find(({ id }: { id: string }) => id === "government").coordinator.code).toBe("chanc");

    expect((await send("chancellery", "/followUps/chancellery/responses", accepted)).status).toBe(201);
    for (const id of ["government", "chancellery"]) {
      const asking = { target: { kind: "implementation" }, to: { on: "2019-12-31" }, reason: "staff" };
      const asked = await send("chancellery", `/followUps/${id}/deadlineRequests`, {
        ...asking,
        requestedBy: "Its director",
      });
      expect(asked.status, asked.text).toBe(201);
      const request = asked.body.entries[0].id;
      const decide = (decidedBy: string) =>
        send("editor", `/followUps/${id}/deadlineChanges`, { request, decision: "granted", reason: "x", decidedBy });
      for (const decidedBy of [
        "chanc",
        "CHANCELLERIE",
        "Chancellery of the Prime Minister",
        "gov",
        "The Government",
        "\u0441hanc",
        "The G\u043evernment",
      ])
        expect((await decide(decidedBy)).status, `${id}, ${decidedBy}`).toBe(403);
      expect((await decide("Parliament")).status).toBe(201);
    }
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("is named when an editor adds the organization, and is refused with its place where it is unknown", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const token = await tokenOf(database, people.editor);
    const add = (coordinator: string) =>
      app
        .post(`${basePath}/organizations`)
        .set("Authorization", `Bearer ${token}`)
        .send({ code: "gov", name: { en: "The Government" }, coordinator });
    const refused = await add("nobody");
    expect(refused.status, refused.text).toBe(400);
    expect(refused.body.issues).toMatchObject([{ name: "coordinator", value: "nobody" }]);
    const added = await add("justice");
    expect(added.status, added.text).toBe(201);
    const list = await app.get(`${basePath}/organizations?pageSize=100`);
    expect(list.body.items.find(({ code }: { code: string }) => code === "gov")).toMatchObject({
      coordinator: "justice",
    });
  });
});
