import { type Actor, personAs, publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import type { ImportPlan, MappedRow } from "@heed/core/mapping/reading/import-row";
import {
  checkDerived,
  checkProjections,
  type Database,
  type ImportRun,
  importRows,
  performAct,
  trackerReads,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";
import { editor, registerAct } from "./register-acts.ts";

const claim = {
  type: "progressUpdate" as const,
  givenOn: "2022-03-01",
  recordedAt: "2022-03-01T08:00:00Z",
  asOf: "2022-03-01",
  reportingYear: 2021,
  level: "fullyImplemented" as const,
  claim: true,
  evidence: [{ kind: "document" as const, title: "Report" }],
};

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "unia", code: "unia", name: { en: "Unia" } },
    { id: "myria", code: "myria", name: { en: "Myria" } },
    { id: "council", code: "council", name: { en: "Council" } },
    { id: "young", code: "young", name: { en: "Young body" }, foundingDate: "2030-01-01" },
    { id: "justice", code: "just", name: { en: "Justice" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "unia", reportingYear: 2021, publishedOn: "2022-01-10" }],
  recommendations: [
    { id: "one", report: "r", reference: "2021-1", text: { en: "Train." } },
    { id: "own", report: "r", reference: "2021-2", text: { en: "Register." }, issuingBody: "council" },
  ],
  followUps: [
    { id: "fu-one", recommendation: "one", addressee: "justice", entries: [{ id: "e-one", ...claim }] },
    { id: "fu-own", recommendation: "own", addressee: "justice", entries: [{ id: "e-own", ...claim }] },
  ],
});

async function requireSound(database: Database): Promise<void> {
  expect((await checkProjections(database, settings)).differences).toEqual([]);
  expect((await verifyAudit(database)).fault).toBeUndefined();
  expect(await checkDerived(database)).toEqual([]);
}

/** Which body's verification is overdue: the body with the follow-up. */
async function lateToVerify(database: Database, knownAt?: string): Promise<string[]> {
  const filter = { asOf: "2024-07-01", kind: ["verification" as const], ...(knownAt && { knownAt }) };
  const { items } = await trackerReads(database).overdue(publicReader, filter, {});
  return items.map(({ responsible, followUp }) => `${responsible.code} ${followUp}`).sort();
}

const assessorOf = (body: string): Actor => ({
  id: `a-${body}`,
  name: `A. ${body}`,
  role: "assessor",
  organizations: [body],
});

function assess(database: Database, followUp: string, body: string) {
  return performAct(database, {
    followUp,
    act: "assess",
    input: {
      level: "partiallyImplemented",
      asOf: "2024-05-01",
      reportingYear: 2023,
      method: "documentsReviewed",
      rationale: "Half of them were trained.",
      evidence: [{ kind: "document", title: "Figures" }],
    },
    person: personAs(assessorOf(body)),
    systemUser: "tester",
    at: "2024-06-03T08:00:00Z",
    settings,
    newId: () => `assessed-by-${body}`,
  });
}

