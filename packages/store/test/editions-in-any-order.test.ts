import { type Day, publicReader } from "@heed/core";
import { Mapping } from "@heed/core/mapping/mapping";
import { planOf } from "@heed/core/mapping/reading/import-plan";
import type { ImportResult, MappedRow } from "@heed/core/mapping/reading/import-row";
import { mapRow } from "@heed/core/mapping/reading/map-row";
import { checkProjections, type Database, importRows, trackerReads, verifyAudit } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { importRun } from "./importing.ts";

const report = { reference: "R", issuingBody: "Auditor", publishedOn: "2023-01-15", responsePeriod: "none" };
const positions = { column: "Answer", map: { Agreed: "accepted", Declined: "rejected" } };
const entries = [
  { type: "response", position: positions, givenOn: "{On}" },
  {
    type: "assessment",
    level: { column: "Found", map: { Full: "fullyImplemented", Partly: "partiallyImplemented", Not: "notStarted" } },
  },
  { type: "progressUpdate", level: { column: "Level", map: { Done: "fullyImplemented", Busy: "underWay" } } },
  { type: "closure", closureReason: { column: "State", map: { Closed: "implemented", Withdrawn: "withdrawn" } } },
  { type: "commitment", description: "{Promise}" },
];
const recommendation = { reference: "1", textAbsent: "none", implementationDue: "2025-01-01" };
const whole = Mapping.parse({
  heed: "mapping/1",
  name: "register",
  edition: { inFileName: "x" },
  report,
  recommendation,
  addressees: [{ names: "Justice", entries }],
});
/** Every answer was given by a day that the file tells, whichever edition shows it. */
const byColumn = Mapping.parse({
  ...{ heed: "mapping/1", name: "register", editions: "part", report, recommendation },
  addressees: [
    {
      names: "Justice",
      entries: [{ type: "response", position: positions, knownBy: { column: "By", format: "yyyy" } }],
    },
  ],
});
const base = Mapping.parse({
  heed: "mapping/1",
  name: "base",
  report,
  recommendation,
  addressees: [{ names: "Justice" }],
});
/** The file tells of each row by which day it was given, and has no day of its own. */
const onto = Mapping.parse({
  heed: "mapping/1",
  name: "status",
  onto: {
    issuingBody: "Auditor",
    reference: "1",
    entries: [
      { type: "response", position: positions, knownBy: "{Day}" },
      { type: "commitment", description: "{Promise}", knownBy: "{Day}" },
    ],
  },
});

type Cells = Readonly<Partial<Record<string, string>>>;
const columns = ["Answer", "On", "Found", "Level", "State", "Promise", "By", "Day"];

async function take(database: Database, mapping: Mapping, day: Day | undefined, rows: Cells | readonly Cells[]) {
  const stream = async function* (): AsyncGenerator<MappedRow> {
    for (const [place, each] of [rows].flat().entries()) {
      const cells = { ...Object.fromEntries(columns.map((name) => [name, ""])), No: "1", ...each } as Record<
        string,
        string
      >;
      yield mapRow(mapping, { row: place + 2, digest: "", cells }, { ...(day && { day }), takenOn: "2026-01-01" });
    }
  };
  at += 1;
  const moment = new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString();
  return importRows(
    database,
    planOf(mapping),
    stream(),
    importRun({ file: `${day}.csv`, fileDigest: `${day}`, at: moment, newId: nextId }),
  );
}
let at = 0;

/** Ascending, as those of the command. */
function nextId(): string {
  ids += 1;
  return `00000000-0000-4000-8000-${String(ids).padStart(12, "0")}`;
}
let ids = 0;

async function followUp(database: Database, asOf: Day) {
  const reads = trackerReads(database);
  const { items } = await reads.recommendations(publicReader, { asOf }, {});
  return (await reads.recommendation(publicReader, items[0]?.id ?? "", asOf))?.followUps[0];
}

const days = [
  "2023-03-01",
  "2023-06-30",
  "2023-12-31",
  "2024-06-30",
  "2024-12-31",
  "2025-06-30",
  "2025-12-31",
] as const;

/** The answers on every day on which they can change, without ids. */
async function answers(database: Database) {
  const told = [];
  for (const asOf of days) {
    const { position, level, reportedLevel, lifecycle, timeliness, implementation, ...rest } = ((await followUp(
      database,
      asOf,
    )) ?? {}) as Record<string, unknown>;
    told.push({ asOf, position, level, reportedLevel, lifecycle, timeliness, implementation, ...withoutIds(rest) });
  }
  return told;
}

