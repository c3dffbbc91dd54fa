import { publicReader, RecordFile, readerAs, defaultSettings as settings } from "@heed/core";
import type { ImportPlan, MappedRow } from "@heed/core/mapping/reading/import-row";
import type { RegisterResult } from "@heed/core/register/register-result";
import {
  checkDerived,
  checkProjections,
  type Database,
  exportRecord,
  type ImportRun,
  importRows,
  trackerReads,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";
import { registerAct } from "./register-acts.ts";
import { tamper } from "./tampering.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { en: "Justice" } },
  ],
  reports: [
    { id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
    { id: "other", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-10-18" },
  ],
  recommendations: [
    { id: "one", report: "r", reference: "2021-1", text: { en: "Train the inspectors." } },
    { id: "two", report: "r", reference: "2021-2", text: { en: "Register every victim." } },
    { id: "else", report: "other", reference: "2022-1", text: { en: "Publish figures." } },
  ],
  followUps: [{ id: "fu", recommendation: "one", addressee: "justice" }],
});

const asOf = "2024-06-03";

async function requireSound(database: Database): Promise<void> {
  expect((await checkProjections(database, settings)).differences).toEqual([]);
  expect((await verifyAudit(database)).fault).toBeUndefined();
  expect(await checkDerived(database)).toEqual([]);
}

function correct(database: Database, id: string, changes: object, at?: string): Promise<RegisterResult> {
  return registerAct(database, "correctRecommendation", changes, { thing: id, ...(at && { at }) });
}

/** The ids found by a reference: by look-up, as a filter, as a filter with `knownAt`, and by a search. */
async function found(database: Database, reference: string): Promise<string[][]> {
  const reads = trackerReads(database);
  const list = async (filter: object) =>
    (await reads.recommendations(publicReader, { asOf, ...filter }, { withTotal: true })).items.map(({ id }) => id);
  return [
    (await reads.recommendationsByReference(publicReader, reference, asOf)).map(({ id }) => id),
    await list({ reference: [reference] }),
    await list({ reference: [reference], knownAt: "2026-06-01T00:00:00Z" }),
    await list({ q: reference }),
  ];
}

const everywhere = (...ids: string[]) => [ids, ids, ids, ids];

