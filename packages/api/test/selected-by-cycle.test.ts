import type { NewToken } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const editor: NewToken = { name: "E. Maes", role: "editor", organizations: [] };
const justice: NewToken = { name: "J. Claes", role: "respondent", organizations: ["justice"] };

describeDatabase("what a cycle selects, over HTTP", (open) => {
  test("is selected by an editor, and listed while it is not assessed", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const [own, other] = [await tokenOf(database, editor), await tokenOf(database, justice)];
    const selections = `${basePath}/reportingCycles/round-2014/selections`;
    const body = { themes: ["victims"], on: "2015-02-02", reason: "Of weight this year." };
    const tag = (await app.get(`${basePath}/reportingCycles/round-2014`)).headers.etag ?? "";
    const post = (token: string, sent: object) =>
      app
        .post(selections)
        .set({ Authorization: `Bearer ${token}`, "If-Match": tag })
        .send(sent);
    expect((await post(other, body)).status).toBe(403);
    expect((await post(own, { ...body, themes: ["football"] })).body.issues[0]).toMatchObject({ name: "themes" });
    const done = await post(own, body);
    expect(done.status, done.text).toBe(201);
    expect(done.body.reportingCycle.selections).toEqual([body]);
    const list = (query: string) => app.get(`${basePath}/reportingCycles/round-2014/unassessed?${query}`).expect(200);
    const late = (await list("asOf=2015-06-30&withTotal=true")).body;
    expect(late.total).toBeGreaterThan(0);
    expect(late.items.length).toBe(late.total);
    for (const item of late.items) expect(item).toMatchObject({ due: "2015-06-12", daysOverdue: 18 });
    expect((await list("asOf=2015-02-01")).body.items).toEqual([]);
    const first = late.items[0].followUp.id;
    const { owed } = (await app.get(`${basePath}/followUps/${first}/standing?asOf=2015-06-30`)).body.standing;
    expect(owed.flatMap(({ reasons }: { reasons: { text: string }[] }) => reasons.map(({ text }) => text))).toContain(
      "the cycle about 2014 selected it on 2015-02-02; the issuing body assesses it by 2015-06-12 (R36)",
    );
  });
});