function withoutIds(value: object): object {
  const text = JSON.stringify(value, (key, each) =>
    /^(id|recordedAt|root|entries|entry)$/.test(key) ? undefined : each,
  );
  return JSON.parse(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…"));
}

function orders<Each>(all: readonly Each[]): Each[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, place) =>
    orders([...all.slice(0, place), ...all.slice(place + 1)]).map((rest) => [one, ...rest]),
  );
}

const nothingNew = { created: { entries: 0 }, correctedEntries: 0 } satisfies object as unknown as ImportResult;

async function sound(database: Database) {
  expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
  expect((await verifyAudit(database)).fault).toBeUndefined();
}

const [first, second, third] = ["2023-06-30", "2024-06-30", "2025-06-30"] as const;
const back: Record<string, Cells> = {
  [first]: { Answer: "Declined", Found: "Not", Level: "Busy", State: "Closed", Promise: "A law." },
  [second]: { Answer: "Agreed", Found: "Partly", Level: "Done", State: "Withdrawn", Promise: "A circular." },
  [third]: { Answer: "Declined", Found: "Not", Level: "Busy", State: "Closed", Promise: "A law." },
};

describeDatabase("an answer that goes back to an earlier one", (open) => {
  test.each(orders([first, second, third]))("is a new one, in the order %s, %s, %s", async (...order) => {
    const { database } = await open();
    for (const day of order) await take(database, whole, day, back[day] ?? {});
    expect(await followUp(database, first)).toMatchObject({ position: "rejected" });
    expect(await followUp(database, second)).toMatchObject({ position: "accepted" });
    expect(await followUp(database, third)).toMatchObject({ position: "rejected" });
    for (const day of [...order, ...order])
      expect(await take(database, whole, day, back[day] ?? {})).toMatchObject(nothingNew);
    const kept = await database.all<{ type: string; count: number }>(
      `SELECT type, count(*) AS count FROM entry WHERE body NOT LIKE '%"corrects"%' GROUP BY type ORDER BY type`,
    );
    // What was promised stays promised: a promise takes the place of no other.
    expect(kept.map(({ type, count }) => `${type} ${count}`)).toEqual([
      ...["assessment 3", "closure 3", "commitment 2", "progressUpdate 3", "response 3"],
    ]);
    await sound(database);
  });

  test.each(orders([first, second, third]))("by rows of their own days, in the order %s, %s, %s", async (...order) => {
    const { database } = await open();
    await take(database, base, undefined, {});
    const rows = { [first]: "Declined", [second]: "Agreed", [third]: "Declined" };
    for (const day of order) await take(database, onto, undefined, { Day: day, Answer: rows[day], Promise: "A law." });
    expect(await followUp(database, first)).toMatchObject({ position: "rejected" });
    expect(await followUp(database, second)).toMatchObject({ position: "accepted" });
    expect(await followUp(database, third)).toMatchObject({ position: "rejected" });
    const all = order.map((day) => ({ Day: day, Answer: rows[day], Promise: "A law." }));
    expect(await take(database, onto, undefined, all)).toMatchObject(nothingNew);
  });

  test("is new where two days are told and an edition between showed another answer", async () => {
    const { database } = await open();
    await take(database, whole, first, { Answer: "Declined", On: "2023-03-01" });
    await take(database, whole, second, { Answer: "Agreed", On: "2024-03-01" });
    expect(await take(database, whole, third, { Answer: "Declined", On: "2025-03-01" })).toMatchObject({
      created: { entries: 1 },
      correctedEntries: 0,
    });
    expect(await followUp(database, "2024-12-31")).toMatchObject({ position: "accepted" });
    expect(await followUp(database, third)).toMatchObject({ position: "rejected" });
  });
});

describeDatabase("editions whose answers have the same day in a column", (open) => {
  const shows = { "2020-06-01": "Agreed", "2022-06-01": "Declined" } as const;
  test.each(orders(Object.keys(shows) as (keyof typeof shows)[]))(
    "tell the newest, in the order %s, %s",
    async (...order) => {
      const { database } = await open();
      const mapping = Mapping.parse({
        ...{ heed: "mapping/1", name: "register", editions: "part", recommendation },
        report: { ...report, publishedOn: "2018-03-01" },
        addressees: [
          {
            names: "Justice",
            entries: [{ type: "response", position: positions, knownBy: { column: "By", format: "yyyy" } }],
          },
        ],
      });
      for (const day of order) await take(database, mapping, day, { Answer: shows[day], By: "2019" });
      for (const [asOf, position] of [
        ["2020-01-01", "accepted"],
        ["2020-06-01", "accepted"],
        ["2021-07-01", "accepted"],
        ["2022-06-01", "rejected"],
      ] as const)
        expect(await followUp(database, asOf), asOf).toMatchObject({ position });
      for (const day of order)
        expect(await take(database, mapping, day, { Answer: shows[day], By: "2019" })).toMatchObject(nothingNew);
      await sound(database);
    },
  );
});

