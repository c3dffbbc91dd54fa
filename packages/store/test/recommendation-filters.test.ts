import { type Day, type FollowUpCase, type Id, publicReader, defaultSettings as settings, standing } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { type Database, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

type Filter = Omit<RecommendationFilter, "asOf" | "knownAt">;

/** Who is responsible for each follow-up on a day, or may turn out to be (R41), by the rules. */
type Responsible = ReadonlyMap<Id, readonly Id[]>;

function responsibleOn(cases: readonly FollowUpCase[], asOf: Day): Responsible {
  return new Map(
    cases.map((each) => {
      const responsible = standing(each, asOf, settings)?.responsible;
      return [each.followUp.id, responsible === undefined ? [] : [responsible.organization, ...responsible.candidates]];
    }),
  );
}

/** The recommendations of the whole list that a filter asks for, in its order: what any way of finding them must give. */
function expected(all: readonly RecommendationSummary[], filter: Filter, responsible: Responsible): string[] {
  const { report, reportingYear, theme, q, ...asked } = filter;
  const isAsked = Object.keys(asked).length > 0;
  const of = <Value>(values: readonly Value[] | undefined, value: Value | undefined) =>
    values === undefined || (value !== undefined && values.includes(value));
  return all
    .filter(
      (each) =>
        of(report, each.report.id) &&
        of(reportingYear, each.report.reportingYear) &&
        (theme === undefined || theme.some((one) => each.themes.includes(one))) &&
        (q === undefined || each.reference.split(/\W+/).some((word) => word.toLowerCase() === q)) &&
        (!isAsked ||
          each.followUps.some(
            (followUp) =>
              of(asked.addressee, followUp.addressee.id) &&
              (asked.responsible === undefined ||
                asked.responsible.some((id) => responsible.get(followUp.id)?.includes(id))) &&
              of(asked.position, followUp.position) &&
              of(asked.reported, followUp.reported) &&
              of(asked.assessed, followUp.assessed) &&
              of(asked.lifecycle, followUp.lifecycle) &&
              (asked.divergent === undefined || followUp.divergent === asked.divergent) &&
              (asked.unverified === undefined || followUp.unverified === asked.unverified),
          )),
    )
    .map(({ id }) => id);
}

const keys = [
  ...([
    "addressee",
    "responsible",
    "position",
    "reported",
    "assessed",
    "lifecycle",
    "divergent",
    "unverified",
  ] as const),
  ...(["report", "reportingYear", "theme", "q"] as const),
];

/** Filters that ask for one to three things of some recommendation, and often for other values as well. */
function filters(all: readonly RecommendationSummary[], responsible: Responsible): fc.Arbitrary<Filter> {
  const other = fc.constantFrom(...all);
  const few = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
  return fc.tuple(other, fc.array(other, { maxLength: 2 }), few).map(([one, others, asked]) => {
    const each = [one, ...others];
    const followUps = each.flatMap((recommendation) => recommendation.followUps);
    const told = <Value>(values: readonly (Value | undefined)[]) => values.filter((value) => value !== undefined);
    const whole = {
      addressee: followUps.map(({ addressee }) => addressee.id),
      responsible: followUps.flatMap(({ id }) => responsible.get(id)?.slice(-1) ?? []),
      position: told(followUps.map(({ position }) => position)),
      reported: told(followUps.map(({ reported }) => reported)),
      assessed: told(followUps.map(({ assessed }) => assessed)),
      lifecycle: told(followUps.map(({ lifecycle }) => lifecycle)),
      divergent: followUps[0]?.divergent ?? false,
      unverified: followUps[0]?.unverified ?? false,
      report: each.map(({ report }) => report.id),
      reportingYear: each.map(({ report }) => report.reportingYear),
      theme: [...each.flatMap(({ themes }) => themes), "a theme of nothing"],
      q: one.reference.toLowerCase().split(/\W+/)[0] ?? "",
    };
    return Object.fromEntries(asked.map((key) => [key, whole[key]])) as Filter;
  });
}

async function allOn(database: Database, asOf: Day): Promise<readonly RecommendationSummary[]> {
  return (await trackerReads(database).recommendations(publicReader, { asOf }, {})).items;
}

describeDatabase("the filters of recommendations on random histories", (open) => {
  test("give what the whole list shows of them, in its order, whole and page by page", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 120, seed: 20261126 }));
    const reads = trackerReads(database);
    const days = ["2026-11-26", ...new Set(cases.slice(0, 4).flatMap(daysWorthAsking))].slice(0, 8);
    let [found, taken] = [0, 0];
    for (const asOf of days) {
      const all = await allOn(database, asOf);
      if (all.length === 0) continue;
      const responsible = responsibleOn(cases, asOf);
      for (const filter of fc.sample(filters(all, responsible), { numRuns: 40, seed: 3 })) {
        const ids = expected(all, filter, responsible);
        const { items, total } = await reads.recommendations(publicReader, { asOf, ...filter }, { withTotal: true });
        expect([asOf, filter, items.map(({ id }) => id), total]).toEqual([asOf, filter, ids, ids.length]);
        const first = await reads.recommendations(publicReader, { asOf, ...filter }, { limit: 2, withTotal: true });
        expect([first.items.map(({ id }) => id), first.total]).toEqual([ids.slice(0, 2), ids.length]);
        if (first.next !== undefined) {
          const second = await reads.recommendations(
            publicReader,
            { asOf, ...filter },
            { limit: 2, after: first.next },
          );
          expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2, 4));
        }
        found += ids.length;
        taken += filter.responsible?.some((id) => !filter.addressee?.includes(id)) ? ids.length : 0;
      }
    }
    expect(found).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(20);
  });
});
