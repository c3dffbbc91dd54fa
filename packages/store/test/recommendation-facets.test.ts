import { defaultSettings, publicReader, RecordFile } from "@heed/core";
import { readerAs } from "@heed/core/access/reader";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { type Database, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { world } from "../../core/test/example-world.ts";
import { readRecommendationFacets } from "../src/queries/recommendation-facets/recommendation-facets.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { databaseOfCases } from "./record-of-cases.ts";

const asOf = "2015-06-30";

/** The list that a reader gets who chooses a value: the filter with this value in the place of its own. */
async function totalWith(database: Database, filter: RecommendationFilter, facet: string, value: string) {
  const reads = trackerReads(database);
  const organization = facet === "addressee" || facet === "responsible";
  const chosen = organization ? await reads.sameBodies([value]) : [facet === "reportingYear" ? Number(value) : value];
  const { total } = await reads.recommendations(
    publicReader,
    { ...filter, [facet]: chosen },
    { limit: 1, withTotal: true },
  );
  return total;
}

async function requireLists(database: Database, filter: RecommendationFilter): Promise<number> {
  const facets = await trackerReads(database).recommendationFacets(publicReader, filter);
  let checked = 0;
  for (const { facet, counts, countsAtLeast, otherValues } of facets) {
    expect([facet, countsAtLeast, otherValues]).toEqual([facet, false, 0]);
    for (const { value, count } of counts) {
      expect([filter, facet, value, count]).toEqual([
        filter,
        facet,
        value,
        await totalWith(database, filter, facet, value),
      ]);
      checked++;
    }
  }
  return checked;
}

describeDatabase("the recommendations that were found, counted by the values of their filters", (open, openToRead) => {
  test("each count is the length of the list that has this value", { timeout: 120_000 }, async () => {
    const { database } = await openToRead(world);
    const filters: Partial<RecommendationFilter>[] = [
      {},
      { q: "police" },
      { responsible: ["justice"], assessed: ["notAssessed"] },
      { theme: ["victims"], lifecycle: ["open"] },
      { reportingYear: [2011], position: ["awaiting"] },
      { undecided: true },
      { q: "no recommendation has this" },
    ];
    for (const filter of filters) await requireLists(database, { asOf, ...filter });
    await requireLists(database, { asOf, q: "police", knownAt: "2014-01-01T00:00:00Z" });
    const all = await trackerReads(database).recommendationFacets(publicReader, { asOf });
    expect(all.map(({ facet, counts }) => [facet, counts.length > 1])).toEqual(all.map(({ facet }) => [facet, true]));
  });

  test("also on random histories, where organizations changed", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const cases = fc.sample(followUpCases, { numRuns: 25, seed: 57 });
    await databaseOfCases(database, cases);
    let checked = 0;
    for (const filter of [
      {},
      { lifecycle: ["open" as const] },
      { divergent: false, reported: ["notReported" as const] },
    ])
      checked += await requireLists(database, { asOf: "2023-06-01", ...filter });
    expect(checked).toBeGreaterThan(100);
  });

  test("of more than are counted, the counts are said to be the least", async () => {
    const { database } = await openToRead(world);
    const read = (filter: Partial<RecommendationFilter>) =>
      readRecommendationFacets(database, publicReader, { asOf, ...filter }, defaultSettings, 5);
    const [years, , addressees] = await read({});
    // Reports keep how many they have.
    expect(years?.countsAtLeast).toBe(false);
    for (const { value, count } of years?.counts ?? [])
      expect(count).toBe(await totalWith(database, { asOf }, "reportingYear", value));
    expect(addressees?.countsAtLeast).toBe(true);
    for (const { value, count } of addressees?.counts ?? [])
      expect(count).toBeLessThanOrEqual((await totalWith(database, { asOf }, "addressee", value)) ?? 0);
    const [yearsFound] = await read({ lifecycle: ["open"] });
    expect(yearsFound?.countsAtLeast).toBe(true);
  });

  test("a theme in two spellings and a renamed organization count once", async () => {
    const { database } = await open(world);
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        reports: [{ id: "z", issuingBody: "myria", reference: "Z", reportingYear: 2014, publishedOn: "2015-01-01" }],
        recommendations: [["Zeta"], ["zeta"], ["zeta", "ZETA"]].map((themes, index) => ({
          ...{ id: `z${index}`, report: "z", reference: `z${index}`, text: { en: "zetaword" }, themes },
        })),
        followUps: ["justice", "interior"].map((addressee, index) => ({
          ...{ id: `zf${index}`, recommendation: `z${index}`, addressee, role: "lead" },
        })),
        organizations: [{ id: "new-justice", code: "newjust", name: { en: "New Justice" } }],
        organizationChanges: [
          {
            ...{ id: "renamed", type: "renamed", on: "2015-02-01", recordedAt: "2015-02-01T00:00:00Z" },
            ...{ originals: ["justice"], results: [{ organization: "new-justice" }] },
          },
        ],
      }),
    );
    const facets = await trackerReads(database).recommendationFacets(publicReader, { asOf, q: "zetaword" });
    const of = (name: string) =>
      facets.find(({ facet }) => facet === name)?.counts.map(({ value, count }) => [value, count]);
    expect(of("theme")).toEqual([["ZETA", 3]]);
    expect(of("responsible")).toEqual([
      ["interior", 1],
      ["new-justice", 1],
    ]);
    expect(of("addressee")).toEqual(of("responsible"));
  });

  test("a draft leaves no trace", async () => {
    const { database } = await open(world);
    const reads = trackerReads(database);
    const before = await reads.recommendationFacets(publicReader, { asOf });
    await imported(
      database,
      RecordFile.parse({
        heed: "record/1",
        reports: [{ id: "zq", issuingBody: "myria", reference: "Zq", reportingYear: 2015, status: "draft" }],
        recommendations: [
          { id: "zq-1", report: "zq", reference: "zq-1", text: { en: "police" }, themes: ["zqtheme", "Victims"] },
        ],
        followUps: [{ id: "zq-fu", recommendation: "zq-1", addressee: "justice", role: "lead" }],
      }),
    );
    expect(await reads.recommendationFacets(publicReader, { asOf })).toEqual(before);
    expect(JSON.stringify(await reads.recommendationFacets(publicReader, { asOf, q: "police" }))).not.toMatch(/zq/i);
    const editor = readerAs("editor");
    expect(JSON.stringify(await reads.recommendationFacets(editor, { asOf, q: "police" }))).toMatch(/zqtheme/);
  });
});
