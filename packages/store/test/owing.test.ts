import { publicReader } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import { trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

describeDatabase("who owes what is overdue", (open) => {
  test("are those of the list, each with its number and its longest, the one that owes most first", async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 40, seed: 11 }));
    const reads = trackerReads(database);
    const asOf = "2021-03-01";
    const filters: Partial<OverdueFilter>[] = [
      {},
      { against: "original" },
      { kind: ["verification"] },
      { minDaysOverdue: 100 },
      { knownAt: "2021-03-01T00:00:00Z" },
    ];
    for (const filter of filters) {
      const { items } = await reads.overdue(publicReader, { asOf, ...filter }, {});
      const counted = new Map<string, [overdue: number, longest: number]>();
      for (const { responsible, daysOverdue, daysOverdueOriginal } of items) {
        const [overdue, longest] = counted.get(responsible.id) ?? [0, 0];
        const days = filter.against === "original" ? daysOverdueOriginal : daysOverdue;
        counted.set(responsible.id, [overdue + 1, Math.max(longest, days)]);
      }
      const owing = await reads.owing(publicReader, { asOf, ...filter });
      expect(owing.length).toBeGreaterThan(0);
      expect(new Map(owing.map(({ organization: { id }, overdue, longest }) => [id, [overdue, longest]]))).toEqual(
        counted,
      );
      const numbers = owing.map(({ overdue }) => overdue);
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(await reads.owing(publicReader, { asOf, ...filter }, 2)).toEqual(owing.slice(0, 2));
    }
  });
});
