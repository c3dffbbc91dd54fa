import { type NewToken, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { Problem } from "../src/contract/common.ts";
import { operations } from "../src/operations/operations.ts";
import { tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const shapeOf = (id: string) => operations.find((each) => each.id === id)?.output;

describeDatabase("the settings through the service", (open) => {
  test("are read for a day, changed by an editor from a day on, and listed", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const tokenFor = (token: NewToken) => tokenOf(database, token);
    const editor = await tokenFor({ name: "E. Maes", role: "editor", organizations: [] });
    const justice = await tokenFor({ name: "J. Claes", role: "respondent", organizations: ["justice"] });
    const read = async (path: string, status = 200) => {
      const answer = await app.get(basePath + path);
      expect(answer.status, answer.text).toBe(status);
      return answer.body;
    };
    const send = (token: string, body: object) =>
      app.post(`${basePath}/settingChanges`).set("Authorization", `Bearer ${token}`).send(body);
    const late = async () => (await read("/overdue?asOf=2015-01-10&kind=response")).total;

    const before = await read("/settings?asOf=2014-06-01");
    shapeOf("getSettings")?.parse(before);
    expect(before).toMatchObject({ asOf: "2014-06-01", settings: { responsePeriod: { amount: 2, unit: "months" } } });
    expect(await late()).toBeGreaterThan(0);

    const change = {
      changes: { responsePeriod: { amount: 1, unit: "years" }, dueSoonDays: 14 },
      from: "2000-01-01",
      reason: "As agreed with the government.",
    };
    expect((await send(justice, change)).status).toBe(403);
    const made = await send(editor, change);
    expect(made.status, made.text).toBe(201);
    shapeOf("changeSettings")?.parse(made.body);
    expect(made.headers.location).toBe(made.body.href);
    expect(made.body.setting).toMatchObject({ ...change, actor: "E. Maes" });

    expect((await read("/settings?asOf=2014-06-01")).settings).toMatchObject(change.changes);
    expect((await read("/settings?asOf=1999-12-31")).settings).toEqual(before.settings);
    expect((await read("/settings?asOf=2014-06-01&knownAt=2015-01-01")).settings).toEqual(before.settings);
    expect(await read(`/settingChanges/${made.body.setting.id}`)).toEqual(made.body);
    await read("/settingChanges/none", 404);
    const list = await read("/settingChanges");
    shapeOf("listSettingChanges")?.parse(list);
    expect(list).toMatchObject({ total: 1, items: [made.body.setting] });
    // None of them was published more than a year ago.
    expect(await late()).toBe(0);

    const wrong = await send(editor, { changes: { timeZone: "Mars/Olympus" }, reason: "x" });
    expect(wrong.status).toBe(400);
    expect(Problem.parse(wrong.body).issues?.[0]).toMatchObject({ in: "body", name: "changes.timeZone" });
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
