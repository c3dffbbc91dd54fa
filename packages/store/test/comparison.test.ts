import {
  addDays,
  type Entry,
  type FollowUpCase,
  publicReader,
  defaultSettings as settings,
  standing,
} from "@heed/core";
import { comparisonOf } from "@heed/core/comparison/comparison";
import { Movement, movementOf } from "@heed/core/comparison/movement";
import type { ComparisonItem } from "@heed/core/read-models/comparison-answer";
import type { ComparisonFilter } from "@heed/core/read-models/comparison-filter";
import { trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { readComparisonItems } from "../src/queries/comparison.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

/** A record has its entries in the order in which they were recorded: of two corrections of one entry the later one holds. */
function asRecorded(each: FollowUpCase): FollowUpCase {
  const when = ({ recordedAt, id }: Entry) => `${recordedAt} ${id}`;
  return { ...each, entries: each.entries.toSorted((a, b) => (when(a) < when(b) ? -1 : 1)) };
}

function isOf(
  asked: readonly string[] | undefined,
  holder: { organization: string; candidates: readonly string[] } | undefined,
) {
  return asked?.some((id) => id === holder?.organization || holder?.candidates.includes(id)) ?? true;
}

/** What core says of each case on both days, over all that a filter lets through. */
function comparedBy(cases: readonly FollowUpCase[], filter: ComparisonFilter) {
  const { from, to, addressee, report, theme, responsible, issuingBody } = filter;
  return cases.flatMap((each) => {
    const { followUp, report: issued, recommendation } = each;
    const themes: readonly string[] = recommendation.themes;
    const after = standing(each, to, settings);
    const isAsked =
      (addressee?.includes(followUp.addressee) ?? true) &&
      (report?.includes(issued.id) ?? true) &&
      isOf(issuingBody, after?.issuingBody) &&
      (theme?.some((one) => themes.includes(one)) ?? true) &&
      isOf(responsible, after?.responsible);
    if (!isAsked || after === undefined || after.role === "forInformation") return [];
    const before = standing(each, from, settings);
    return [{ followUp: followUp.id, movement: movementOf(before, after), before, after, count: 1 }];
  });
}

const toldOf = ({ followUp, movement, before, after }: ReturnType<typeof comparedBy>[number] | ComparisonItem) =>
  [
    followUp,
    movement,
    ...[before, after].map((on) => on && [on.position, on.reported, on.assessed, on.lifecycle]),
  ].join();

describeDatabase("two days side by side", (open) => {
  test("are what core says of each follow-up on both, and how it moved, whatever is asked for", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open();
    const cases = (await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 250, seed: 20261128 }))).map(
      asRecorded,
    );
    const reads = trackerReads(database);
    const seen = new Set<Movement>();
    for (let index = 0; index < 16; index += 1) {
      const from = addDays("2018-12-01", index * 80);
      const to = addDays(from, (index * 161) % 1100);
      const { followUp, report, recommendation } = cases[(index * 13) % cases.length] as FollowUpCase;
      const filters: Omit<ComparisonFilter, "from" | "to">[] = [
        {},
        { movement: [Movement.options[index % Movement.options.length] as Movement, "slipped"] },
        { addressee: [followUp.addressee], movement: ["unchanged"] },
        { report: [report.id] },
        { issuingBody: [recommendation.issuingBody ?? report.issuingBody] },
        { theme: recommendation.themes.slice(0, 1) },
        { responsible: [followUp.addressee, `c${index}-home`, `c${index}-courts`] },
      ];
      for (const filter of filters) {
        const asked = { from, to, ...filter };
        const expected = comparedBy(cases, asked);
        const wanted = expected.filter(({ movement }) => filter.movement?.includes(movement) ?? true);
        const { items, total, next, ...counts } = await reads.comparison(publicReader, asked, { withTotal: true });
        expect(items.map(toldOf).sort(), JSON.stringify(asked)).toEqual(wanted.map(toldOf).sort());
        expect(total).toBe(wanted.length);
        expect(counts).toEqual({ from, to, ...comparisonOf(expected) });
        for (const { movement } of items) seen.add(movement);
      }
    }
    expect([...seen].sort()).toEqual([...Movement.options].sort());
  });

  test("are cut into pages, read in batches, and the same by what is known now", { timeout: 120_000 }, async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 25, seed: 11 }));
    const reads = trackerReads(database);
    for (const filter of [{}, { movement: ["advanced", "closed"] }, { theme: ["prosecution"] }] as const) {
      const asked = { from: "2019-06-01", to: "2021-03-01", ...filter };
      const whole = await reads.comparison(publicReader, asked, { withTotal: true });
      expect(whole.items.length).toBeGreaterThan(0);
      expect(
        await reads.comparison(publicReader, { ...asked, knownAt: "2100-01-01T00:00:00Z" }, { withTotal: true }),
      ).toEqual(whole);
      for (const limit of [1, 3, 250]) {
        const read: ComparisonItem[] = [];
        let after: string | undefined;
        do {
          const page = await reads.comparison(publicReader, asked, { limit, ...(after && { after }) });
          read.push(...page.items);
          after = page.next;
        } while (after !== undefined);
        expect(read).toEqual(whole.items);
        const batches = [];
        for await (const some of readComparisonItems(database, asked, limit)) batches.push(...some);
        expect(batches).toEqual(whole.items);
      }
    }
  });
});
