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
  report: {
    reference: "R",
    issuingBody: "Centre",
    publishedOn: "{Published}",
    responsePeriod: { amount: 56, unit: "days", rules: "calendar", from: "publication" },
  },
  recommendation: { reference: "{No}", text: "{Text}", said: ["State"] },
  addressees: [
    {
      names: { column: "To", split: "|" },
      said: ["State"],
      entries: [
        { type: "response", position: { column: "Answer", map: { yes: "accepted", no: "rejected" } }, givenOn: "{On}" },
        { type: "progressUpdate", narrative: "{Done}" },
        { type: "assessment", level: { column: "Found", map: { full: "fullyImplemented", part: "underWay" } } },
        { type: "commitment", description: "{Promise}" },
        { type: "closure", closureReason: { column: "Closed", map: { x: "endOfFollowUp" } } },
      ],
    },
  ],
});

type Cells = Partial<Record<string, string>>;
const blank = { No: "1", Published: "2023-01-03", Text: "Train.", To: "Justice", State: "open" };
const columns = ["Answer", "On", "Done", "Found", "Promise", "Closed"];

/** Imports an edition of some day, with one row unless several are given. */
async function edition(
  database: Database,
  day: Day | undefined,
  rows: Cells | Cells[],
  change: Partial<ImportRun> = {},
) {
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, each] of [rows].flat().entries()) {
      const cells = { ...Object.fromEntries(columns.map((name) => [name, ""])), ...blank, ...each };
      yield mapRow(
        mapping,
        { row: place + 2, digest: "", cells: cells as Record<string, string> },
        { ...(day && { day }), takenOn: "2026-01-01" },
      );
    }
  };
  return importRows(database, planOf(mapping), stream(), importRun({ file: `${day}.csv`, ...change }));
}

async function bounds(database: Database) {
  const rows = await database.all<{ body: string }>(
    "SELECT body FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry c WHERE c.body LIKE '%\"corrects\":\"' || e.id || '\"%')",
  );
  return rows
    .map(({ body }) => JSON.parse(body))
    .map(({ type, givenOn, knownAfter, knownBy }) => [type, givenOn ?? knownAfter ?? null, givenOn ?? knownBy])
    .sort();
}

async function standing(database: Database, asOf: Day) {
  const reads = trackerReads(database);
  const { items } = await reads.recommendations(publicReader, { asOf }, {});
  const shown = await reads.recommendation(publicReader, items[0]?.id ?? "", asOf);
  return shown?.followUps[0];
}

async function sound(database: Database) {
  expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
  await verifyAudit(database);
}

const [first, second, third] = ["2023-10-01", "2024-03-17", "2025-01-01"] as const;