describeDatabase("a reference that was corrected", (open) => {
  test("still finds its recommendation, beside the present one, wherever it is looked up", async () => {
    const { database } = await open();
    await imported(database, record);
    const done = await correct(database, "one", { reference: "2021-7" });
    expect(done).toMatchObject({ version: 2, body: { reference: "2021-7", version: 2 } });
    for (const reference of ["2021-7", "2021-1", "2021‑1"])
      expect((await found(database, reference)).slice(0, 3)).toEqual([["one"], ["one"], ["one"]]);
    expect(await found(database, "2021-1")).toEqual(everywhere("one"));
    const reads = trackerReads(database);
    const [summary] = await reads.recommendationsByReference(publicReader, "2021-1", asOf);
    expect(summary).toMatchObject({ reference: "2021-7", formerReferences: ["2021-1"] });
    expect(await reads.recommendation(publicReader, "one", asOf)).toMatchObject({
      recommendation: { reference: "2021-7" },
      formerReferences: ["2021-1"],
    });
    expect(await reads.recommendation(publicReader, "two", asOf)).not.toHaveProperty("formerReferences");
    expect(await reads.formerVersions(publicReader, "one")).toMatchObject([
      { recommendation: { reference: "2021-1" } },
    ]);
    expect(await reads.named(publicReader, "recommendation", ["2021-1", "2021-9"])).toEqual(
      new Map([["2021-1", ["2021-1"]]]),
    );
    await requireSound(database);
  });

  test("is shown as it was known at a moment", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2022-11-01T00:00:00Z" });
    await correct(database, "one", { reference: "2021-7" }, "2024-01-01T08:00:00Z");
    const reads = trackerReads(database);
    const known = async (knownAt: string) => {
      const filter = { asOf, reference: ["2021-7"], knownAt };
      return (await reads.recommendations(publicReader, filter, {})).items.map(({ reference }) => reference);
    };
    expect(await known("2023-06-01T00:00:00Z")).toEqual(["2021-1"]);
    expect(await known("2024-01-01T08:00:00Z")).toEqual(["2021-7"]);
    const shown = await reads.followUp(publicReader, "fu", asOf, "2023-06-01T00:00:00Z");
    expect(shown?.recommendation.reference).toBe("2021-1");
  });

  test("is kept through further corrections, and is no former one once it is the present one again", async () => {
    const { database } = await open();
    await imported(database, record);
    await correct(database, "one", { reference: "2021-7" });
    await correct(database, "one", { reference: "2021-8", text: { en: "Train all inspectors." } });
    const reads = trackerReads(database);
    const former = async () => (await reads.recommendation(publicReader, "one", asOf))?.formerReferences;
    expect(await former()).toEqual(["2021-1", "2021-7"]);
    await correct(database, "one", { text: { en: "Train every inspector." } });
    expect(await former()).toEqual(["2021-1", "2021-7"]);
    await correct(database, "one", { reference: "2021-1" });
    expect(await former()).toEqual(["2021-7", "2021-8"]);
    for (const reference of ["2021-1", "2021-7", "2021-8"])
      expect(await found(database, reference)).toEqual(everywhere("one"));
    // Another spelling is the same reference.
    await correct(database, "one", { reference: "2021 – 1" });
    expect(await former()).toEqual(["2021-7", "2021-8"]);
    await requireSound(database);
  });

  test("is given to no other recommendation of the report, nor one in use, unless that is asked for", async () => {
    const { database } = await open();
    await imported(database, record);
    await correct(database, "one", { reference: "2021-7" });
    for (const [reference, told] of [
      ["2021-7", "it is that of one"],
      ["2021 - 1", "it was that of one, which is 2021-7 now"],
    ])
      await expect(correct(database, "two", { reference })).rejects.toMatchObject({
        code: "duplicateReference",
        issues: [{ name: "reference", value: reference, detail: expect.stringContaining(told ?? "") }],
      });
    expect(await found(database, "2021-2")).toEqual(everywhere("two"));
    // In another report the reference is free.
    await correct(database, "else", { reference: "2021-1" });
    expect((await found(database, "2021-1"))[0]).toEqual(["else", "one"]);
    // It leads to the one that has it now, not to the one that had it.
    await correct(database, "two", { reference: "2021-1", reuseReference: true });
    expect((await found(database, "2021-1")).slice(0, 3)).toEqual([
      ["else", "two"],
      ["else", "two"],
      ["else", "two"],
    ]);
    for (const changes of [
      { reference: null },
      { reference: "" },
      { reuseReference: true },
      { reference: "9", reuseReference: 1 },
    ])
      await expect(correct(database, "two", changes)).rejects.toMatchObject({ code: "invalidInput" });
    await requireSound(database);
  });

  test("that was changed by hand in what finds it is told by the check of the database", async () => {
    const { database } = await open();
    await imported(database, record);
    await correct(database, "one", { reference: "2021-7" });
    await database.run("DELETE FROM former_reference");
    expect(await checkDerived(database)).toEqual([
      {
        name: "recommendation one",
        detail: "the former references by which it is found are not those of its former versions",
      },
    ]);
  });
});

