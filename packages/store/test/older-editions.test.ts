import { type Day, publicReader } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { checkProjections, type Database, type ImportRun, importRows, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const mapping = Mapping.parse({
  heed: "mapping/1",
  name: "register",
  edition: { inFileName: "\\d{4}-\\d{2}-\\d{2}" },
  report: { reference: "R", issuingBody: "Auditor", publishedOn: "{Published}", responsePeriod: "none" },
  recommendation: { reference: "{No}", textAbsent: "none", implementationDue: "{Due}" },
  addressees: [
    {
      names: { column: "To", split: "|" },
      entries: [
        { type: "response", position: { column: "Answer", map: { yes: "accepted", no: "rejected" } }, givenOn: "{On}" },
      ],
    },
  ],
});
const [older, newer] = ["2023-10-01", "2024-10-01"] as const;
const one = { No: "1", Published: "2023-02-01", To: "Justice", Answer: "yes", On: "2023-03-01", Due: "2024-06-30" };
const then = { ...one, Published: "2023-02-11", Answer: "no", Due: "2024-12-31" };
const second = { ...then, No: "2", Answer: "yes", On: "2024-03-01" };
const files: Record<string, Readonly<Record<string, string>>[]> = { [older]: [one], [newer]: [then, second] };

async function take(database: Database, day: Day, change: Partial<ImportRun> = {}, rows = files[day] ?? []) {
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, cells] of rows.entries())
      yield mapRow(mapping, { row: place + 2, digest: "", cells }, { day, takenOn: "2026-01-01" });
  };
  return importRows(database, planOf(mapping), stream(), importRun({ file: `${day}.csv`, ...change }));
}

/** What is known: the report's day, and of each recommendation its due date, version and position. */
async function known(database: Database) {
  const reads = trackerReads(database);
  const { items } = await reads.recommendations(publicReader, { asOf: "2026-01-01" }, {});
  const shown = await Promise.all(items.map(({ id }) => reads.recommendation(publicReader, id, "2026-01-01")));
  const [report] = await database.all<{ day: string }>("SELECT published_on AS day FROM report");
  return [
    report?.day,
    ...shown
      .map((each) => [
        each?.recommendation.reference,
        each?.recommendation.implementationDue?.on,
        each?.followUps[0]?.position,
      ])
      .sort(),
  ];
}

const newest = ["2023-02-11", ["1", "2024-12-31", "rejected"], ["2", "2024-12-31", "accepted"]];
const nothing = { corrected: 0, correctedReports: 0, correctedEntries: 0, rejected: [] };
const left = [
  {
    detail: "this edition says otherwise than a newer one of its source, which stays",
    examples: [
      { row: 2, name: "reference", value: expect.stringContaining('implementationDue.on is known as "2024-12-31"') },
      { row: 2, name: "report", value: expect.stringContaining('publishedOn is known as "2023-02-11"') },
      { row: 2, name: "response", value: expect.stringContaining('position is known as "rejected"') },
    ],
  },
];

describeDatabase("an edition older than the one that a fact came from", (open) => {
  test.each([false, true])(
    "leaves the facts, taken a second time (corrections accepted: %s)",
    async (acceptCorrections) => {
      const { database } = await open();
      await take(database, older);
      await take(database, newer, { acceptCorrections: true, at: "2026-01-02T00:00:00Z" });
      expect(await known(database)).toEqual(newest);
      for (const at of ["2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"]) {
        const told = await take(database, older, { acceptCorrections, at });
        expect(told).toMatchObject({ ...nothing, unchanged: 1, created: { recommendations: 0, entries: 0 } });
        expect(told.warnings).toMatchObject(left);
      }
      expect(await known(database)).toEqual(newest);
      expect(await take(database, newer, { at: "2026-01-05T00:00:00Z" })).toMatchObject({ ...nothing, warnings: [] });
      expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
      expect((await verifyAudit(database)).fault).toBeUndefined();
    },
  );

  test.each([false, true])(
    "leaves the facts, taken after the newer one (corrections accepted: %s)",
    async (acceptCorrections) => {
      const { database } = await open();
      await take(database, newer);
      expect((await take(database, older, { acceptCorrections })).warnings).toMatchObject(left);
      expect(await known(database)).toEqual(newest);
    },
  );

  test("leaves what a newer edition showed again, unchanged", async () => {
    const { database } = await open();
    await take(database, "2023-01-01", {}, [one]);
    await take(database, newer, {}, [one]);
    const between = await take(database, older, { acceptCorrections: true }, [then]);
    expect(between).toMatchObject(nothing);
    expect(await known(database)).toEqual(["2023-02-01", ["1", "2024-06-30", "accepted"]]);
  });

  test("adds what only it has, and what it lacks is told only where an edition before it had it", async () => {
    const { database } = await open();
    await take(database, newer);
    const only = { ...one, No: "3", Published: "2023-02-11", On: "2023-03-02" };
    const told = await take(database, older, {}, [only]);
    expect(told).toMatchObject({ created: { recommendations: 1, entries: 1 }, warnings: [] });
    expect((await take(database, "2024-01-01", {}, [second])).warnings).toMatchObject([
      { detail: "the response is given on a day after that of its edition, 2024-01-01" },
      { detail: expect.stringContaining("no longer in this file"), examples: [{ value: "3" }] },
    ]);
  });

  test("does not tell that an addressee of a newer edition is not named", async () => {
    const { database } = await open();
    await take(database, newer, {}, [{ ...then, To: "Justice|Police" }]);
    expect((await take(database, older, {}, [then])).warnings).toEqual([]);
    expect((await take(database, "2025-01-01", {}, [then])).warnings).toMatchObject([
      { detail: expect.stringContaining("does not name this addressee"), examples: [{ value: "Police" }] },
    ]);
  });

  test("does not tell that an answer of a newer edition is gone", async () => {
    const { database } = await open();
    await take(database, newer);
    const unanswered = { ...then, Answer: "", On: "" };
    expect((await take(database, older, {}, [unanswered])).warnings).toEqual([]);
  });

  test("an edition of the same day, and a newer one, are corrections as before", async () => {
    const { database } = await open();
    await take(database, older);
    await expect(take(database, older, {}, [{ ...one, Due: "2025-01-01" }])).rejects.toMatchObject({
      code: "rowsRejected",
    });
    await expect(take(database, newer)).rejects.toMatchObject({ code: "rowsRejected" });
  });
});
