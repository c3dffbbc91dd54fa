import {
  type Day,
  defaultSettings,
  type FollowUpCase,
  publicReader,
  RecordFile,
  type Standing,
  standing,
} from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { checkProjections, type Database, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { loadCases } from "../src/derived/load-cases.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { databaseOfCases } from "./record-of-cases.ts";
import { registerAct } from "./register-acts.ts";

const settings = defaultSettings;

const lists: Record<string, { filter: Partial<RecommendationFilter>; of: (standing: Standing) => boolean }> = {
  "long outstanding": { filter: { longOutstanding: true }, of: ({ asked }) => asked.longOutstanding },
  "not long outstanding": { filter: { longOutstanding: false }, of: ({ asked }) => !asked.longOutstanding },
  "acceptance withdrawn": {
    filter: { acceptanceWithdrawn: true },
    of: ({ acceptanceWithdrawnOn }) => acceptanceWithdrawnOn !== undefined,
  },
  "acceptance not withdrawn": {
    filter: { acceptanceWithdrawn: false },
    of: ({ acceptanceWithdrawnOn }) => acceptanceWithdrawnOn === undefined,
  },
  "acceptance withdrawn, and declined": {
    filter: { acceptanceWithdrawn: true, position: ["noted", "rejected", "notCompetent"] },
    of: ({ acceptanceWithdrawnOn, position }) =>
      acceptanceWithdrawnOn !== undefined && ["noted", "rejected", "notCompetent"].includes(position),
  },
  "long outstanding and open, acceptance not withdrawn": {
    filter: { acceptanceWithdrawn: false, longOutstanding: true, lifecycle: ["open"] },
    of: ({ acceptanceWithdrawnOn, asked, lifecycle }) =>
      acceptanceWithdrawnOn === undefined && asked.longOutstanding && lifecycle === "open",
  },
};

describeDatabase("the lists of long outstanding and of acceptance withdrawn", (open) => {
  test("tell on any day what standing() tells, with the day and the days", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const generated = fc.sample(followUpCases, { numRuns: samplesOn(database, 120), seed: 43 });
    await databaseOfCases(database, generated);
    const reads = trackerReads(database);
    const cases: FollowUpCase[] = [];
    for await (const some of loadCases(database, "all")) cases.push(...some);
    const days = new Set<Day>(["2024-02-28", "2024-02-29", "2030-01-01"]);
    for (const each of generated.slice(0, 12)) for (const day of daysWorthAsking(each).slice(0, 6)) days.add(day);
    const met = new Set<string>();
    for (const asOf of days)
      for (const [name, { filter, of }] of Object.entries(lists)) {
        const derived = new Map(cases.map((each) => [each.followUp.id, standing(each, asOf, settings)]));
        const expected = cases.filter(({ followUp }) => {
          const stands = derived.get(followUp.id);
          return stands !== undefined && of(stands);
        });
        const ids = [...new Set(expected.map(({ recommendation }) => recommendation.id))].sort();
        for (const knownAt of [undefined, "2026-01-01T00:00:00Z"]) {
          if (knownAt !== undefined && asOf > "2020-06-01" && asOf < "2029-01-01") continue;
          const known = knownAt === undefined ? {} : { knownAt };
          const found = await reads.recommendations(publicReader, { asOf, ...known, ...filter }, { withTotal: true });
          expect(found.items.map(({ id }) => id).sort(), `${name} on ${asOf}`).toEqual(ids);
          expect(found.total, `${name} on ${asOf}`).toBe(ids.length);
          for (const followUp of found.items.flatMap(({ followUps }) => followUps)) {
            const stands = derived.get(followUp.id);
            if (stands === undefined) continue;
            expect(followUp.longOutstanding).toBe(stands.asked.longOutstanding);
            expect(followUp.firstAsked).toBe(stands.asked.first);
            expect(followUp.acceptanceWithdrawnOn).toBe(stands.acceptanceWithdrawnOn);
            expect(followUp.daysOverdueWhenWithdrawn).toBe(stands.daysOverdueWhenWithdrawn);
          }
        }
        if (ids.length > 0) met.add(name);
      }
    expect([...met].sort()).toEqual(Object.keys(lists).sort());
  });

  test("count from the first asking, also where a link or an older day of publication comes later", async () => {
    const { database } = await open();
    await imported(database, record);
    await registerAct(database, "link", { type: "repeats", to: "second", on: "2021-02-01" }, { thing: "third" });
    const oldest = async (asOf: Day) => (await longOutstanding(database, asOf)).map(({ id }) => id);
    // Of three askings in a line, the newer ones close the older two; one asked on 29 February is five years old on the
    // 28th.
    expect(await oldest("2021-02-27")).toEqual([]);
    expect(await oldest("2021-02-28")).toEqual(["first"]);
    expect(await oldest("2024-02-27")).toEqual(["first"]);
    expect(await oldest("2024-02-28")).toEqual(["third", "first"]);
    // The first one existed and was in no line: now the third one is as old as it.
    await registerAct(database, "link", { type: "sharpens", to: "first", on: "2019-02-28" }, { thing: "second" });
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect(await oldest("2021-02-28")).toEqual(["third"]);
    expect(await oldest("2021-02-27")).toEqual([]);
    const [third] = (await longOutstanding(database, "2022-02-28")).filter(({ id }) => id === "third");
    expect(third?.followUps).toMatchObject([
      { firstAsked: "2016-02-29", daysSinceFirstAsked: 2191, longOutstanding: true },
    ]);
    await registerAct(
      database,
      "changeReport",
      { publishedOn: "2010-05-01", reportingYear: 2009 },
      { thing: "r-first" },
    );
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect(await oldest("2021-02-02")).toEqual(["third"]);
  });

  test("a link that comes with a file makes all that ask it again as old as the first", async () => {
    const { database } = await open();
    await imported(database, record);
    const link = (type: string, from: string, to: string) => ({
      ...{ id: `${from}-${to}`, type, from, to, on: "2021-02-01", recordedAt: "2026-01-02T00:00:00Z" },
    });
    await imported(database, RecordFile.parse({ ...record, links: [link("repeats", "third", "second")] }));
    await imported(database, RecordFile.parse({ ...record, links: [link("repeats", "second", "first")] }));
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect((await longOutstanding(database, "2021-02-28")).map(({ id }) => id)).toEqual(["third"]);
  });
});

async function longOutstanding(database: Database, asOf: Day) {
  const { items } = await trackerReads(database).recommendations(publicReader, { asOf, longOutstanding: true }, {});
  return items;
}

/** Asked in 2016, 2019 and 2021, at Justice. */
const years = [
  ["first", "2016-02-29"],
  ["second", "2019-02-28"],
  ["third", "2021-02-01"],
] as const;

const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: years.map(([id, publishedOn]) => ({
    ...{
      id: `r-${id}`,
      reference: id,
      issuingBody: "centre",
      reportingYear: Number(publishedOn.slice(0, 4)),
      publishedOn,
    },
  })),
  recommendations: years.map(([id]) => ({ id, reference: `${id}-1`, report: `r-${id}` })),
  followUps: years.map(([id]) => ({ id: `${id}-justice`, recommendation: id, addressee: "justice" })),
});