describeDatabase("the issuing body of a published report", (open) => {
  test("is corrected: the right one verifies and assesses from then on, and what it was is kept", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2022-04-01T00:00:00Z" });
    expect(await lateToVerify(database)).toEqual(["council fu-own", "unia fu-one"]);
    const done = await registerAct(database, "changeReport", { issuingBody: "myria" }, { thing: "r" });
    expect(done).toMatchObject({ version: 2, body: { issuingBody: "myria" }, warnings: [] });
    expect(await lateToVerify(database)).toEqual(["council fu-own", "myria fu-one"]);
    await requireSound(database);
    const reads = trackerReads(database);
    expect(await reads.report(publicReader, "r")).toMatchObject({
      formerVersions: [{ report: { issuingBody: "unia" } }],
    });
    const bodies = (await reads.recommendations(publicReader, { asOf: "2024-06-01" }, {})).items;
    expect(bodies.map(({ issuingBody }) => issuingBody.code)).toEqual(["myria", "council"]);
    // What was known before stays as it was, and was overdue for the body that had it then.
    expect(await lateToVerify(database, "2023-12-01T00:00:00Z")).toEqual(["council fu-own", "unia fu-one"]);
    const known = { asOf: "2024-06-01", knownAt: "2023-12-01T00:00:00Z" };
    expect((await reads.recommendations(publicReader, known, {})).items.map((each) => each.issuingBody.code)).toEqual([
      "unia",
      "council",
    ]);
    await expect(assess(database, "fu-one", "unia")).rejects.toMatchObject({ code: "missingPermission" });
    await assess(database, "fu-one", "myria");
    expect(await lateToVerify(database)).toEqual(["council fu-own"]);
    await requireSound(database);
  });

  test("asks for the updates of the cycles of the right body, and no more for those of the wrong one", async () => {
    const { database } = await open();
    await imported(database, record);
    const days = { year: 2023, opensOn: "2024-01-15", updatesDueOn: "2024-03-31", assessmentsDueOn: "2024-06-30" };
    await registerAct(database, "openCycle", { issuingBody: "myria", ...days }, { at: "2024-01-15T08:00:00Z" });
    await registerAct(database, "changeReport", { issuingBody: "myria" }, { thing: "r", at: "2024-02-01T08:00:00Z" });
    await requireSound(database);
    const reads = trackerReads(database);
    const years = async (knownAt?: string) =>
      (await reads.followUp(publicReader, "fu-one", "2024-06-01", knownAt))?.case.cycles.map(
        ({ issuingBody }) => issuingBody,
      );
    expect(await years()).toEqual(["myria"]);
    expect(await years("2024-01-20T00:00:00Z")).toEqual([]);
  });

  test("is not corrected to an addressee, a body that is not there, or one that has a report of that reference", async () => {
    const { database } = await open();
    await imported(database, record);
    const correct = (issuingBody: string, actor: Actor = editor) =>
      registerAct(database, "changeReport", { issuingBody }, { thing: "r", actor });
    await expect(correct("justice")).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ name: "issuingBody", value: "justice", detail: "2021-1 is addressed to it" }],
    });
    await expect(correct("nobody")).rejects.toMatchObject({
      code: "unknownOrganization",
      issues: [{ name: "issuingBody" }],
    });
    await registerAct(database, "draftReport", { issuingBody: "myria", reference: "2021", reportingYear: 2021 });
    await expect(correct("myria")).rejects.toMatchObject({ code: "duplicateReference" });
    for (const organizations of [["unia"], ["council"]])
      await expect(correct("council", { ...editor, organizations })).rejects.toMatchObject({
        code: "missingPermission",
      });
    await expect(correct("council", { ...editor, role: "assessor" })).rejects.toMatchObject({
      code: "missingPermission",
    });
    await requireSound(database);
    expect(await correct("young")).toMatchObject({
      warnings: [{ name: "issuingBody", value: "young", detail: "it was founded on 2030-01-01" }],
    });
    expect(await correct("council", { ...editor, organizations: ["young", "council"] })).toMatchObject({ version: 3 });
    // A recommendation that names the body itself keeps it when the report is corrected again.
    expect(await correct("unia")).toMatchObject({
      warnings: [{ name: "2021-2", value: "council", detail: "it names this body as its own, and keeps it" }],
    });
    expect(await lateToVerify(database)).toEqual(["council fu-own", "unia fu-one"]);
    await requireSound(database);
  });
});

describeDatabase("the issuing body of a published recommendation", (open) => {
  test("is corrected on its own, by a new version, and is the report's again when it names none", async () => {
    const { database } = await open();
    await imported(database, record);
    const correct = (id: string, issuingBody: string | null, actor: Actor = editor) =>
      registerAct(database, "correctRecommendation", { issuingBody }, { thing: id, actor });
    expect(await correct("one", "myria")).toMatchObject({ version: 2, body: { issuingBody: "myria" } });
    expect(await lateToVerify(database)).toEqual(["council fu-own", "myria fu-one"]);
    expect((await correct("own", null)).body).not.toHaveProperty("issuingBody");
    expect(await lateToVerify(database)).toEqual(["myria fu-one", "unia fu-own"]);
    const formerOf = async (id: string) =>
      (await trackerReads(database).formerVersions(publicReader, id)).map(
        ({ recommendation }) => recommendation.issuingBody,
      );
    expect([await formerOf("one"), await formerOf("own")]).toEqual([[undefined], ["council"]]);
    await requireSound(database);
    // The report's body changes, and what was said before stays as it was.
    await registerAct(database, "changeReport", { issuingBody: "council" }, { thing: "r" });
    expect([await formerOf("one"), await formerOf("own")]).toEqual([[undefined], ["council"]]);
    expect(await lateToVerify(database)).toEqual(["council fu-own", "myria fu-one"]);
    await requireSound(database);
    await expect(correct("one", "justice")).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ name: "issuingBody", value: "justice", detail: "2021-1 is addressed to it" }],
    });
    for (const [organizations, issuingBody] of [
      [["myria"], "unia"],
      [["myria"], null],
      [["unia"], "unia"],
    ] as const)
      await expect(correct("one", issuingBody, { ...editor, organizations: [...organizations] })).rejects.toMatchObject(
        {
          code: "missingPermission",
        },
      );
    expect(await correct("one", "young")).toMatchObject({ warnings: [{ name: "issuingBody", value: "young" }] });
  });
});

const plan: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
};

