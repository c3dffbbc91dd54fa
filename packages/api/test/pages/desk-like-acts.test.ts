import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import type { FormAct } from "../../../portal/src/desk/form/act-fields.ts";
import { describeDatabase } from "../../../store/test/describe-database.ts";
import { basePath } from "../../src/contract/base-path.ts";
import { people, tokenOf } from "../tokens.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";

const followUp = "2013-02-just";

/** The same by a form and by the API, one after the other. */
const morning: readonly [FormAct, Fields, object][] = [
  ["respond", { position: "accepted", reason: "Daarom" }, { position: "accepted", reason: "Daarom" }],
  [
    "commit",
    { description: "Een omzendbrief", due: "juni 2016", owner: "Kabinet" },
    {
      ...{ description: "Een omzendbrief", owner: "Kabinet" },
      due: { on: "2016-06-30", precision: "month", wording: "juni 2016" },
    },
  ],
  [
    "requestDeadlineChange",
    { target: "implementation", to: "2017-12-31", reason: "Een wet", requestedBy: "J. Claes" },
    { target: { kind: "implementation" }, to: { on: "2017-12-31" }, reason: "Een wet", requestedBy: "J. Claes" },
  ],
  [
    "addEvidence",
    { "evidence.0.kind": "law", "evidence.0.title": "Wet", "evidence.0.url": "https://example.org/wet" },
    { evidence: [{ kind: "law", title: "Wet", url: "https://example.org/wet" }] },
  ],
  [
    "update",
    {
      ...{ reportingYear: "2014", level: "fullyImplemented", asOf: "2015-06-01", narrative: "Klaar", claim: "yes" },
      ...{ "evidence.0.kind": "document", "evidence.0.title": "Nota", "evidence.0.confidential": "yes" },
    },
    {
      ...{ reportingYear: 2014, level: "fullyImplemented", asOf: "2015-06-01", narrative: "Klaar", claim: true },
      evidence: [{ kind: "document", title: "Nota", confidential: true }],
    },
  ],
];

describeDatabase("the record of a morning at the desk", (open) => {
  test("is the one that the acts of the API give", async () => {
    const byForms = (await open(world)).database;
    const byApi = (await open(world)).database;
    const desks = servedDesks(byForms);
    const { app } = servedDesks(byApi);
    const token = `Bearer ${await tokenOf(byApi, people.justice)}`;
    const told: unknown[] = [];
    for (const [act, fields, input] of morning) {
      const address = `/nl/desk/follow-ups/${followUp}/${act}`;
      const hidden = await desks.hidden("claes", address);
      const form = await desks.send("claes", address, { ...hidden, ...fields, do: "submit" });
      expect([act, form.status], form.text).toEqual([act, 303]);
      const one = { acts: [{ followUp, act, input }], together: true };
      const done = await app.post(`${basePath}/acts`).set("Authorization", token).send(one);
      expect([act, done.status], done.text).toEqual([act, 201]);
      told.push(done.body);
    }
    expect(told.length).toBe(morning.length);
    expect(await recordOf(desks.app)).toEqual(await recordOf(app));
  });
});

/** What everybody reads of the follow-up, without the ids and moments that no two records share. */
async function recordOf(app: ReturnType<typeof servedDesks>["app"]) {
  const { body } = await app.get(`${basePath}/followUps/${followUp}`);
  const { entries, ...rest } = JSON.parse(
    JSON.stringify(body).replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, "id"),
  );
  // Of one moment the ids alone tell the order.
  const texts = (entries as object[]).map((entry) => JSON.stringify({ ...entry, recordedAt: "", author: "" }));
  return { ...rest, entries: texts.sort(), href: "" };
}
