import { defaultSettings as settings } from "@heed/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { readOverdue, readOverdueItems } from "../src/queries/overdue.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

describeDatabase("all that is overdue", (open) => {
  test("is the whole answer in its order, however few are read at a time", async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 40, seed: 11 }));
    for (const filter of [{}, { against: "original" }, { dueSoon: true }, { minDaysOverdue: 100 }] as const) {
      const asked = { asOf: "2021-03-01", ...filter };
      const answer = await readOverdue(database, asked, {}, settings);
      expect(answer.items.length).toBeGreaterThan(0);
      for (const atATime of [1, 3, 250]) {
        const read = [];
        for await (const some of readOverdueItems(database, asked, settings, atATime)) {
          expect(some.length).toBeLessThanOrEqual(atATime);
          read.push(...some);
        }
        expect(read).toEqual(answer.items);
      }
    }
  });
});
