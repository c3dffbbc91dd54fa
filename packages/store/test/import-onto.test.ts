import type { ImportPlan, MappedRow, NewEntry } from "@heed/core/mapping/reading/import-row";
import { checkProjections, type Database, type ImportRun, importRows, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const register: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
  aliases: { MoJ: "Ministry of Justice" },
};
const panel: ImportPlan = {
  ...register,
  name: "Panel",
  additions: { source: "Register", unknown: "refuse", several: "refuse" },
};

function known(row: number, reference: string, addressees: string[], report = "2011"): MappedRow {
  return {
    row,
    digest: `${row}`,
    report: {
      issuingBody: "Centre",
      reference: report,
      reportingYear: 2011,
      publishedOn: "2012-03-01",
      publishedOnPrecision: "day",
      authenticLanguages: [],
      documents: [],
    },
    recommendation: { reference, text: { en: `Text of ${reference} to ${addressees.join()}` }, themes: [] },
    followUps: addressees.map((addressee) => ({ addressee, role: "lead" as const, entries: [] })),
    warnings: [],
  };
}

function update(year: number, row: number): NewEntry {
  const day = `${year}-06-30`;
  return {
    type: "progressUpdate",
    givenOn: day,
    asOf: day,
    reportingYear: year,
    level: "fullyImplemented",
    claim: true,
    evidence: [],
    source: { name: "Panel", row },
  };
}

function said(row: number, reference: string, addressees: string[] = [], year = 2022): MappedRow {
  return { row, digest: `${row}`, onto: { reference, addressees }, entries: [update(year, row)], warnings: [] };
}

async function take(database: Database, plan: ImportPlan, rows: readonly MappedRow[], change: Partial<ImportRun> = {}) {
  const stream = async function* () {
    yield* rows;
  };
  return importRows(database, plan, stream(), importRun({ file: "panel.csv", ...change }));
}

const base = [
  known(2, "1/20", ["MoJ"]),
  known(3, "2/20", ["Justice Board", "Interior"]),
  known(4, "3/20", []),
  known(5, "4/20", ["Interior"]),
  known(6, "4/20", ["Interior"], "2012"),
];

const entriesOf = (database: Database) =>
  database.all<{ reference: string; name: string; givenOn: string }>(
    `SELECT r.reference, COALESCE(f.name_at_issue, n.name) AS name, e.given_on AS "givenOn" FROM entry e
       JOIN follow_up f ON f.id = e.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
       JOIN (SELECT organization_id, min(name) AS name FROM organization_name GROUP BY organization_id) n
         ON n.organization_id = f.addressee_id
     ORDER BY r.reference, name, e.given_on`,
  );

