import { publicReader } from "@heed/core";
import type { ImportPlan, ImportRow, MappedRow } from "@heed/core/mapping/reading/import-row";
import { checkProjections, type Database, type ImportRun, importRows, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const plan: ImportPlan = {
  name: "Register",
  reports: "byReference",
  unknownOrganizations: "create",
  levels: { issuingBody: "federal", addressee: "federal" },
};

type Given = {
  row: number;
  reference?: string;
  text?: Record<string, string>;
  themes?: string[];
  addressees?: string[];
  answered?: boolean;
  position?: "accepted" | "rejected";
  joinKey?: string;
};

function aRow({
  row,
  reference,
  text = { en: "Train." },
  themes = [],
  answered,
  position,
  joinKey,
  ...given
}: Given): MappedRow {
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
    recommendation: { ...(reference && { reference }), text, themes, source: { name: "Register", row } },
    followUps: (given.addressees ?? ["Justice"]).map((addressee) => ({
      addressee,
      role: "lead" as const,
      entries:
        answered || position
          ? [{ type: "response" as const, position: position ?? ("accepted" as const), givenOn: "2012-04-01" }]
          : [],
    })),
    ...(joinKey && { joinKey }),
    warnings: [],
  };
}

async function take(database: Database, rows: readonly MappedRow[], change: Partial<ImportRun> = {}, own = plan) {
  const stream = async function* () {
    yield* rows;
  };
  return importRows(database, own, stream(), importRun({ file: "register.csv", ...change }));
}

const shown = async (database: Database) => {
  const reads = trackerReads(database);
  const { items } = await reads.recommendations(publicReader, { asOf: "2026-01-01" }, {});
  return Promise.all(items.map(({ id }) => reads.recommendation(publicReader, id, "2026-01-01")));
};

const repeatedReference =
  "an earlier row has the same reference; each is a recommendation of its own (joinBy makes them one)";

describeDatabase("a newer file of the same source", (open) => {
  test("adds what is new, tells what vanished, and deletes nothing", async () => {
    const { database } = await open();
    await take(database, [
      aRow({ row: 2, reference: "1" }),
      aRow({ row: 3, reference: "2" }),
      aRow({ row: 4, text: { en: "Without a number." } }),
      aRow({ row: 5, reference: "7", addressees: ["Justice"] }),
      aRow({ row: 6, reference: "7", addressees: ["Interior"] }),
    ]);
    const newer = [
      // Rows without a number, or with a repeated one, are recognized by what they ask and of whom: with an answer it
      // is still the same row.
      aRow({ row: 2, reference: "7", addressees: ["Interior"], answered: true }),
      aRow({ row: 3, text: { en: "Without a number." }, answered: true }),
      aRow({ row: 4, reference: "7", addressees: ["Justice"] }),
      aRow({ row: 5, reference: "1", answered: true }),
      aRow({ row: 6, reference: "3" }),
    ];
    const told = await take(database, newer);
    expect(told).toMatchObject({
      created: { organizations: 0, reports: 0, recommendations: 1, followUps: 1, entries: 3 },
      unchanged: 4,
      corrected: 0,
      warnings: [
        { detail: repeatedReference, rows: 1, examples: [{ row: 4, value: "7, as row 2" }] },
        { detail: expect.stringContaining("asks the same as a known"), rows: 1, examples: [{ row: 6, value: "2" }] },
        {
          detail: "no longer in this file, but in an earlier one of its source; nothing was changed",
          rows: 1,
          examples: [{ file: "register.csv", name: "reference", value: "2" }],
        },
      ],
    });
    expect(await shown(database)).toHaveLength(6);
    expect((await take(database, newer)).created).toMatchObject({ recommendations: 0, entries: 0 });
    expect((await take(database, newer, {}, { ...plan, editions: "part" })).warnings).toMatchObject([
      { detail: repeatedReference },
    ]);
  });

  test("with --accept-corrections gives a corrected recommendation a new version, and keeps the old one", async () => {
    const { database } = await open();
    await take(database, [
      aRow({ row: 2, reference: "1", themes: ["training"], answered: true }),
      aRow({ row: 3, reference: "2" }),
    ]);
    const corrected = [
      aRow({ row: 2, reference: "1", text: { en: "Train all." }, themes: ["police"], answered: true }),
      aRow({ row: 3, reference: "2" }),
    ];
    await expect(take(database, corrected)).rejects.toMatchObject({ code: "rowsRejected", issues: [{ row: 2 }] });
    const told = await take(database, corrected, { acceptCorrections: true, at: "2026-02-01T00:00:00Z" });
    expect(told).toMatchObject({
      corrected: 1,
      unchanged: 1,
      created: { recommendations: 0, followUps: 0, entries: 0 },
    });
    const [first] = await shown(database);
    expect(first?.recommendation).toMatchObject({
      reference: "1",
      version: 2,
      text: { en: "Train all." },
      themes: ["police"],
    });
    expect(first?.followUps).toMatchObject([{ position: "accepted" }]);
    expect(await database.all("SELECT theme FROM recommendation_theme")).toEqual([{ theme: "police" }]);
    const [kept] = await database.all<Record<string, string>>("SELECT * FROM recommendation_version");
    expect(kept).toMatchObject({ version: 1, replaced_at: "2026-02-01T00:00:00.000Z", replaced_by: "editor" });
    expect(JSON.parse(kept?.body ?? "")).toMatchObject({ text: { en: "Train." }, themes: ["training"] });
    await expect(database.run("DELETE FROM recommendation_version")).rejects.toThrow();
    // The same file changes nothing, and the earlier version counts as a correction again.
    expect(await take(database, corrected, { acceptCorrections: true })).toMatchObject({ corrected: 0, unchanged: 2 });
    expect(await verifyAudit(database)).toMatchObject({ followUps: 2, things: 6, records: 10 });
    expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
  });
});

