import { type Issue, publicReader, RecordFile } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { type Database, type ImportRun, importRows, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";

const columns = ["No", "Fr", "Nl", "Due", "Pub", "To", "Answer", "On"] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

function mappingOf(change: Record<string, unknown> = {}): Mapping {
  return Mapping.parse({
    ...{ heed: "mapping/1", name: "register", editions: "part", edition: { inFileName: "x" } },
    report: {
      ...{ reference: "R", issuingBody: "Auditor", reportingYear: 2022, publishedOn: "{Pub}", responsePeriod: "none" },
    },
    recommendation: {
      ...{ reference: "{No}", text: { languages: { fr: "{Fr}", nl: "{Nl}" } }, implementationDue: "{Due}" },
    },
    addressees: [
      {
        names: { column: "To", split: ";" },
        entries: [{ type: "response", position: { column: "Answer", map: { yes: "accepted" } }, givenOn: "{On}" }],
      },
    ],
    ...change,
  });
}
const joined = mappingOf({
  recommendation: {
    ...{ reference: "{No}", text: { languages: { fr: "{Fr}", nl: "{Nl}" } }, implementationDue: "{Due}" },
    joinBy: "{No}",
  },
});

let at = 0;
async function take(
  database: Database,
  rows: readonly Cells[],
  {
    mapping = mappingOf(),
    day = "2023-06-01",
    ...run
  }: Partial<Omit<ImportRun, "mapping">> & { mapping?: Mapping; day?: string } = {},
) {
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, each] of rows.entries()) {
      const blank = Object.fromEntries(columns.map((column) => [column, ""]));
      const cells = { ...blank, Pub: "2023-01-15", ...each } as Record<string, string>;
      yield mapRow(
        mapping,
        { row: place + 2, digest: "", cells, file: `e-${day}.csv` },
        { day, takenOn: "2026-01-01" },
      );
    }
  };
  at += 1;
  const moment = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString();
  return importRows(database, planOf(mapping), stream(), importRun({ file: `e-${day}.csv`, at: moment, ...run }));
}

const told = (issues: readonly Issue[]) => issues.map(({ row, value, detail }) => [row, value, detail]);
const warned = ({ warnings }: Awaited<ReturnType<typeof take>>) => warnings.map(({ detail }) => detail);
const pair = { No: "1", Fr: "Former.", Nl: "Opleiden.", Due: "2024-01-31", To: "Justice" };

describeDatabase("what a file leaves blank", (open) => {
  const shown = async (database: Database) => {
    const reads = trackerReads(database);
    const { items } = await reads.recommendations(publicReader, { asOf: "2026-01-01" }, {});
    return reads.recommendation(publicReader, items[0]?.id ?? "", "2026-01-01");
  };

  test("in an edition that is a part stays as it is known: a language, a due date, the day of the report", async () => {
    const { database } = await open();
    await take(database, [{ ...pair, Fr: "" }]);
    await expect(take(database, [pair])).rejects.toMatchObject({ code: "rowsRejected" });
    expect(await take(database, [pair], { acceptCorrections: true })).toMatchObject({ corrected: 1 });
    for (const acceptCorrections of [false, true])
      for (const less of [{ Nl: "" }, { Fr: "" }, { Due: "" }, { Nl: "", Due: "", Pub: "" }])
        expect(await take(database, [{ ...pair, ...less }], { day: "2024-06-01", acceptCorrections })).toMatchObject({
          ...{ unchanged: 1, corrected: 0, correctedReports: 0 },
        });
    const another = { ...pair, Fr: "", Nl: "Oefenen." };
    expect(await take(database, [another], { day: "2025-06-01", acceptCorrections: true })).toMatchObject({
      corrected: 1,
    });
    expect(await shown(database)).toMatchObject({
      report: { publishedOn: "2023-01-15" },
      recommendation: { text: { fr: "Former.", nl: "Oefenen." }, implementationDue: { on: "2024-01-31" } },
    });
  });

  test("in one of two joined rows contradicts nothing in the other, and both values are told where they do", async () => {
    const { database } = await open();
    const rows = [
      { ...pair, Nl: "", Due: "" },
      { ...pair, Fr: "", To: "Interior", Pub: "" },
    ];
    for (const each of [rows, rows.toReversed().map((row) => ({ ...row, Pub: "2023-01-15" }))])
      expect(await take(database, each, { mapping: joined })).toMatchObject({ rejected: [] });
    expect(await shown(database)).toMatchObject({
      recommendation: { text: { fr: "Former.", nl: "Opleiden." }, implementationDue: { on: "2024-01-31" } },
    });
    const against = [pair, { ...pair, Fr: "", Due: "2025-01-31" }, { ...pair, Due: "", Fr: "Instruire." }];
    await expect(take(database, against, { mapping: joined })).rejects.toMatchObject({
      issues: [
        { row: 3, detail: expect.stringContaining('is known as "2024-01-31", and is here "2025-01-31"') },
        { row: 4, detail: expect.stringContaining('text.fr is known as "Former.", and is here "Instruire."') },
      ],
    });
  });
});

