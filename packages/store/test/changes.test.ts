import { addDays, type FollowUpCase, publicReader, defaultSettings as settings, standing } from "@heed/core";
import { type Change, ChangeKind } from "@heed/core/follow-up/changes/change";
import { changesBetween } from "@heed/core/follow-up/standing/projection";
import type { ChangeFilter } from "@heed/core/read-models/change-filter";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import { trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { readChangeItems } from "../src/queries/changes.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

/** What core says changed, over all cases that a filter lets through. */
function changedBy(cases: readonly FollowUpCase[], filter: ChangeFilter): string[] {
  const { from, to, kind, addressee, report, theme, responsible } = filter;
  return cases
    .filter(({ followUp, report: issued, recommendation }) => {
      const themes: readonly string[] = recommendation.themes;
      return (
        (addressee?.includes(followUp.addressee) ?? true) &&
        (report?.includes(issued.id) ?? true) &&
        (theme?.some((each) => themes.includes(each)) ?? true)
      );
    })
    .filter((each) => {
      if (responsible === undefined) return true;
      const holder = standing(each, to, settings)?.responsible;
      return responsible.some((id) => id === holder?.organization || holder?.candidates.includes(id));
    })
    .flatMap((each) =>
      changesBetween(each, from, to, settings)
        .filter((change) => kind?.includes(change.kind) ?? true)
        .map((change) => told(each.followUp.id, change)),
    );
}

function told(followUp: string, change: Change): string {
  const facts = Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${followUp} ${JSON.stringify(facts)}`;
}

function toldOf({ followUp, recommendation, report, addressee, responsible, ...change }: ChangeItem): string {
  return told(followUp, change);
}

describeDatabase("what changed between two days", (open) => {
  test("is what core says of each follow-up, the newest first, whatever is asked for", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(
      database,
      fc.sample(followUpCases, { numRuns: samplesOn(database, 120), seed: 20261127 }),
    );
    const reads = trackerReads(database);
    const kinds = new Set<ChangeKind>();
    let found = 0;
    for (let index = 0; index < 40; index += 1) {
      const from = addDays("2018-12-01", index * 40);
      const to = addDays(from, (index * 37) % 400);
      const { followUp, report, recommendation } = cases[(index * 13) % cases.length] as FollowUpCase;
      const filters: Omit<ChangeFilter, "from" | "to">[] = [
        {},
        { kind: [ChangeKind.options[index % ChangeKind.options.length] as ChangeKind, "found"] },
        { addressee: [followUp.addressee] },
        { report: [report.id], kind: ["newlyOverdue", "answered"] },
        { theme: recommendation.themes.slice(0, 1) },
        { responsible: [followUp.addressee, `c${index}-home`, `c${index}-courts`] },
      ];
      for (const filter of filters) {
        const asked = { from, to, ...filter };
        const expected = changedBy(cases, asked).sort();
        const answer = await reads.changes(publicReader, asked, { withTotal: true });
        expect(answer.items.map(toldOf).sort(), JSON.stringify(asked)).toEqual(expected);
        expect(answer.items.map(({ day }) => day)).toEqual(
          answer.items
            .map(({ day }) => day)
            .sort()
            .reverse(),
        );
        expect(answer).toMatchObject({ from, to, total: expected.length });
        for (const kind of ChangeKind.options) {
          const some = answer.items.filter((item) => item.kind === kind);
          expect(answer.totalsByKind?.[kind], kind).toBe(some.length);
          if (some.length > 0) kinds.add(kind);
        }
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(samplesOn(database, 1000));
    expect([...kinds].sort()).toEqual([...ChangeKind.options].sort());
  });

  test("is the whole list cut into pages, and read in batches", { timeout: 60_000 }, async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 25, seed: 11 }));
    const reads = trackerReads(database);
    for (const filter of [{}, { kind: ["found", "answered"] }, { theme: ["prosecution"] }] as const) {
      const asked = { from: "2019-03-01", to: "2020-03-01", ...filter };
      const whole = await reads.changes(publicReader, asked, {});
      expect(whole.items.length).toBeGreaterThan(3);
      expect(whole.total).toBeUndefined();
      for (const limit of [1, 3, 250]) {
        const read: ChangeItem[] = [];
        let after: string | undefined;
        do {
          const page = await reads.changes(publicReader, asked, { limit, ...(after && { after }) });
          read.push(...page.items);
          after = page.next;
        } while (after !== undefined);
        expect(read).toEqual(whole.items);
        const batches = [];
        for await (const some of readChangeItems(database, asked, limit)) batches.push(...some);
        expect(batches).toEqual(whole.items);
      }
    }
  });
});