describeDatabase("editions of a source, each of its day", (open) => {
  const answered = { Answer: "yes" };
  test.each([
    [first, second, third],
    [first, third, second],
    [second, first, third],
    [second, third, first],
    [third, first, second],
    [third, second, first],
  ])("in the order %s, %s, %s tell the same of an answer that the second one shows first", async (...order) => {
    const { database } = await open();
    const shows = { [first]: {}, [second]: answered, [third]: answered };
    for (const day of order) await edition(database, day, shows[day]);
    expect(await bounds(database)).toEqual([["response", first, second]]);
    expect(await standing(database, first)).toMatchObject({ position: "awaiting", timeliness: "overdue" });
    expect(await standing(database, "2023-10-02")).toMatchObject({ timeliness: "undetermined" });
    expect(await standing(database, "2024-03-16")).toMatchObject({ timeliness: "undetermined" });
    expect(await standing(database, second)).toMatchObject({ position: "accepted" });
    for (const day of order)
      expect(await edition(database, day, shows[day])).toMatchObject({ created: { entries: 0 }, correctedEntries: 0 });
    await sound(database);
  });

  test("hold for every type of entry", async () => {
    const { database } = await open();
    const all = { ...answered, Done: "A circular.", Found: "part", Promise: "A course.", Closed: "x" };
    await edition(database, first, {});
    expect((await edition(database, second, all)).created.entries).toBe(5);
    expect((await edition(database, third, all)).created.entries).toBe(0);
    const types = ["assessment", "closure", "commitment", "progressUpdate", "response"];
    expect(await bounds(database)).toEqual(types.map((type) => [type, first, second]));
    expect(await standing(database, first)).toMatchObject({ lifecycle: "open", timeliness: "overdue" });
    await sound(database);
  });

  test("an answer that disappears is told, stays, and is the same when it comes again", async () => {
    const { database } = await open();
    await edition(database, first, answered);
    const without = await edition(database, second, {});
    expect(without.warnings).toMatchObject([
      { detail: expect.stringContaining("shows no response any more"), rows: 1 },
    ]);
    expect(await edition(database, third, answered)).toMatchObject({ created: { entries: 0 }, correctedEntries: 0 });
    expect(await bounds(database)).toEqual([["response", null, first]]);
  });

  test("another answer is new, and was given after the edition that showed the first", async () => {
    const { database } = await open();
    await edition(database, first, answered);
    expect((await edition(database, second, { Answer: "no" })).created.entries).toBe(1);
    expect(await bounds(database)).toEqual([
      ["response", null, first],
      ["response", first, second],
    ]);
    expect(await standing(database, first)).toMatchObject({ position: "accepted" });
    expect(await standing(database, second)).toMatchObject({ position: "rejected" });
  });

  test("a row that an edition lacks says nothing of its day", async () => {
    const { database } = await open();
    await edition(database, first, [{}, { No: "2" }]);
    await edition(database, second, { No: "2" });
    await edition(database, third, [answered, { No: "2", ...answered }]);
    expect(await bounds(database)).toEqual([
      ["response", first, third],
      ["response", second, third],
    ]);
  });

  test("a day that an edition tells at last takes the place of the days between", async () => {
    const { database } = await open();
    await edition(database, first, {});
    await edition(database, second, answered);
    expect(await edition(database, third, { ...answered, On: "2023-11-05" })).toMatchObject({ correctedEntries: 1 });
    expect(await bounds(database)).toEqual([["response", "2023-11-05", "2023-11-05"]]);
    expect(await standing(database, "2023-11-04")).toMatchObject({ position: "awaiting", timeliness: "overdue" });
    expect(await standing(database, "2023-11-05")).toMatchObject({ position: "accepted" });
    // An edition that no longer gives the day changes nothing.
    expect(await edition(database, "2025-06-01", answered)).toMatchObject({
      created: { entries: 0 },
      correctedEntries: 0,
    });
    await sound(database);
  });

  test("another day, and other words on one day, are corrections where these are accepted", async () => {
    const { database } = await open();
    await edition(database, first, { ...answered, On: "2023-05-01" });
    for (const [changed, told] of [
      [{ ...answered, On: "2023-05-02" }, 'givenOn is known as "2023-05-01", and is here "2023-05-02"'],
      [{ Answer: "no", On: "2023-05-01" }, 'position is known as "accepted", and is here "rejected"'],
    ] as const) {
      await expect(edition(database, second, changed)).rejects.toMatchObject({
        issues: [{ row: 2, name: "response", value: "Justice", detail: expect.stringContaining(told) }],
      });
      expect(await edition(database, second, changed, { skipInvalid: true })).toMatchObject({ rejectedRows: 1 });
    }
    const moved = { ...answered, On: "2023-05-02" };
    expect(await edition(database, second, moved, { acceptCorrections: true })).toMatchObject({
      created: { entries: 0 },
      correctedEntries: 1,
    });
    expect(await bounds(database)).toEqual([["response", "2023-05-02", "2023-05-02"]]);
    expect(await standing(database, "2023-05-01")).toMatchObject({ position: "awaiting" });
    expect(await edition(database, third, moved)).toMatchObject({ created: { entries: 0 }, correctedEntries: 0 });
    await sound(database);
  });

  test("the report's date is told with both values, and corrected where that is accepted", async () => {
    const { database } = await open();
    await edition(database, first, [answered, { No: "2" }]);
    const later = [
      { ...answered, Published: "2023-01-10" },
      { No: "2", Published: "2023-01-10" },
    ];
    const refused = await edition(database, second, later).catch((error) => error);
    expect(refused.issues).toMatchObject([{ row: 2 }, { row: 3 }]);
    expect(refused.issues[0].detail).toContain('publishedOn is known as "2023-01-03", and is here "2023-01-10"');
    expect(await edition(database, second, later, { acceptCorrections: true })).toMatchObject({
      correctedReports: 1,
      unchanged: 2,
    });
    const [report] = await database.all("SELECT published_on FROM report");
    expect(report).toEqual({ published_on: "2023-01-10" });
    expect(await edition(database, third, later)).toMatchObject({ correctedReports: 0, unchanged: 2 });
    await sound(database);
  });

  test("the source's words are those of the newest edition, with the others beside them", async () => {
    const { database } = await open();
    await edition(database, second, { State: "answered" });
    await edition(database, first, { State: "open" });
    await edition(database, third, { State: "closed" });
    const told = {
      said: { State: "closed" },
      on: third,
      earlier: [
        { on: first, said: { State: "open" } },
        { on: second, said: { State: "answered" } },
      ],
    };
    const [recommendation] = await database.all<{ body: string }>("SELECT body FROM recommendation");
    expect(JSON.parse(recommendation?.body ?? "").source).toMatchObject(told);
    const [followUp] = await database.all<{ source: string }>("SELECT source FROM follow_up");
    expect(JSON.parse(followUp?.source ?? "")).toMatchObject(told);
    await edition(database, first, { State: "open" });
    expect((await database.all<{ source: string }>("SELECT source FROM follow_up"))[0]).toEqual(followUp);
    await sound(database);
  });

  test("without a day, what is undated is known on the day of the import, and after the last edition that lacked it", async () => {
    const { database } = await open();
    await edition(database, first, {});
    await edition(database, undefined, answered);
    expect(await bounds(database)).toEqual([["response", first, "2026-01-01"]]);
  });
});
