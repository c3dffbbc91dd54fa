import { DomainError, publicReader } from "@heed/core";
import type { ImportPlan, MappedRow } from "@heed/core/mapping/reading/import-row";
import { checkProjections, type Database, type ImportRun, importRows, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";
import { tamper } from "./tampering.ts";

const plan: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
};

type Given = {
  row: number;
  report?: string;
  reference?: string;
  text?: string;
  addressees?: string[];
  position?: "accepted" | "noted";
  publishedOn?: string;
};

function aRow(given: Given): MappedRow {
  const { row, report = "2011", reference, text = "Train the inspectors.", addressees = ["Justice"], position } = given;
  const digest = Buffer.from(JSON.stringify({ ...given, row: 0 }))
    .toString("hex")
    .padEnd(64, "0");
  return {
    row,
    digest: digest.slice(-64),
    report: {
      issuingBody: "Centre",
      reference: report,
      reportingYear: 2011,
      publishedOn: given.publishedOn ?? "2012-03-01",
      authenticLanguages: [],
      documents: [],
    },
    recommendation: { ...(reference && { reference }), text: { en: text }, themes: ["training"] },
    followUps: addressees.map((addressee) => ({
      addressee,
      role: "lead" as const,
      entries: position ? [{ type: "response" as const, position, givenOn: "2012-04-01" }] : [],
    })),
    warnings: [],
  };
}

async function* stream(rows: readonly MappedRow[]) {
  yield* rows;
}

async function take(database: Database, rows: readonly MappedRow[], change: Partial<ImportRun> = {}, own = plan) {
  return importRows(database, own, stream(rows), importRun({ file: "register.csv", ...change }));
}

async function counts(database: Database) {
  const tables = ["organization", "report", "recommendation", "follow_up", "entry", "owed", "audit_record"];
  const all = await Promise.all(
    tables.map((table) => database.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)),
  );
  return Object.fromEntries(tables.map((table, index) => [table, all[index]?.[0]?.n]));
}