describeDatabase("rows that the mapping joins", (open) => {
  const pair = [
    aRow({ row: 2, reference: "1", text: { fr: "Former." }, themes: ["a"], joinKey: "one", addressees: ["Justice"] }),
    aRow({ row: 3, reference: "2", text: { fr: "Seul." } }),
    aRow({
      row: 4,
      reference: "1",
      text: { nl: "Opleiden." },
      themes: ["b"],
      joinKey: "one",
      addressees: ["Justice"],
      answered: true,
    }),
    aRow({ row: 5, reference: "1", text: { nl: "Opleiden." }, joinKey: "one", addressees: ["Interior"] }),
  ];

  test("are one recommendation in both languages, with the addressees and entries of all", async () => {
    const { database } = await open();
    expect(await take(database, pair)).toMatchObject({
      rows: 4,
      created: { recommendations: 2, followUps: 3, entries: 1 },
      rejected: [],
    });
    const [joined] = await shown(database);
    expect(joined?.recommendation).toMatchObject({ text: { fr: "Former.", nl: "Opleiden." }, themes: ["a", "b"] });
    expect(joined?.followUps.map(({ position }) => position)).toEqual(expect.arrayContaining(["accepted", "awaiting"]));
    expect(await take(database, pair)).toMatchObject({ unchanged: 2, created: { followUps: 0, entries: 0 } });
  });

  test("are rejected where they contradict each other", async () => {
    const { database } = await open();
    const wrong = [...pair, aRow({ row: 6, reference: "1", text: { fr: "Autre." }, joinKey: "one" })];
    await expect(take(database, wrong)).rejects.toMatchObject({
      issues: [
        {
          row: 6,
          name: "joinBy",
          value: "1",
          detail:
            'is joined with row 2 by one, and has another text in the language fr: text.fr is known as "Former.", and is here "Autre."',
        },
      ],
    });
    expect(await take(database, wrong, { skipInvalid: true })).toMatchObject({ created: { recommendations: 2 } });
  });

  test.each([
    ["accepted", "rejected"],
    ["rejected", "accepted"],
  ] as const)("are rejected where one addressee answers %s and %s on one day", async (one, other) => {
    const { database } = await open();
    const wrong = [
      aRow({ row: 2, reference: "1", position: one, joinKey: "one" }),
      aRow({ row: 3, reference: "1", joinKey: "one", text: { nl: "Opleiden." } }),
      aRow({ row: 4, reference: "1", position: other, joinKey: "one", text: { fr: "Former." } }),
      aRow({ row: 5, reference: "1", position: other, joinKey: "one", addressees: ["Interior"] }),
    ];
    await expect(take(database, wrong)).rejects.toMatchObject({
      issues: [
        {
          row: 4,
          name: "joinBy",
          value: "1",
          detail: `is joined with row 2 by one, and has another response of Justice on the same day: ${other}, where row 2 has ${one}`,
        },
      ],
    });
    expect(await take(database, wrong, { skipInvalid: true })).toMatchObject({
      rejectedRows: 1,
      created: { entries: 2 },
    });
    const [joined] = await shown(database);
    expect(joined?.recommendation.text).toEqual({ en: "Train.", nl: "Opleiden." });
    expect(joined?.followUps.find(({ addressee }) => addressee.name.en === "Justice")?.position).toBe(one);
  });
});