function aRow(
  row: number,
  reference: string,
  given: { issuingBody?: string; report?: string; text?: string } = {},
): MappedRow {
  const { issuingBody = "Unia", report = "2011", text = `Text of ${reference}.` } = given;
  return {
    row,
    digest: `${row}`,
    report: {
      issuingBody,
      reference: report,
      reportingYear: 2011,
      publishedOn: "2012-03-01",
      authenticLanguages: [],
      documents: [],
    },
    recommendation: { reference, text: { en: text }, themes: [], source: { name: "Register", row } },
    followUps: [{ addressee: "Justice", role: "lead" as const, entries: [] }],
    warnings: [],
  };
}

async function take(database: Database, rows: readonly MappedRow[], change: Partial<ImportRun> = {}, own = plan) {
  const stream = async function* () {
    yield* rows;
  };
  return importRows(database, own, stream(), importRun({ file: "register.csv", ...change }));
}

describeDatabase("a newer edition of a mapped file about a corrected report", (open) => {
  /** A report of Unia, corrected to one of Myria, with another reference. */
  const corrected = async () => {
    const { database } = await open();
    await take(database, [aRow(2, "1"), aRow(3, "2"), aRow(4, "1", { issuingBody: "Myria", report: "2010" })]);
    const [row] = await database.all<{ id: string; myria: string }>(
      `SELECT p.id, o.organization_id AS myria FROM report p, organization_name o WHERE p.reference = '2011' AND o.name = 'Myria'`,
    );
    const changes = { issuingBody: row?.myria, reference: "2011 bis" };
    await registerAct(database, "changeReport", changes, { thing: row?.id ?? "" });
    return database;
  };
  const bodies = (database: Database) =>
    database.all(
      `SELECT p.reference AS report, r.reference, n.name FROM recommendation r JOIN report p ON p.id = r.report_id
         JOIN organization_name n ON n.organization_id = r.issuing_body_id ORDER BY p.reference, r.reference`,
    );
  const known = [
    { report: "2010", reference: "1", name: "Myria" },
    ...["1", "2"].map((reference) => ({ report: "2011 bis", reference, name: "Myria" })),
  ];

  test("comes onto the same report while it has what was wrong, and that is told; what is new is the right body's", async () => {
    const database = await corrected();
    expect(await bodies(database)).toEqual(known);
    const older = aRow(4, "1", { issuingBody: "Myria", report: "2010" });
    const told = await take(database, [aRow(2, "1"), aRow(3, "2"), older, aRow(5, "3")]);
    expect(told).toMatchObject({ unchanged: 3, created: { reports: 0, recommendations: 1 } });
    expect(told.warnings).toMatchObject([
      { detail: expect.stringContaining("the same report"), rows: 1, examples: [{ row: 2, name: "report" }] },
    ]);
    expect(await bodies(database)).toEqual([...known, { report: "2011 bis", reference: "3", name: "Myria" }]);
    await requireSound(database);
    const edition = [aRow(2, "1", { text: "Another." }), aRow(3, "2"), older, aRow(5, "3")];
    expect(await take(database, edition, { acceptCorrections: true })).toMatchObject({ corrected: 1, unchanged: 3 });
    expect((await bodies(database)).map((each) => (each as { name: string }).name)).toEqual(Array(4).fill("Myria"));
    await requireSound(database);
  });

  test("of answers finds what it names by the issuing body and the report's reference of before", async () => {
    const database = await corrected();
    const onto = { source: "Register", unknown: "refuse" as const, several: "refuse" as const };
    const panel: ImportPlan = { ...plan, name: "Panel", additions: onto };
    const answer = { type: "response" as const, position: "accepted" as const, givenOn: "2012-04-01" };
    const row = (line: number, issuingBody: string, report: string, reference: string): MappedRow => ({
      ...{ row: line, digest: `${line}`, warnings: [] },
      onto: { reference, report, issuingBody, addressees: ["Justice"] },
      entries: [answer],
    });
    const rows = [row(2, "Unia", "2011", "1"), row(3, "Myria", "2011 bis", "2")];
    expect(await take(database, rows, {}, panel)).toMatchObject({ created: { entries: 2 }, rejected: [] });
    await requireSound(database);
  });

  test("comes onto the same report when it was corrected at its source too", async () => {
    const database = await corrected();
    const right = { issuingBody: "Myria", report: "2011 bis" };
    const older = aRow(4, "1", { issuingBody: "Myria", report: "2010" });
    for (const acceptCorrections of [false, true]) {
      const told = await take(database, [aRow(2, "1", right), aRow(3, "2", right), older], { acceptCorrections });
      expect(told).toMatchObject({ unchanged: 3, corrected: 0, correctedReports: 0, warnings: [] });
      expect(told.created).toMatchObject({ reports: 0, recommendations: 0 });
    }
    expect(await bodies(database)).toEqual(known);
    await take(database, [aRow(2, "1", right), aRow(3, "2", right), older, aRow(5, "3", right)]);
    expect(await bodies(database)).toEqual([...known, { report: "2011 bis", reference: "3", name: "Myria" }]);
    await requireSound(database);
  });
});