describeDatabase("an import of rows", (open) => {
  test("makes the record, and the same again changes nothing", async () => {
    const { database } = await open();
    const rows = [
      aRow({ row: 2, reference: "1", addressees: ["Justice", "Interior"], position: "accepted" }),
      aRow({ row: 3, reference: "2" }),
      aRow({ row: 4, reference: "3", report: "2012", addressees: [] }),
    ];
    const first = await take(database, rows);
    expect(first).toMatchObject({
      rows: 3,
      created: { organizations: 3, reports: 2, recommendations: 3, followUps: 3, entries: 2 },
      unchanged: 0,
      withoutAddressee: 1,
      rejected: [],
    });
    const before = await counts(database);
    const again = await take(database, rows, { at: "2026-02-01T00:00:00Z" });
    expect(again).toMatchObject({
      created: { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 },
      unchanged: 3,
    });
    expect(await counts(database)).toEqual(before);
    expect(await verifyAudit(database)).toMatchObject({ followUps: 3, things: 7, records: 10 });
    expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
    for (const table of ["staged_row", "staged_run", "staged_entry"])
      expect(await database.all(`SELECT * FROM ${table}`)).toEqual([]);
  });

  test("vouches for all by which the next import of the file knows what it brought", async () => {
    const { database } = await open();
    const rows = [aRow({ row: 2, reference: "1", position: "accepted" }), aRow({ row: 3, reference: "2" })];
    await take(database, rows);
    const corrected = [
      aRow({ row: 2, reference: "1", position: "accepted" }),
      aRow({ row: 3, reference: "2", text: "Other." }),
    ];
    await take(database, corrected, { at: "2026-02-01T00:00:00Z", acceptCorrections: true });
    const fault = async () => (await verifyAudit(database)).fault;
    expect(await fault()).toBeUndefined();
    for (const [table, column] of [
      ["report", "import_key"],
      ["report", "content_digest"],
      ["recommendation", "import_key"],
      ["recommendation", "content_digest"],
      ["recommendation_version", "own_issuing_body_id"],
      ["recommendation_version", "content_digest"],
      ["follow_up", "import_key"],
      ["entry", "import_key"],
    ] as const) {
      const [before] = await database.all<{ kept: string | null }>(`SELECT ${column} AS kept FROM ${table}`);
      await tamper(database, table, `UPDATE ${table} SET ${column} = ? WHERE ${column} IS NOT DISTINCT FROM ?`, [
        "x",
        before?.kept ?? null,
      ]);
      expect(await fault(), `${table}.${column}`).toBeDefined();
      await database.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, [before?.kept ?? null, "x"]);
      expect(await fault(), `${table}.${column} as before`).toBeUndefined();
    }
  });

  test("keys rows without a reference, or with a repeated one, by their content and its occurrence", async () => {
    const { database } = await open();
    const rows = [
      aRow({ row: 2, text: "Blank" }),
      aRow({ row: 3, text: "Blank", position: "accepted" }),
      aRow({ row: 4, reference: "7", text: "One" }),
      aRow({ row: 5, reference: "7", text: "Another" }),
    ];
    expect((await take(database, rows)).created.recommendations).toBe(4);
    expect((await take(database, rows)).unchanged).toBe(4);
    // A reference that was repeated and now occurs once is still the same recommendation.
    expect(await take(database, [rows[2] as MappedRow])).toMatchObject({
      unchanged: 1,
      created: { recommendations: 0 },
    });
    const { items } = await trackerReads(database).recommendations(publicReader, { asOf: "2026-01-01" }, {});
    const references = items.map(({ reference }) => reference);
    expect(references.slice(2)).toEqual(["7", "7"]);
    expect(references[0]).toMatch(/^~[0-9a-f]{8}$/);
    expect(references[1]).toBe(`${references[0]}-2`);
  });

  test("tells of rows without a reference that ask the same and differ in the answer alone", async () => {
    const { database } = await open();
    const rows = [aRow({ row: 2 }), aRow({ row: 3, position: "accepted" }), aRow({ row: 4, text: "Other" })];
    const { created, warnings } = await take(database, rows);
    expect(created.recommendations).toBe(3);
    expect(warnings).toMatchObject([
      { detail: expect.stringMatching(/^an earlier row without a reference asks the same of the same/), rows: 1 },
    ]);
    expect(warnings[0]?.examples).toMatchObject([{ row: 3, value: "as row 2" }]);
  });

  test("of rows to which a known reference comes to stand, the one with its addressees is the known one", async () => {
    const { database } = await open();
    const rows = [
      aRow({ row: 2, reference: "7", addressees: ["Interior"] }),
      aRow({ row: 3, reference: "7", addressees: ["Justice"], position: "accepted" }),
    ];
    await take(database, rows.slice(1));
    const result = await take(database, rows);
    expect(result).toMatchObject({ unchanged: 1, created: { recommendations: 1, followUps: 1, entries: 0 } });
    expect(result.warnings.map(({ detail }) => detail)).toEqual([
      "an earlier row has the same reference; each is a recommendation of its own (joinBy makes them one)",
    ]);
    for (const again of [rows, [...rows].reverse()])
      expect(await take(database, again)).toMatchObject({
        unchanged: 2,
        created: { recommendations: 0, followUps: 0 },
      });
  });

  test("an addressee in several roles, by an alias, has the one that owes most", async () => {
    const { database } = await open();
    const row = aRow({ row: 2, reference: "1", addressees: ["Justice", "Ministry of Justice"] });
    if (!("followUps" in row)) throw new Error("the row has follow-ups");
    const [first, second] = row.followUps;
    if (first === undefined || second === undefined) throw new Error("the row has two follow-ups");
    const given = {
      ...row,
      followUps: [
        { ...first, role: "forInformation" as const },
        { ...second, role: "joint" as const },
      ],
    };
    const own = { ...plan, aliases: { "Ministry of Justice": "Justice" } };
    const told = (await take(database, [given], {}, own)).warnings.map(({ detail }) => detail);
    expect(told).toContain(
      "the row names this addressee in the roles forInformation and joint; it has one follow-up with the role joint",
    );
    expect(await database.all("SELECT role FROM follow_up")).toEqual([{ role: "joint" }]);
    const again = (await take(database, [given], {}, own)).warnings.map(({ detail }) => detail);
    expect(again.filter((detail) => detail.includes("is known as"))).toEqual([]);
  });

  test("joined rows: a promise without a day is one over their years, and words in two languages are told", async () => {
    const { database } = await open();
    const rowOf = (
      row: number,
      text: Record<string, string>,
      day: object,
      description: string,
      also: string,
    ): MappedRow => {
      const given = aRow({ row, reference: "1", addressees: ["Justice", also] });
      if (!("followUps" in given)) throw new Error("the row has follow-ups");
      const { recommendation, followUps } = given;
      const entries = [{ type: "commitment" as const, description, ...day }];
      return {
        ...given,
        digest: String(row).padStart(64, "0"),
        joinKey: "1",
        recommendation: { ...recommendation, text },
        followUps: followUps.map((each) => ({ ...each, entries })),
      };
    };
    const result = await take(database, [
      rowOf(2, { fr: "Créer" }, { knownBy: "2024-06-30" }, "Une loi", "Intérieur"),
      rowOf(3, { fr: "Créer" }, { knownBy: "2023-06-30" }, "Une loi", "Intérieur"),
      rowOf(4, { fr: "Créer" }, { givenOn: "2023-01-01" }, "Un registre", "Intérieur"),
      rowOf(5, { nl: "Oprichten" }, { givenOn: "2023-01-01" }, "Een register", "Binnenlandse Zaken"),
    ]);
    expect(result.created).toMatchObject({ followUps: 3, entries: 3 + 2 + 1 });
    const told = result.warnings.flatMap(({ detail, examples }) =>
      examples.map(({ row, value }) => `${row} ${value} ${detail}`),
    );
    expect(told).toContain(
      "5 Binnenlandse Zaken, where row 2 names Justice, Intérieur one recommendation names other addressees in another language, and each of them owes; where two are one, add its names to the organization or to aliases",
    );
    expect(told.filter((each) => /promise|languages/.test(each))).toEqual([
      "5 as row 4 is said on the same day in two languages of one recommendation, and is two entries; `when` takes those of one language",
      expect.stringMatching(/^2 as row 2, by 2023-06-30 is the promise of another row/),
    ]);
    expect(await database.all("SELECT known_by FROM entry WHERE known_by IS NOT NULL")).toEqual([
      { known_by: "2023-06-30" },
      { known_by: "2023-06-30" },
    ]);
  });

  test("a known reference with another text rejects the whole file, with its place", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const before = await counts(database);
    const changed = [aRow({ row: 2, reference: "1", text: "Other" }), aRow({ row: 3, reference: "2" })];
    const error = await take(database, changed).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).issues).toEqual([
      {
        file: "register.csv",
        row: 2,
        name: "reference",
        value: "1",
        detail:
          'this reference is known with another content: text.en is known as "Train the inspectors.", and is here "Other"; nothing is overwritten without --accept-corrections',
      },
    ]);
    expect(await counts(database)).toEqual(before);
    // Without the rejected row the other one is imported, and what is counted is counted among those that are taken.
    const warned = changed.map((row) => ({ ...row, warnings: [{ value: "", detail: "fewer than expected" }] }));
    expect(await take(database, warned as MappedRow[], { skipInvalid: true })).toMatchObject({
      created: { recommendations: 1 },
      rejected: [{ row: 2 }],
      warnings: [{ detail: "fewer than expected", rows: 1, examples: [{ row: 3 }] }],
    });
  });

  test("two rows that give one report different facts are told apart", async () => {
    const { database } = await open();
    const rows = [aRow({ row: 2, reference: "1" }), aRow({ row: 9, reference: "2", publishedOn: "2012-05-05" })];
    await expect(take(database, rows)).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ row: 9, name: "report" }],
    });
    expect(await counts(database)).toMatchObject({ report: 0, organization: 0 });
  });

  test("a new answer in a later file is added to the known follow-up", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const later = await take(database, [aRow({ row: 2, reference: "1", position: "noted" })]);
    expect(later).toMatchObject({ unchanged: 1, created: { followUps: 0, entries: 1 } });
    expect(await verifyAudit(database)).toMatchObject({ followUps: 1, things: 5, records: 7 });
  });

  test("organizations are found by any of their names, and refused when unknown or ambiguous", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    await take(database, [aRow({ row: 2, reference: "2", addressees: ["  JUSTICE "] })]);
    expect((await counts(database)).organization).toBe(2);
    await expect(
      take(
        database,
        [aRow({ row: 5, reference: "3", addressees: ["Nobody"] })],
        {},
        { ...plan, unknownOrganizations: "refuse" },
      ),
    ).rejects.toMatchObject({ issues: [{ row: 5, value: "Nobody", detail: "no organization has this name" }] });
    await database.run(
      "INSERT INTO organization (id, code, name, level, recorded_at) VALUES ('other', 'other', '{\"en\":\"Justice\"}', 'other', 'x')",
    );
    await database.run(
      "INSERT INTO organization_name (name_key, organization_id, name) VALUES ('justice', 'other', 'Justice')",
    );
    await expect(take(database, [aRow({ row: 6, reference: "4" })])).rejects.toMatchObject({
      issues: [{ row: 6, value: "Justice", detail: "several organizations have this name" }],
    });
  });

  test("a dry run tells the same and leaves nothing", async () => {
    const { database } = await open();
    const result = await take(
      database,
      [aRow({ row: 2, reference: "1" }), { row: 3, rejected: [{ detail: "no date" }] }, { row: 4, skipped: "empty" }],
      { dryRun: true, skipInvalid: true },
    );
    expect(result).toMatchObject({
      dryRun: true,
      created: { recommendations: 1 },
      rejected: [{ file: "register.csv", row: 3, detail: "no date" }],
      rejectedRows: 1,
      skipped: [{ why: "empty", rows: 1 }],
    });
    expect(await counts(database)).toMatchObject({ organization: 0, report: 0, follow_up: 0 });
  });

  test("what a killed import left staged is cleared by the next one", async () => {
    const { database } = await open();
    await database.run(
      "INSERT INTO staged_run (run_id, host, process, touched_at) VALUES ('dead', 'elsewhere', 1, '2020')",
    );
    await database.run(
      "INSERT INTO staged_name (run_id, name_key, name, language, level, organization_id) VALUES ('dead', 'a', 'A', 'en', 'other', 'x')",
    );
    await take(database, [aRow({ row: 2, reference: "1" })]);
    expect(await database.all("SELECT * FROM staged_name")).toEqual([]);
  });
});
