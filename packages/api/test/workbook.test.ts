import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { personAs } from "@heed/core";
import { type Database, draftDesk, trackerReads, verifyAudit } from "@heed/store";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { world } from "../../core/test/example-world.ts";
import { filledWorkbook, textsOfAnswers } from "../../files/test/filled-workbook.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { importWorkbook } from "../src/imports/import-workbook.ts";
import { organizationWorkbook } from "../src/workbooks/organization-workbook.ts";
import { people, tokensOf } from "./tokens.ts";
import { worldApp } from "./world-app.ts";

const at = "2015-06-30T08:00:00.000Z";
const claes = personAs({ id: "u-claes", name: "J. Claes", role: "respondent", organizations: ["justice"] });
const bos = personAs({ id: "u-bos", name: "I. Bos", role: "respondent", organizations: ["interior"] });

/** The row of each recommendation in the sheet: where an answer is owed, and where a report is. */
function rowsOf(bytes: Uint8Array): ReadonlyMap<string, number> {
  return new Map(textsOfAnswers(bytes).map(({ B, K }, place) => [K === undefined ? `${B}` : `${B} update`, place + 1]));
}

async function desk(database: Database) {
  const reads = trackerReads(database);
  const settings = await reads.settings();
  const folder = await mkdtemp(join(tmpdir(), "heed-workbook-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const out = async (language: "nl" | "en" = "nl"): Promise<Buffer> => {
    const reader = { rights: claes.rights, today: "2015-06-30" };
    const asked = { reads, person: claes, reader, organization: "justice", today: "2015-06-30", language };
    return Buffer.from((await organizationWorkbook(asked)).bytes);
  };
  const taken = async (
    bytes: Uint8Array,
    more: { person?: typeof claes; dryRun?: boolean; skipInvalid?: boolean } = {},
  ) => {
    await writeFile(join(folder, "a.xlsx"), bytes);
    const run = { person: claes, at, settings, systemUser: "test", dryRun: false, skipInvalid: false, ...more };
    return importWorkbook(database, { path: join(folder, "a.xlsx"), name: "a.xlsx", language: "en", ...run });
  };
  const work = draftDesk(database, { person: claes, systemUser: "test", at, settings, newId: () => "unused" });
  const drafts = async () =>
    (await work.list({}, {})).items.map(({ followUp, act, input }) => ({ followUp, act, input }));
  return { out, taken, drafts, work };
}

describeDatabase("a workbook of answers", (open) => {
  test("goes out to who answers for the organization, and comes in as drafts by an import", async () => {
    const { database } = await open(world);
    const app = supertest(await worldApp(database));
    const interior = { name: "I. Bos", role: "respondent", organizations: ["interior"] } as const;
    const tokens = await tokensOf(database, { ...people, interior });
    const path = `${basePath}/organizations/justice/workbook?lang=nl`;
    const asked = (who: keyof typeof tokens) =>
      app.get(path).set("Authorization", `Bearer ${tokens[who]}`).responseType("blob");
    expect((await app.get(path)).status).toBe(401);
    expect((await asked("interior")).status).toBe(403);
    const { status, body, headers } = await asked("justice");
    expect([status, headers["content-disposition"]]).toEqual([
      200,
      expect.stringMatching(/Antwoorden-.*2015-06-30\.xlsx/),
    ]);
    const row = rowsOf(body).get("2013-01");
    expect(textsOfAnswers(body)[(row ?? 0) - 1]).toMatchObject({
      E: expect.stringContaining("Antwoord"),
      F: expect.any(String),
    });

    const filled = filledWorkbook(body, { [`I${row}`]: "aanvaard", [`J${row}`]: "In mei." });
    const imported = async (who: keyof typeof tokens) => {
      const as = { Authorization: `Bearer ${tokens[who]}` };
      const made = await app.post(`${basePath}/imports`).set(as).send({ kind: "workbook" });
      if (made.status !== 201) return made;
      const sent = app.post(`${basePath}/imports/${made.body.id}/files?name=antwoorden.xlsx`).set(as);
      expect((await sent.set("Content-Type", "application/octet-stream").send(Buffer.from(filled))).status).toBe(201);
      for (;;) {
        const job = await app.get(`${basePath}/imports/${made.body.id}`).set(as);
        if (job.body.state !== "running") return job;
        await setTimeout(20);
      }
    };
    expect((await imported("assessor")).status).toBe(403);
    expect((await imported("interior")).body).toMatchObject({
      state: "refused",
      problem: { code: "missingPermission" },
    });
    expect((await imported("justice")).body).toMatchObject({ state: "done", result: { drafts: 1, rejectedRows: 0 } });
    const drafts = await app.get(`${basePath}/drafts`).set("Authorization", `Bearer ${tokens.justice}`);
    expect(drafts.body.items).toMatchObject([{ act: "respond", input: { position: "accepted", reason: "In mei." } }]);
  });

  test("that comes twice makes nothing the second time; what is otherwise in draft, or answered, is left as it is", async () => {
    const { database } = await open(world);
    const { out, taken, drafts, work } = await desk(database);
    const bytes = await out();
    const [first, second, third] = ["2013-01", "2013-02", "2011-03 update"].map((each) => rowsOf(bytes).get(each));
    const typed = {
      ...{ [`I${first}`]: "Aanvaard", [`P${first}`]: "Een wet", [`Q${first}`]: "eind 2016" },
      ...{
        [`I${second}`]: "Verworpen",
        [`L${third}`]: "Volledig uitgevoerd",
        [`M${third}`]: "Klaar.",
        [`O${third}`]: "Ja",
      },
    };
    const filled = filledWorkbook(bytes, typed);
    const tried = await taken(filled, { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, drafts: 4, rejectedRows: 0 });
    expect(await drafts()).toEqual([]);
    expect(tried.warnings).toMatchObject([
      { detail: expect.stringContaining("add evidence"), examples: [{ row: third, value: "2011-03" }] },
    ]);
    expect(await taken(filled)).toMatchObject({ drafts: 4 });
    const made = await drafts();
    expect(made).toHaveLength(4);
    const twice = await taken(filled);
    expect([twice.drafts, twice.skipped.find(({ why }) => why.includes("already"))?.rows]).toEqual([0, 3]);
    const other = await taken(filledWorkbook(bytes, { ...typed, [`I${second}`]: "Genoteerd" }));
    expect(other.skipped.find(({ why }) => why.includes("another draft"))?.examples).toMatchObject([
      { row: second, value: "2013-02" },
    ]);
    expect(await drafts()).toEqual(made);

    const [answer] = (await work.list({ act: ["respond"], followUp: ["2013-01-just"] }, {})).items;
    const settings = await trackerReads(database).settings();
    const doing = draftDesk(database, { person: claes, systemUser: "test", at, settings, newId: () => "answered" });
    await doing.submit([{ id: answer?.id ?? "" }], true);
    const late = await taken(filledWorkbook(bytes, { ...typed, [`I${first}`]: "Genoteerd" }));
    expect(late.skipped.find(({ why }) => why.includes("answered meanwhile"))?.examples).toMatchObject([
      { row: first, value: "2013-01" },
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("with faults is refused as a whole, or taken without those rows; another organization's is refused", async () => {
    const { database } = await open(world);
    const { out, taken, drafts } = await desk(database);
    const bytes = await out("en");
    const [first, second, third] = ["2013-01", "2013-02", "2011-03 update"].map((each) => rowsOf(bytes).get(each));
    const faulty = filledWorkbook(bytes, {
      ...{
        [`I${first}`]: "accepted",
        [`I${second}`]: "Perhaps",
        [`L${third}`]: "Under way",
        [`O${third}`]: "Yes",
        [`N${third}`]: "1/7/2015",
      },
    });
    await expect(taken(faulty)).rejects.toMatchObject({
      ...{ code: "rowsRejected", message: "a.xlsx: 2 rows cannot be taken" },
      issues: expect.arrayContaining([
        expect.objectContaining({
          file: "a.xlsx",
          sheet: "Answers",
          row: second,
          name: "Your position",
          value: "Perhaps",
        }),
        expect.objectContaining({
          row: third,
          name: "Situation on",
          detail: "lies in the future, or before the report",
        }),
      ]),
    });
    expect(await drafts()).toEqual([]);
    expect(await taken(faulty, { skipInvalid: true })).toMatchObject({ drafts: 1, rejectedRows: 2 });
    expect(await drafts()).toMatchObject([{ followUp: "2013-01-just", input: { position: "accepted" } }]);
    await expect(taken(faulty, { person: bos })).rejects.toMatchObject({ code: "missingPermission" });
    // A row that names another organization's follow-up learns nothing of it, whatever was said there.
    const answered = (
      await trackerReads(database).followUps(
        { rights: claes.rights, today: "2015-06-30" },
        { asOf: "2015-06-30", responsible: ["interior"] },
        {},
      )
    ).items;
    expect(answered.length).toBeGreaterThan(0);
    for (const { followUp } of answered) {
      const named = filledWorkbook(bytes, { [`I${second}`]: "accepted" });
      const theirs = filledWorkbook(named, {}, (sheet) => sheet.replaceAll("2013-02-just", followUp), 3);
      await expect(taken(theirs)).rejects.toMatchObject({
        issues: [{ row: second, value: "2013-02", detail: "is not yours to answer today: take a new workbook" }],
      });
    }
    const removed = new RegExp(`<row r="${second}">.*?</row>`, "s");
    const shorter = filledWorkbook(bytes, {}, (sheet) => sheet.replace(removed, ""));
    expect((await taken(shorter)).warnings).toMatchObject([
      { detail: expect.stringContaining("deleted"), examples: [{ value: "2013-02" }] },
    ]);
  });
});