describeDatabase("a day that a later edition tells", (open) => {
  const undated = { Answer: "Agreed" };
  const dated = { Answer: "Agreed", On: "2025-03-01" };
  test.each(orders([second, third]))(
    "after one that already showed the answer is of another one (%s, %s)",
    async (...order) => {
      const { database } = await open();
      const results = [];
      for (const day of order) results.push(await take(database, whole, day, day === second ? undated : dated));
      expect(await followUp(database, "2024-12-31")).toMatchObject({ position: "accepted" });
      expect(results.flatMap(({ warnings }) => warnings)).toMatchObject([
        {
          detail: expect.stringContaining("taken as another one"),
          examples: [{ row: 2, name: "response", value: expect.stringContaining("Justice") }],
        },
      ]);
      for (const day of order)
        expect(await take(database, whole, day, day === second ? undated : dated)).toMatchObject(nothingNew);
      await sound(database);
    },
  );
});

describeDatabase("findings of editions that come newest first", (open) => {
  test("have the situation and the year of the nearer day", async () => {
    const { database } = await open();
    await take(database, whole, third, { Found: "Not", Level: "Busy" });
    await take(database, whole, first, { Found: "Not", Level: "Busy" });
    const rows = await database.all<{ body: string }>("SELECT body FROM entry");
    const now = rows.map(({ body }) => JSON.parse(body)).filter(({ corrects }) => corrects !== undefined);
    expect(now).toMatchObject([
      { knownBy: first, asOf: first, reportingYear: 2023 },
      { knownBy: first, asOf: first, reportingYear: 2023 },
    ]);
  });
});

describeDatabase("editions in any order", (open) => {
  const cell = (...values: string[]) => fc.constantFrom("", ...values);
  const shown = fc.record({
    Answer: cell("Agreed", "Declined"),
    Found: cell("Not", "Partly"),
    Level: cell("Busy", "Done"),
    State: cell("Closed", "Withdrawn"),
    Promise: cell("A law.", "A circular."),
  });
  const editions = ["2023-06-30", "2023-12-31", "2024-06-30", "2025-06-30"] as const;

  test("give the same answers on every day, and give nothing new a second time", { timeout: 240_000 }, async () => {
    const { database } = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(shown, shown, shown, shown),
        fc.shuffledSubarray([...editions], { minLength: 4 }),
        async (rows, order) => {
          const rowOf = (day: Day) => rows[editions.indexOf(day as never)] ?? {};
          const [inOrder, shuffled] = [(await open()).database, (await open()).database];
          for (const day of editions) await take(inOrder, whole, day, rowOf(day));
          for (const day of order) await take(shuffled, whole, day, rowOf(day));
          expect(await answers(shuffled)).toEqual(await answers(inOrder));
          for (const day of order) expect(await take(shuffled, whole, day, rowOf(day))).toMatchObject(nothingNew);
          await sound(shuffled);
        },
      ),
      { numRuns: samplesOn(database, 6) },
    );
  });

  test("give the same answers with a day in a column", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const own = fc.record({ Answer: cell("Agreed", "Declined") });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(own, own, own, own),
        fc.constantFrom("2023", "2024"),
        fc.shuffledSubarray([...editions], { minLength: 4 }),
        async (rows, By, order) => {
          const rowOf = (day: Day) => ({ ...rows[editions.indexOf(day as never)], By });
          const [inOrder, shuffled] = [(await open()).database, (await open()).database];
          for (const day of editions) await take(inOrder, byColumn, day, rowOf(day));
          for (const day of order) await take(shuffled, byColumn, day, rowOf(day));
          expect(await answers(shuffled)).toEqual(await answers(inOrder));
          for (const day of order) expect(await take(shuffled, byColumn, day, rowOf(day))).toMatchObject(nothingNew);
        },
      ),
      { numRuns: samplesOn(database, 6) },
    );
  });
});