describeDatabase("rows that say something of what is known", (open) => {
  test("add their entries to the follow-ups, and the same again changes nothing", async () => {
    const { database } = await open();
    await take(database, register, base);
    const rows = [
      said(2, "1/20"),
      said(3, "1/20", [], 2023),
      said(4, "2/20", ["interior"]),
      said(5, "1 / 20", ["Ministry of Justice"], 2023),
    ];
    const first = await take(database, panel, rows);
    expect(first).toMatchObject({
      rows: 4,
      created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 3 },
      rejected: [],
      warnings: [],
    });
    expect(await entriesOf(database)).toEqual([
      { reference: "1/20", name: "MoJ", givenOn: "2022-06-30" },
      { reference: "1/20", name: "MoJ", givenOn: "2023-06-30" },
      { reference: "2/20", name: "Interior", givenOn: "2022-06-30" },
    ]);
    expect((await take(database, panel, rows)).created.entries).toBe(0);
    expect(await verifyAudit(database)).toMatchObject({ followUps: 5 });
    expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
    for (const table of ["staged_onto", "staged_candidate", "staged_thread"])
      expect(await database.all(`SELECT * FROM ${table}`)).toEqual([]);
  });

  test.each([
    ["an unknown reference", said(7, "9/20"), "no known recommendation has this reference"],
    ["a recommendation without addressee", said(7, "3/20"), "has no addressee"],
    ["another addressee", said(7, "1/20", ["Interior"]), "the addressee that the row names; it is addressed to MoJ"],
    ["several follow-ups", said(7, "2/20"), "does not tell whose it means; it is addressed to Interior, Justice Board"],
    ["a repeated reference", said(7, "4/20", ["Interior"]), "stands for several follow-ups"],
    ["an entry before the report", said(7, "1/20", [], 2011), "is before the report, which is of 2012-03-01"],
  ])("are rejected with their place for %s, and nothing is written", async (_, wrong, detail) => {
    const { database } = await open();
    await take(database, register, base);
    const rows = [said(2, "1/20"), wrong];
    await expect(take(database, panel, rows)).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ file: "panel.csv", row: 7, value: expect.any(String), detail: expect.stringContaining(detail) }],
    });
    expect(await entriesOf(database)).toEqual([]);
    expect((await take(database, panel, rows, { skipInvalid: true })).created.entries).toBe(1);
  });

  test("are passed over with a warning, or said of each, where the mapping says so", async () => {
    const { database } = await open();
    await take(database, register, base);
    const lenient: ImportPlan = { ...panel, additions: { source: "Register", unknown: "warn", several: "warn" } };
    const rows = [said(2, "9/20"), said(3, "2/20"), said(4, "1/20")];
    const told = await take(database, lenient, rows);
    expect(told).toMatchObject({ created: { entries: 1 }, rejected: [] });
    expect(told.warnings.map(({ detail, rows: count }) => [detail.slice(0, 40), count])).toEqual([
      ["no known recommendation has this referen", 1],
      ["the reference stands for several follow-", 1],
    ]);
    const each: ImportPlan = { ...panel, additions: { source: "Register", unknown: "warn", several: "each" } };
    expect((await take(database, each, rows)).created.entries).toBe(2);
    expect((await take(database, each, rows)).created.entries).toBe(0);
    expect((await entriesOf(database)).map(({ reference, name }) => [reference, name])).toEqual([
      ["1/20", "MoJ"],
      ["2/20", "Interior"],
      ["2/20", "Justice Board"],
    ]);
  });

  test("name a source that imported something, or an issuing body", async () => {
    const { database } = await open();
    await take(database, register, base);
    const nobody: ImportPlan = { ...panel, additions: { source: "Registre", unknown: "refuse", several: "refuse" } };
    await expect(take(database, nobody, [said(2, "1/20")])).rejects.toMatchObject({
      issues: [{ name: "onto.source", value: "Registre" }],
    });
    const byBody: ImportPlan = { ...panel, additions: { unknown: "refuse", several: "refuse" } };
    const ofBody = (issuingBody: string): MappedRow => ({
      row: 2,
      digest: "2",
      onto: { reference: "1/20", issuingBody, addressees: [] },
      entries: [update(2022, 2)],
      warnings: [],
    });
    await expect(take(database, byBody, [ofBody("Another")])).rejects.toMatchObject({ issues: [{ row: 2 }] });
    expect((await take(database, byBody, [ofBody("Centre")])).created.entries).toBe(1);
  });

  test("tell by the report which of two recommendations they mean", async () => {
    const { database } = await open();
    await take(database, register, base);
    const row = said(2, "4/20") as Extract<MappedRow, { onto: unknown }>;
    const told = await take(database, panel, [{ ...row, onto: { ...row.onto, report: "2012" } }]);
    expect(told).toMatchObject({ created: { entries: 1 }, rejected: [] });
    const [found] = await database.all(
      `SELECT p.reference FROM entry e JOIN follow_up f ON f.id = e.follow_up_id
         JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id`,
    );
    expect(found).toEqual({ reference: "2012" });
  });

  test("find the follow-ups of a body by its successor too, where nothing is printed with its name (R14)", async () => {
    const { database } = await open();
    await take(database, register, base);
    await database.run(
      `INSERT INTO organization (id, code, name, level, recorded_at) VALUES ('new', 'new', '{"en":"New Body"}', 'other', 'x')`,
    );
    await database.run(
      "INSERT INTO organization_name (name_key, organization_id, name) VALUES ('new body', 'new', 'New Body')",
    );
    await database.run(
      `INSERT INTO responsibility (follow_up_id, side, state, organization_id, from_on, until_on, change_id)
       SELECT f.id, 'addressee', 'answers', 'new', '2021-01-01', '9999-12-31', 'change' FROM follow_up f
         JOIN organization_name n ON n.organization_id = f.addressee_id WHERE n.name = 'Justice Board'`,
    );
    expect((await take(database, panel, [said(2, "2/20", ["New Body"])])).created.entries).toBe(1);
    expect(await entriesOf(database)).toMatchObject([{ reference: "2/20", name: "Justice Board" }]);
  });
});
