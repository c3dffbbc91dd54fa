import {
  type Day,
  DomainError,
  type FollowUpCase,
  Level,
  publicReader,
  RecordFile,
  Role,
  defaultSettings as settings,
  standing,
} from "@heed/core";
import type { AssessedCounts } from "@heed/core/progress/progress-matrix";
import { appendEntries, checkProjections, type Database, rebuildProjections, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { closed, found, given } from "../../core/test/builders.ts";
import { mergeWaiting } from "../src/derived/count-changes.ts";
import { loadCases } from "../src/derived/load-cases.ts";
import { progressCounts } from "../src/derived/progress-counts.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const addressees = ["courts", "interior", "justice"];
const numbers = [0, 1, 2, 3, 4];
const years = [2019, 2020, 2021];

/** Few addressees and years, so that cells hold several follow-ups; every third one is for information. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", ...addressees].map((id) => ({ id, code: id, name: { en: id } })),
  reports: years.map((year) => ({
    id: `r${year}`,
    reference: String(year),
    issuingBody: "centre",
    reportingYear: year,
    publishedOn: `${year + 1}-02-01`,
  })),
  ...recommendationsOf(numbers),
});

function recommendationsOf(some: readonly number[]) {
  const all = years.flatMap((year) => some.map((number) => ({ year, number, id: `${year}-${number}` })));
  return {
    recommendations: all.map(({ year, id }) => ({ id, report: `r${year}`, reference: id, text: { en: id } })),
    followUps: all.flatMap(({ id, number }) =>
      addressees.slice(0, 1 + (number % 3)).map((addressee, place) => ({
        id: `${id}-${addressee}`,
        recommendation: id,
        addressee,
        role: place === 2 ? "forInformation" : "lead",
      })),
    ),
  };
}

type Step = { act: keyof typeof acts; one: number; other: number; day: Day; level: Level };

const steps = fc.record<Step>({
  act: fc.constantFrom("assess", "assess", "close", "changeRole", "correctYear", "link", "bringMore", "take", "merge"),
  one: fc.nat(1000),
  other: fc.nat(1000),
  day: fc
    .integer({ min: 0, max: 1500 })
    .map((days) => new Date(Date.UTC(2020, 5, 1 + days)).toISOString().slice(0, 10)),
  level: fc.constantFrom(...Level.options),
});

const oneOf = <Value>(values: readonly Value[], number: number) => values[number % values.length] as Value;

async function append(
  database: Database,
  { one }: Step,
  entry: Parameters<typeof appendEntries>[1]["entries"][number],
) {
  const followUps = await database.all<{ id: string }>("SELECT id FROM follow_up ORDER BY id");
  const at = "2026-01-01T00:00:00Z";
  const { id: followUp } = oneOf(followUps, one);
  await appendEntries(database, { followUp, entries: [entry], actor: "editor", systemUser: "tester", at, settings });
}

/** What may happen to a record. */
const acts = {
  assess: (database: Database, step: Step) => append(database, step, found(step.day, step.level)),
  close: (database: Database, step: Step) => append(database, step, closed(step.day, "endOfFollowUp")),
  changeRole: (database: Database, step: Step) =>
    append(
      database,
      step,
      given("roleChange", step.day, {
        role: oneOf(Role.options, step.other),
        reason: "agreed",
      }),
    ),
  correctYear: (database: Database, { one, other }: Step) =>
    registerAct(
      database,
      "changeReport",
      { reportingYear: oneOf([2017, ...years], other) },
      { thing: `r${oneOf(years, one)}` },
    ),
  link: (database: Database, { one, other }: Step) =>
    registerAct(
      database,
      "link",
      { type: "supersedes", to: `2019-${oneOf(numbers, other)}` },
      { thing: `${oneOf([2020, 2021], one)}-${oneOf(numbers, one)}` },
    ),
  merge: (database: Database, { day }: Step) =>
    registerAct(database, "changeOrganizations", {
      type: "absorbed",
      on: day,
      originals: ["courts"],
      results: [{ organization: "justice" }],
    }),
  /** A file with more recommendations of the same reports, and more entries on those that exist. */
  bringMore: async (database: Database, { one, day, level }: Step) => {
    const number = 10 + (one % 90);
    const more = recommendationsOf([number]);
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        organizations: record.organizations,
        ...more,
        followUps: more.followUps.map((each) => ({
          ...each,
          entries: [{ ...found(day, level), id: `${each.id}-found` }],
        })),
      }),
    );
  },
  /** Adds the waiting differences to the counts. */
  take: (database: Database, _: Step) => database.transaction((sql) => mergeWaiting(sql, progressCounts)),
};