describeDatabase("a record with corrected recommendations", (open) => {
  const exportOf = async (database: Database) => {
    const file: Record<string, unknown[]> = {};
    for await (const { list, item } of exportRecord(database, readerAs("editor"), asOf, settings)) {
      file[list] ??= [];
      file[list].push(item);
    }
    return { heed: "record/1", ...file };
  };

  test("keeps what they were through an export and an import, and is found by their former references", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2022-11-01T00:00:00Z" });
    await correct(database, "one", { text: { en: "Train all inspectors." } }, "2023-01-01T08:00:00Z");
    await correct(database, "one", { reference: "2021-7" }, "2024-01-01T08:00:00Z");
    const [body, own] = [{ issuingBody: "justice" }, { reference: "2022 bis", publishedOn: "2023-11-18" }];
    await registerAct(database, "changeReport", body, { thing: "other", at: "2023-12-01T08:00:00Z" });
    await registerAct(database, "changeReport", own, { thing: "other", at: "2024-02-01T08:00:00Z" });
    const file = await exportOf(database);
    const { database: empty } = await open();
    await imported(empty, RecordFile.parse(file));
    expect(await exportOf(empty)).toEqual(file);
    expect(await found(empty, "2021-1")).toEqual(everywhere("one"));
    const reads = trackerReads(empty);
    expect(await reads.formerVersions(publicReader, "one")).toMatchObject([
      { recommendation: { version: 1, text: { en: "Train the inspectors." } }, replacedBy: "E. Maes" },
      { recommendation: { version: 2, reference: "2021-1" }, replacedAt: "2024-01-01T08:00:00.000Z" },
    ]);
    const shown = await reads.followUp(publicReader, "fu", asOf, "2023-06-01T00:00:00Z");
    expect(shown?.recommendation.reference).toBe("2021-1");
    // The same for a report: found by its former reference, and known as it was.
    expect(await reads.reportsNamed(publicReader, "2022")).toEqual(["other"]);
    expect((await reads.report(publicReader, "other"))?.formerVersions).toMatchObject([
      { report: { issuingBody: "centre", reference: "2022" }, replacedAt: "2023-12-01T08:00:00.000Z" },
      { report: { issuingBody: "justice", reference: "2022" }, replacedBy: "E. Maes" },
    ]);
    for (const each of [database, empty]) {
      const bodyAt = async (knownAt: string) => {
        const known = { asOf, report: ["other"], knownAt };
        const { items } = await trackerReads(each).recommendations(publicReader, known, {});
        return items.map(({ report, issuingBody }) => `${report.reference} ${issuingBody.code} ${report.publishedOn}`);
      };
      expect(await bodyAt("2023-11-01T08:00:00Z")).toEqual(["2022 centre 2023-10-18"]);
      expect(await bodyAt("2024-01-01T08:00:00Z")).toEqual(["2022 just 2023-10-18"]);
      expect(await bodyAt("2024-03-01T08:00:00Z")).toEqual(["2022 bis just 2023-11-18"]);
    }
    await requireSound(empty);
    for (const each of [database, empty])
      expect(await imported(each, RecordFile.parse(file))).toMatchObject({ unchanged: 3, rejected: [] });
    // A later act continues from what was imported.
    await correct(empty, "one", { reference: "2021-8" });
    expect((await reads.recommendation(publicReader, "one", asOf))?.formerReferences).toEqual(["2021-1", "2021-7"]);
    await registerAct(empty, "changeReport", { issuingBody: "centre" }, { thing: "other" });
    expect((await reads.report(publicReader, "other"))?.formerVersions).toHaveLength(3);
    await requireSound(empty);
    await tamper(empty, "report_version", "UPDATE report_version SET body = replace(body, '2023-10-18', '2023-10-19')");
    expect((await verifyAudit(empty)).fault).toMatchObject({ thing: "other" });
  });

  test("is refused where its former versions cannot be, or are not those that are known", async () => {
    const { database } = await open();
    await imported(database, record);
    await correct(database, "one", { reference: "2021-7" });
    const file = RecordFile.parse(await exportOf(database));
    const withVersions = (change: object) =>
      RecordFile.parse({
        ...file,
        recommendations: file.recommendations.map(({ formerVersions, ...each }) => ({
          ...each,
          ...(formerVersions && {
            formerVersions: formerVersions.map((former) => ({
              ...former,
              recommendation: { ...former.recommendation, ...change },
            })),
          }),
        })),
      });
    const { database: empty } = await open();
    for (const [change, detail] of [
      [{ version: 2 }, "it does not come before version 2"],
      [{ id: "two" }, "it is a version of another recommendation, or of one at another place"],
      [{ issuingBody: "nobody" }, "there is no such organization"],
    ] as const)
      await expect(imported(empty, withVersions(change))).rejects.toMatchObject({ issues: [{ detail }] });
    await expect(imported(database, withVersions({ reference: "2021-5" }))).rejects.toMatchObject({
      issues: [
        { name: "recommendations one", detail: "it is known with other former versions; nothing is overwritten" },
      ],
    });
    // A file without former versions does not touch them.
    const without = file.recommendations.map(({ formerVersions: _, ...each }) => each);
    await imported(database, { ...file, recommendations: without });
  });
});

