import { RecordFile } from "@heed/core";
import { verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { imported } from "../../store/test/importing.ts";
import { basePath } from "../src/contract/base-path.ts";
import { people, tokenOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

/** The minutes of a meeting on 10 June 2014: four decisions, each with its owner and its date. */
const decisions = [
  { number: 1, addressee: "justice", due: "2014-09-30" },
  { number: 2, addressee: "interior", due: "2014-10-31" },
  { number: 3, addressee: "justice", due: "2014-12-31" },
  { number: 4, addressee: "interior", due: "2015-03-31" },
];

describeDatabase("a meeting", (open) => {
  test("is reminded of which of the four decisions of the one before are overdue on its day", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const editor = await tokenOf(database, people.editor);
    const owners = world.organizations.filter(({ id }) => ["justice", "interior"].includes(id));
    expect(owners.length).toBe(2);
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        organizations: world.organizations,
        reports: [
          {
            ...{ id: "minutes", reference: "PV-2014-1", issuingBody: "myria", reportingYear: 2014 },
            ...{ title: { nl: "Verslag van het platform" }, publishedOn: "2014-06-10", authenticLanguages: ["nl"] },
          },
        ],
        recommendations: decisions.map(({ number, due }) => ({
          ...{ id: `decision-${number}`, report: "minutes", reference: `PV-2014-1-${number}` },
          ...{ text: { nl: `Beslissing ${number}.` }, implementationDue: { on: due } },
        })),
        followUps: decisions.map(({ number, addressee }) => ({
          ...{ id: `decision-${number}-owner`, recommendation: `decision-${number}`, addressee },
        })),
      }),
    );
    const meet = async (reference: string, on: string, more: object = {}) => {
      const { status, body } = await app
        .post(`${basePath}/collectedItems`)
        .set("Authorization", `Bearer ${editor}`)
        .send({
          ...{
            kind: "meeting",
            issuingBody: "myria",
            reference,
            year: Number(on.slice(0, 4)),
            title: { nl: reference },
          },
          content: { of: "het platform", on, attended: ["FOD Justitie"], ...more },
        });
      expect(status, JSON.stringify(body)).toBe(201);
      return body.collectedItem.id as string;
    };
    const reminderOf = async (id: string) => (await app.get(`${basePath}/collectedItems/${id}/reminder`)).body;
    const first = await meet("MEET-1", "2014-06-10", { decisions: "pv-2014-1" });
    const second = await meet("MEET-2", "2014-11-18");
    expect(await reminderOf(first)).toMatchObject({ asOf: "2014-06-10", decisions: [], total: 0 });
    const reminder = await reminderOf(second);
    expect(reminder).toMatchObject({ asOf: "2014-11-18", decisions: [{ id: "minutes" }] });
    const listed = (await app.get(`${reminder.overdue}&kind=implementation`)).body;
    const named = listed.items.map(
      ({ recommendation }: { recommendation: { reference: string } }) => recommendation.reference,
    );
    expect(named).toEqual(["PV-2014-1-1", "PV-2014-1-2"]);
    expect((await app.get(reminder.overdue)).body.total).toBe(reminder.total);

    const page = (await app.get("/nl/collected/myria/MEET-2")).text;
    expect(page).toContain("Te laat van vroegere beslissingen op 18 november 2014");
    expect([page.includes("PV-2014-1-1"), page.includes("PV-2014-1-3")]).toEqual([
      true,
      (await app.get(`${reminder.overdue}`)).text.includes("PV-2014-1-3"),
    ]);
    expect((await app.get(`${basePath}/collectedItems/judgment-of-the-farm/reminder`)).status).toBe(404);
    // Another body's meetings of the same name have their own decisions.
    expect(
      (await app.get(`${basePath}/collectedItems/meeting-of-the-platform-2/reminder`)).body.decisions,
    ).toMatchObject([{ id: "report-2009" }]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