async function allCases(database: Database): Promise<FollowUpCase[]> {
  const all: FollowUpCase[] = [];
  for await (const cases of loadCases(database, "all")) all.push(...cases);
  return all;
}

/** The answers of standing() for every follow-up on a day, counted. */
function countedOn(cases: readonly FollowUpCase[], asOf: Day): Record<string, AssessedCounts> {
  const counted: Record<string, Record<string, number>> = {};
  for (const each of cases) {
    const derived = standing(each, asOf, settings);
    if (derived === undefined || derived.role === "forInformation") continue;
    const key = `${each.followUp.addressee} ${each.report.reportingYear}`;
    const cell = counted[key] ?? {};
    counted[key] = cell;
    cell[derived.assessed] = (cell[derived.assessed] ?? 0) + 1;
  }
  return counted;
}

async function matrixOn(database: Database, asOf: Day): Promise<Record<string, AssessedCounts>> {
  const lines = await trackerReads(database).progressMatrix(publicReader, { asOf });
  return Object.fromEntries(
    lines.flatMap(({ addressee, reportingYears }) =>
      reportingYears.map(({ reportingYear, byAssessed }) => [`${addressee.id} ${reportingYear}`, byAssessed]),
    ),
  );
}

describeDatabase("the progress matrix", (open) => {
  test("counts what standing() says on any day, whatever was done to the record", { timeout: 120_000 }, async () => {
    const { database } = await open();
    await imported(database, record);
    const done = new Map<string, number>();
    for (const step of fc.sample(steps, { numRuns: 90, seed: 5 })) {
      try {
        await acts[step.act](database, step);
        done.set(step.act, (done.get(step.act) ?? 0) + 1);
      } catch (error) {
        // Errors of the rules, such as a change to the same year.
        if (!(error instanceof DomainError)) throw error;
      }
      const cases = await allCases(database);
      for (const day of [step.day, "2020-02-01", "2026-01-01"])
        expect(await matrixOn(database, day), `${step.act} on ${day}`).toEqual(countedOn(cases, day));
    }
    expect([...done.keys()].sort()).toEqual(Object.keys(acts).sort());
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    const before = await matrixOn(database, "2022-06-30");
    await rebuildProjections(database, settings);
    expect(await matrixOn(database, "2022-06-30")).toEqual(before);
  });

  test("is narrowed by addressee and reporting year, and told as it was known", async () => {
    const { database } = await open();
    await imported(database, record);
    const at = "2026-06-01T09:00:00Z";
    const entries = [{ ...found("2021-06-30", "underWay"), recordedAt: at }];
    const followUp = "2019-1-interior";
    await appendEntries(database, { followUp, entries, actor: "editor", systemUser: "tester", at, settings });
    const { progressMatrix } = trackerReads(database);
    const asOf = "2026-01-01";
    const all = await progressMatrix(publicReader, { asOf });
    expect(all.map(({ addressee: { code }, followUps }) => [code, followUps])).toEqual([
      ["courts", 15],
      ["interior", 9],
    ]);
    const narrowed = await progressMatrix(publicReader, { asOf, addressee: ["interior"], reportingYear: [2019, 2021] });
    expect(narrowed).toEqual([
      {
        ...all[1],
        followUps: 6,
        byAssessed: { underWay: 1, notAssessed: 5 },
        reportingYears: [
          { reportingYear: 2019, followUps: 3, byAssessed: { underWay: 1, notAssessed: 2 } },
          { reportingYear: 2021, followUps: 3, byAssessed: { notAssessed: 3 } },
        ],
      },
    ]);
    const known = { asOf, addressee: ["interior"], reportingYear: [2019, 2021] };
    expect(await progressMatrix(publicReader, { ...known, knownAt: "2027-01-01T00:00:00Z" })).toEqual(narrowed);
    const [before] = await progressMatrix(publicReader, { ...known, knownAt: "2026-05-31T00:00:00Z" });
    expect(before?.byAssessed).toEqual({ notAssessed: 6 });
  });
});
