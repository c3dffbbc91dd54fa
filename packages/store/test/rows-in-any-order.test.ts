import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { type Database, importRows } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const mappingOf = (reports: "byReference" | "perRow", name = "register") =>
  Mapping.parse({
    heed: "mapping/1",
    name,
    reports,
    edition: { inFileName: "x" },
    report: { reference: "R", issuingBody: "Auditor", publishedOn: "2023-01-15", responsePeriod: "none" },
    recommendation: {
      ...{ reference: "{No}", textAbsent: "none", themes: { column: "Themes", split: ";" }, said: ["Status"] },
    },
    addressees: [
      {
        names: { column: "To", split: ";" },
        entries: [
          {
            type: "response",
            position: { column: "Answer", map: { yes: "accepted", no: "rejected" } },
            givenOn: "{On}",
          },
        ],
      },
    ],
  });

type Cells = Readonly<Record<"No" | "Themes" | "To" | "Answer" | "On" | "Status", string>>;

let at = 0;
async function take(
  database: Database,
  mapping: Mapping,
  day: string,
  rows: readonly Cells[],
  acceptCorrections = false,
) {
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, cells] of rows.entries())
      yield mapRow(mapping, { row: place + 2, digest: "", cells }, { day, takenOn: "2026-01-01" });
  };
  at += 1;
  const moment = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString();
  return importRows(
    database,
    planOf(mapping),
    stream(),
    importRun({ file: `e-${day}.csv`, at: moment, acceptCorrections }),
  );
}

const nothing = { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 };
const row: Cells = { No: "", Themes: "", To: "Justice", Answer: "", On: "", Status: "" };
const answered = { ...row, Answer: "yes", Status: "completed" };

const anyRow: fc.Arbitrary<Cells> = fc.record({
  No: fc.constantFrom("", "1"),
  Themes: fc.constantFrom("", "Rail", "Rail;Road"),
  To: fc.constantFrom("Justice", "Justice;Interior"),
  Answer: fc.constantFrom("", "", "yes", "no"),
  On: fc.constantFrom("", "2023-02-01", "2023-03-01"),
  Status: fc.constantFrom("", "overdue"),
});
/** Rows, and the same rows in another order, with their themes and addressees in another order. */
const shuffled = fc
  .array(anyRow, { minLength: 1, maxLength: 7 })
  .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
  .map(([rows, other]) => [
    rows,
    other.map((each) => ({
      ...each,
      Themes: each.Themes.split(";").reverse().join(";"),
      To: each.To.split(";").reverse().join(";"),
    })),
  ]);

describeDatabase("rows without a reference of their own", (open) => {
  test.each(["byReference", "perRow"] as const)(
    "in any order, as the same or the next edition, bring nothing new (%s)",
    {
      timeout: 180_000,
    },
    async (reports) => {
      const { database } = await open();
      await fc.assert(
        fc.asyncProperty(
          shuffled,
          fc.constantFrom("2023-06-01", "2024-06-01"),
          async ([rows = [], other = []], day) => {
            // Each run is a source of its own.
            const mapping = mappingOf(reports, `register ${at}`);
            const first = await take(database, mapping, "2023-06-01", rows);
            const again = await take(database, mapping, day, other);
            expect(again).toMatchObject({
              ...{ created: nothing, corrected: 0, correctedEntries: 0, rejected: [] },
              unchanged: first.created.recommendations,
            });
            expect(
              again.warnings.map(({ detail }) => detail).filter((detail) => /no longer|no more|any more/.test(detail)),
            ).toEqual([]);
          },
        ),
        { numRuns: 15 },
      );
    },
  );

  test("one of which was answered since are the same, wherever the answer stands", async () => {
    const { database } = await open();
    const mapping = mappingOf("perRow");
    const [third, other] = [
      { ...row, Answer: "no" },
      { ...row, Status: "waits" },
    ];
    await take(database, mapping, "2023-06-01", [other, row, third]);
    const next = await take(database, mapping, "2024-06-01", [third, { ...other, Answer: "yes" }, row]);
    expect(next).toMatchObject({ created: { ...nothing, entries: 1 }, unchanged: 3 });
    expect(await take(database, mapping, "2024-06-01", [row, third, { ...other, Answer: "yes" }])).toMatchObject({
      ...{ created: nothing, unchanged: 3 },
    });
  });

  test("a row that stands beside them only now is the new one, whatever its place", async () => {
    const { database } = await open();
    const mapping = mappingOf("byReference");
    await take(database, mapping, "2023-06-01", [{ ...row, No: "1" }]);
    const rows = [
      { ...answered, No: "1" },
      { ...row, No: "1" },
    ];
    const next = await take(database, mapping, "2024-06-01", rows);
    expect(next).toMatchObject({ created: { ...nothing, recommendations: 1, followUps: 1, entries: 1 }, unchanged: 1 });
    for (const [day, edition] of [
      ["2025-06-01", rows.toReversed()],
      ["2026-06-01", rows],
    ] as const)
      expect(await take(database, mapping, day, edition)).toMatchObject({ created: nothing, unchanged: 2 });
    const alone = await take(database, mapping, "2027-06-01", [{ ...answered, No: "1" }]);
    expect(alone).toMatchObject({ created: nothing, unchanged: 1 });
  });

  test("another theme is another content of the same recommendation, and the order of themes is none", async () => {
    const { database } = await open();
    const mapping = mappingOf("perRow");
    for (const No of ["", "7"]) {
      await take(database, mapping, "2023-06-01", [{ ...row, No, Themes: "Rail;Road" }]);
      const turned = [{ ...row, No, Themes: "Road;Rail" }];
      expect(await take(database, mapping, "2024-06-01", turned)).toMatchObject({ created: nothing, unchanged: 1 });
      const added = [{ ...row, No, Themes: "Road;Sea;Rail" }];
      await expect(take(database, mapping, "2024-06-01", added)).rejects.toMatchObject({
        issues: [
          { row: 2, detail: expect.stringContaining('themes is known as "Rail, Road", and is here "Rail, Road, Sea"') },
        ],
      });
      expect(await take(database, mapping, "2024-06-01", added, true)).toMatchObject({
        created: nothing,
        corrected: 1,
      });
      expect(await take(database, mapping, "2025-06-01", added)).toMatchObject({ created: nothing, unchanged: 1 });
    }
  });
});