describeDatabase("a record that adds to a known report", (open) => {
  test("takes no reference that another recommendation has or had, unless references may be used again", async () => {
    const { database } = await open();
    await imported(database, record);
    await correct(database, "one", { reference: "2021-7" });
    const adding = (reference: string) =>
      RecordFile.parse({ ...record, followUps: [], recommendations: [{ id: "new", report: "r", reference }] });
    for (const [reference, detail] of [
      ["2021-1", "it was that of one, which is 2021-7 now; it is taken only with --reuse-references"],
      ["2021 - 7", "it is that of one; it is taken only with --reuse-references"],
    ] as const)
      await expect(imported(database, adding(reference))).rejects.toMatchObject({
        code: "rowsRejected",
        issues: [{ name: "recommendations new, reference", value: reference, detail }],
      });
    const told = await imported(database, adding("2021-1"), { reuseReferences: true });
    expect(told.created.recommendations).toBe(1);
    expect((await found(database, "2021-1"))[0]).toEqual(["new"]);
    await requireSound(database);
  });
});

describeDatabase("the corrected reference of a report", (open) => {
  test("still finds it, until another report of the body has it", async () => {
    const { database } = await open();
    await imported(database, record);
    await registerAct(database, "changeReport", { reference: "2021 bis" }, { thing: "r" });
    const reads = trackerReads(database);
    for (const reference of ["2021", "2021bis"])
      expect(await reads.reportsNamed(publicReader, reference)).toEqual(["r"]);
    await requireSound(database);
    const next = { issuingBody: "centre", reference: "2021", reportingYear: 2021 };
    const { id, warnings } = await registerAct(database, "draftReport", next);
    expect(warnings).toMatchObject([
      { name: "reference", value: "2021", detail: expect.stringContaining("that of r") },
    ]);
    // A draft changes nothing of what is public.
    expect(await reads.reportsNamed(publicReader, "2021")).toEqual(["r"]);
    await registerAct(database, "addRecommendation", { reference: "1" }, { thing: id });
    await registerAct(database, "publish", {}, { thing: id });
    expect(await reads.reportsNamed(publicReader, "2021")).toEqual([id]);
    await requireSound(database);
  });
});

const plan: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
};

function aRow(row: number, reference: string, text: string, answered = false): MappedRow {
  return {
    row,
    digest: `${row}`,
    report: {
      issuingBody: "Centre",
      reference: "2011",
      reportingYear: 2011,
      publishedOn: "2012-03-01",
      authenticLanguages: [],
      documents: [],
    },
    recommendation: { reference, text: { en: text }, themes: [], source: { name: "Register", row } },
    followUps: [
      {
        addressee: "Justice",
        role: "lead" as const,
        entries: answered ? [{ type: "response" as const, position: "accepted" as const, givenOn: "2012-04-01" }] : [],
      },
    ],
    warnings: [],
  };
}

async function take(database: Database, rows: readonly MappedRow[], change: Partial<ImportRun> = {}, own = plan) {
  const stream = async function* () {
    yield* rows;
  };
  return importRows(database, own, stream(), importRun({ file: "register.csv", ...change }));
}

const references = async (database: Database) =>
  (await database.all<{ reference: string }>("SELECT reference FROM recommendation ORDER BY reference")).map(
    ({ reference }) => reference,
  );