describeDatabase("rows about what is known", (open) => {
  const onto: ImportPlan = {
    ...plan,
    name: "Answers",
    additions: { source: "Register", unknown: "refuse", several: "refuse" },
  };
  const answer = (row: number, entry: object): MappedRow => ({
    row,
    digest: `${row}`,
    onto: { reference: "1", addressees: ["Justice"] },
    entries: [{ givenOn: "2013-04-01", source: { name: "Answers", row }, ...entry } as never],
    warnings: [],
  });
  const situation = { asOf: "2013-01-01", reportingYear: 2012, evidence: [] };

  test.each([
    ["response", { type: "response", position: "accepted" }, { type: "response", position: "rejected" }],
    ["closure", { type: "closure", closureReason: "implemented" }, { type: "closure", closureReason: "withdrawn" }],
    [
      "progressUpdate",
      { type: "progressUpdate", level: "fullyImplemented", claim: false, ...situation },
      { type: "progressUpdate", level: "underWay", claim: false, ...situation },
    ],
  ])("are rejected where they say of one day another %s", async (type, one, other) => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const rows = [answer(2, one), answer(3, other)];
    await expect(take(database, rows, {}, onto)).rejects.toMatchObject({
      issues: [
        {
          row: 3,
          name: type,
          detail: expect.stringMatching(/^is said of Justice, of whom row 2 says \w+ on the same day$/),
        },
      ],
    });
    expect(await take(database, rows, { skipInvalid: true }, onto)).toMatchObject({
      rejectedRows: 1,
      created: { entries: 1 },
    });
    // Of another day, or in other words, it contradicts nothing.
    const later = { ...other, givenOn: "2013-05-01" };
    expect(await take(database, [answer(2, one), answer(3, later)], {}, onto)).toMatchObject({
      created: { entries: 1 },
    });
  });

  test("are told where they are findings that differ, and both are kept", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const finding = (level: string) => ({ type: "assessment", level, method: "notRecorded", ...situation });
    const rows = [answer(2, finding("notStarted")), answer(3, finding("fullyImplemented"))];
    expect(await take(database, rows, {}, onto)).toMatchObject({
      created: { entries: 2 },
      warnings: [{ rows: 1, examples: [{ row: 3, value: "notStarted and fullyImplemented" }] }],
    });
  });
});

describeDatabase("the warnings of an import", (open) => {
  test("count each row once, and list it once for each value", async () => {
    const { database } = await open();
    const warned = (row: number, ...values: string[]): MappedRow => ({
      ...(aRow({ row, reference: `${row}` }) as ImportRow),
      warnings: values.map((value) => ({ value, detail: "is no date; kept without a date" })),
    });
    const rows = [warned(2, "soon", "ASAP", "soon"), warned(3), warned(4, "later")];
    expect((await take(database, rows)).warnings).toMatchObject([
      {
        rows: 2,
        examples: [
          { row: 2, value: "soon" },
          { row: 2, value: "ASAP" },
          { row: 4, value: "later" },
        ],
      },
    ]);
  });
});

describeDatabase("aliases of organizations", (open) => {
  const aliased: ImportPlan = { ...plan, aliases: { MoJ: "Ministry of Justice" } };
  test("are one organization, found by each name, with the name as printed", async () => {
    const { database } = await open();
    const rows = [
      aRow({ row: 2, reference: "1", addressees: ["MoJ"] }),
      aRow({ row: 3, reference: "2", addressees: ["Ministry of Justice"] }),
    ];
    expect((await take(database, rows, {}, aliased)).created.organizations).toBe(2);
    const reads = trackerReads(database);
    expect(await reads.organizationsNamed("moj")).toEqual(await reads.organizationsNamed("Ministry of Justice"));
    expect(await database.all(`SELECT name_at_issue AS "printed" FROM follow_up ORDER BY name_at_issue`)).toEqual(
      expect.arrayContaining([{ printed: "MoJ" }, { printed: null }]),
    );
    expect((await take(database, rows, {}, aliased)).created).toMatchObject({ followUps: 0, organizations: 0 });
  });

  test("that lead to nobody are told where unknown organizations are refused", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const rows = [aRow({ row: 7, reference: "2", addressees: ["MoJ"] })];
    await expect(take(database, rows, {}, { ...aliased, unknownOrganizations: "refuse" })).rejects.toMatchObject({
      issues: [
        {
          row: 7,
          value: "Ministry of Justice",
          detail: "no organization has this name, which the mapping's aliases give MoJ",
        },
      ],
    });
  });

  test("knows a recommendation that an editor corrected meanwhile, and goes on in its chain", async () => {
    const { database } = await open();
    await take(database, [aRow({ row: 2, reference: "1" })]);
    const [before] = await shown(database);
    const thing = before?.recommendation.id ?? "";
    await registerAct(database, "correctRecommendation", { title: { en: "Training" } }, { thing });
    expect((await take(database, [aRow({ row: 2, reference: "1" })])).unchanged).toBe(1);
    const newer = [aRow({ row: 2, reference: "1", text: { en: "Train all." } })];
    expect((await take(database, newer, { acceptCorrections: true })).corrected).toBe(1);
    const [after] = await shown(database);
    expect(after?.recommendation).toMatchObject({ version: 3, text: { en: "Train all." } });
    const versions = await trackerReads(database).formerVersions(publicReader, thing);
    expect(versions.map(({ recommendation: { version, title } }) => [version, title])).toEqual([
      [1, undefined],
      [2, { en: "Training" }],
    ]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });
});