describeDatabase("what an import tells", (open) => {
  test("another report of one reference and body, by another mapping, a record file or an editor", async () => {
    const { database } = await open();
    const record = RecordFile.parse({
      heed: "record/1",
      organizations: [{ id: "auditor", code: "auditor", name: { en: "Auditor" } }],
      reports: [
        { id: "kept", reference: "R", issuingBody: "auditor", reportingYear: 2022, publishedOn: "2023-01-15" },
        { id: "draft", reference: "Other", issuingBody: "auditor", reportingYear: 2022, status: "draft" },
      ],
    });
    await imported(database, record);
    const besides = (details: string[]) => details.filter((detail) => detail.includes("of this reference already"));
    const beside = (status: string, from: string) =>
      `its issuing body has a ${status} report of this reference already, ${from}; this is another one, with recommendations of its own`;
    expect(besides(warned(await take(database, [pair])))).toEqual([beside("published", "that no mapping brought")]);
    expect(besides(warned(await take(database, [pair], { day: "2024-06-01" })))).toEqual([]);
    const report = { reference: "R", issuingBody: "Auditor", reportingYear: 2022, publishedOn: "{Pub}" };
    const renamed = mappingOf({ name: "renamed", report });
    expect(besides(warned(await take(database, [pair], { mapping: renamed })))).toEqual(
      [...[beside("published", "that no mapping brought"), beside("published", "from register")].sort()].sort(),
    );
    const drafted = mappingOf({ report: { ...report, reference: "Other" } });
    expect(besides(warned(await take(database, [pair], { mapping: drafted })))).toEqual([
      beside("draft", "that no mapping brought"),
    ]);
  });

  test("rejected rows in their order, whatever is wrong with them", async () => {
    const { database } = await open();
    await take(database, [pair]);
    const rows = [
      { ...pair, Nl: "Anders." },
      { ...pair, No: "3" },
      { ...pair, No: "4", On: "2023-13-01", Answer: "yes" },
    ];
    const result = await take(database, rows, { skipInvalid: true, day: "2024-06-01" });
    expect(result.rejected.map(({ row }) => row)).toEqual([2, 4]);
    const [first, last] = [
      { ...pair, No: "8", Pub: "2023-13-01" },
      { ...pair, Nl: "Anders." },
    ];
    const turned = await take(database, [last, first], { skipInvalid: true, day: "2024-06-01" });
    expect(turned.rejected.map(({ row }) => row)).toEqual([2, 3]);
  });

  test("an addressee that a row names twice, and not that two joined rows name it", async () => {
    const { database } = await open();
    const twice = "the row names this addressee twice; it has one follow-up";
    const rows = [
      { ...pair, Nl: "" },
      { ...pair, Fr: "" },
    ];
    expect(warned(await take(database, rows, { mapping: joined }))).not.toContain(twice);
  });

  test("two new names that differ in accents are one new organization", async () => {
    const { database } = await open();
    const result = await take(database, [{ ...pair, To: "Ministere X;Ministère X" }]);
    expect(warned(result).join()).toContain(
      "Ministere X is taken for Ministère X, which is new in this file too and differs only in accents",
    );
    expect(warned(await take(database, [{ ...pair, To: "Ministere X" }], { day: "2024-06-01" })).join()).toContain(
      "Ministere X is taken for Ministère X, from which it differs only in accents",
    );
  });

  test("the file that tells the day of an answer is the source of that day (R64)", async () => {
    const { database } = await open();
    await take(database, [{ ...pair, Answer: "yes" }]);
    const next = await take(database, [{ ...pair, Answer: "yes", On: "2023-05-15" }], { day: "2024-06-01" });
    expect(next).toMatchObject({ correctedEntries: 1 });
    const entries = await database.all<{ body: string }>("SELECT body FROM entry ORDER BY recorded_at");
    expect(entries.map(({ body }) => JSON.parse(body).source)).toMatchObject([
      { file: "e-2023-06-01.csv", on: "2023-06-01" },
      { file: "e-2024-06-01.csv", on: "2024-06-01" },
    ]);
    expect(told(next.rejected)).toEqual([]);
  });
});