describeDatabase("a newer edition of a mapped file", (open) => {
  /** Two recommendations of a file; the reference of the first is corrected to 7. */
  const renumbered = async () => {
    const { database } = await open();
    await take(database, [aRow(2, "1", "Train."), aRow(3, "2", "Register.")]);
    const [first] = await database.all<{ id: string }>("SELECT id FROM recommendation WHERE reference = '1'");
    await correct(database, first?.id ?? "", { reference: "7" });
    return { database, id: first?.id ?? "" };
  };
  const formerUsed = (value: string) => ({
    detail: expect.stringContaining("the file has the one of before"),
    rows: 1,
    examples: [{ file: "register.csv", row: 2, name: "reference", value }],
  });

  test("that still has the reference of before comes onto the same recommendation, and that is told", async () => {
    const { database } = await renumbered();
    const told = await take(database, [aRow(2, "1", "Train.", true), aRow(3, "2", "Register.")]);
    expect(told).toMatchObject({ unchanged: 2, created: { recommendations: 0, entries: 1 } });
    expect(told.warnings).toMatchObject([formerUsed("1, now 7")]);
    expect(await references(database)).toEqual(["2", "7"]);
    await requireSound(database);
    // Its text is corrected; the reference that was corrected here stays.
    const corrected = await take(database, [aRow(2, "1", "Train all."), aRow(3, "2", "Register.")], {
      acceptCorrections: true,
    });
    expect(corrected).toMatchObject({ corrected: 1, unchanged: 1 });
    expect(await references(database)).toEqual(["2", "7"]);
    expect((await found(database, "1"))[3]).toHaveLength(1);
    await requireSound(database);
  });

  test("that has the corrected reference too comes onto the same recommendation", async () => {
    const { database } = await renumbered();
    const told = await take(database, [aRow(2, "7", "Train.", true), aRow(3, "2", "Register.")]);
    expect(told).toMatchObject({ unchanged: 2, created: { recommendations: 0, entries: 1 }, warnings: [] });
    expect(await references(database)).toEqual(["2", "7"]);
    await expect(take(database, [aRow(2, "7", "Train nobody."), aRow(3, "2", "Register.")])).rejects.toMatchObject({
      issues: [{ row: 2, name: "reference" }],
    });
    await requireSound(database);
  });

  test("that has a reference between the first and the present one comes onto the same recommendation", async () => {
    const { database, id } = await renumbered();
    await correct(database, id, { reference: "8" });
    const told = await take(database, [aRow(2, "7", "Train."), aRow(3, "2", "Register.")]);
    expect(told).toMatchObject({ unchanged: 2, created: { recommendations: 0 } });
    expect(told.warnings).toMatchObject([formerUsed("7, now 8")]);
    expect(await references(database)).toEqual(["2", "8"]);
  });

  test("that gives the reference of before to another recommendation is refused, unless references may be used again", async () => {
    const { database, id } = await renumbered();
    const newer = [aRow(2, "1", "Publish figures."), aRow(3, "2", "Register."), aRow(4, "7", "Train.")];
    for (const acceptCorrections of [false, true])
      await expect(take(database, newer, { acceptCorrections })).rejects.toMatchObject({
        code: "rowsRejected",
        issues: [{ row: 2, name: "reference", value: "1", detail: expect.stringContaining("--reuse-references") }],
      });
    expect(await references(database)).toEqual(["2", "7"]);
    const told = await take(database, newer, { reuseReferences: true });
    expect(told).toMatchObject({ unchanged: 2, created: { recommendations: 1 }, warnings: [] });
    expect(await references(database)).toEqual(["1", "2", "7"]);
    expect((await found(database, "7"))[0]).toEqual([id]);
    expect(await take(database, newer)).toMatchObject({ unchanged: 3, created: { recommendations: 0 }, warnings: [] });
    await requireSound(database);
  });

  test("with a report for each row comes onto the same recommendation too", async () => {
    const { database } = await open();
    const perRow: ImportPlan = { ...plan, reports: "perRow" };
    const row = (line: number, reference: string, report = reference): MappedRow => {
      const made = aRow(line, reference, `Text of ${report}.`) as Extract<MappedRow, { report: unknown }>;
      return { ...made, report: { ...made.report, reference: report } };
    };
    await take(database, [row(2, "1"), row(3, "2")], {}, perRow);
    const [first] = await database.all<{ id: string }>("SELECT id FROM recommendation WHERE reference = '1'");
    await correct(database, first?.id ?? "", { reference: "7" });
    for (const reference of ["1", "7"]) {
      const told = await take(database, [row(2, reference, "1"), row(3, "2")], {}, perRow);
      expect(told).toMatchObject({ unchanged: 2, created: { reports: 0, recommendations: 0 } });
    }
    expect(await references(database)).toEqual(["2", "7"]);
    await requireSound(database);
  });

  test("of answers finds what it names by the reference of before", async () => {
    const { database } = await renumbered();
    const panel: ImportPlan = {
      ...plan,
      name: "Panel",
      additions: { source: "Register", unknown: "refuse", several: "refuse" },
    };
    const answer = { type: "response" as const, position: "accepted" as const, givenOn: "2012-04-01" };
    const row: MappedRow = {
      ...{ row: 2, digest: "2", warnings: [] },
      onto: { reference: "1", addressees: ["Justice"] },
      entries: [answer],
    };
    const told = await take(database, [row], {}, panel);
    expect(told).toMatchObject({ created: { entries: 1 } });
    expect(told.warnings).toMatchObject([formerUsed("1, now 7")]);
    await requireSound(database);
  });
});
