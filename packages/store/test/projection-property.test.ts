import {
  ageingBucket,
  ageingBuckets,
  type Day,
  defaultSettings,
  type FollowUpCase,
  lateItems,
  type OverdueItem,
  publicReader,
  standing,
} from "@heed/core";
import { checkProjections, rebuildProjections, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

const settings = defaultSettings;

/** What standing() says is late on a day, over all cases: the answer that the indexed read must give. */
function lateBy(cases: readonly FollowUpCase[], asOf: Day, against: "current" | "original") {
  return cases
    .flatMap((each) => {
      const derived = standing(each, asOf, settings);
      if (derived === undefined) return [];
      const late =
        against === "current"
          ? lateItems(derived)
          : derived.owed.filter(({ daysOverdueOriginal }) => daysOverdueOriginal > 0);
      return late.map(
        (item) =>
          `${each.followUp.id} ${item.kind} ${item.due} ${item.originalDue} ${item.daysOverdue} ${item.daysOverdueOriginal} ${item.kind === "verification" ? derived.issuingBody.organization : derived.responsible.organization} ${derived.position} ${derived.reported} ${derived.assessed} ${derived.lifecycle}`,
      );
    })
    .sort();
}

/** How many late things an organization answers for on a day: as the one who does, or as a candidate. */
function answeredBy(
  cases: readonly FollowUpCase[],
  asOf: Day,
  against: "current" | "original",
  organization: string,
): number {
  return cases
    .flatMap((each) => {
      const derived = standing(each, asOf, settings);
      if (derived === undefined) return [];
      const late =
        against === "current"
          ? lateItems(derived)
          : derived.owed.filter(({ daysOverdueOriginal }) => daysOverdueOriginal > 0);
      return late.map(({ kind }) => (kind === "verification" ? derived.issuingBody : derived.responsible));
    })
    .filter((holder) => holder.organization === organization || holder.candidates.includes(organization)).length;
}

function ages(items: readonly OverdueItem[], against: "current" | "original") {
  const counts = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, 0]));
  for (const item of items) {
    const bucket = ageingBucket(against === "current" ? item.daysOverdue : item.daysOverdueOriginal);
    if (bucket !== undefined) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

describeDatabase("the projections on random histories", (open) => {
  test("answer every day as standing() does", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const generated = fc.sample(followUpCases, { numRuns: 300, seed: 20261124 });
    const cases = await databaseOfCases(database, generated);
    const reads = trackerReads(database);

    const check = await checkProjections(database, settings);
    expect(check.differences).toEqual([]);
    expect(check.followUps).toBe(300 + cases.filter(({ replacedBy }) => replacedBy.length > 0).length);

    // The commonest days, and the boundaries of some cases: what the index answers, page by page, is what standing() says.
    const days = [...new Set(cases.slice(0, 12).flatMap(daysWorthAsking))].slice(0, 240);
    let late = 0;
    let found = 0;
    for (const [index, asOf] of days.entries()) {
      const against = index % 3 === 0 ? "original" : "current";
      const answer = await reads.overdue(publicReader, { asOf, against }, {});
      const read = answer.items
        .map(
          (item) =>
            `${item.followUp} ${item.kind} ${item.due} ${item.originalDue} ${item.daysOverdue} ${item.daysOverdueOriginal} ${item.responsible.id} ${item.position} ${item.reported} ${item.assessed} ${item.lifecycle}`,
        )
        .sort();
      expect(read).toEqual(lateBy(cases, asOf, against));
      expect(answer.total).toBe(read.length);
      expect(answer.totalsByAge).toEqual(ages(answer.items, against));
      late += read.length;
      // Each is found under all who answer for it, and nobody else.
      const item = answer.items[index % Math.max(1, answer.items.length)];
      if (item === undefined || index % 5 > 0) continue;
      const own = await reads.overdue(publicReader, { asOf, against, responsible: [item.responsible.id] }, {});
      expect(own.items.map(({ followUp, kind }) => `${followUp} ${kind}`)).toContain(`${item.followUp} ${item.kind}`);
      expect(own.total).toBe(answeredBy(cases, asOf, against, item.responsible.id));
      found += 1;
    }
    expect(late).toBeGreaterThan(1000);
    expect(found).toBeGreaterThan(30);
  });

  test("are the same after a rebuild, and a difference is found", { timeout: 120_000 }, async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 60, seed: 7 }));
    const rows = () => database.all("SELECT * FROM owed ORDER BY id");
    const before = await rows();
    expect(await rebuildProjections(database, settings)).toBeGreaterThanOrEqual(60);
    expect(await rows()).toEqual(before);
    await database.run(
      "UPDATE owed SET due = '2019-05-15' WHERE id = (SELECT min(id) FROM owed WHERE due IS NOT NULL)",
    );
    const { differences } = await checkProjections(database, settings);
    expect(differences.length).toBeGreaterThan(0);
    await rebuildProjections(database, settings);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });
});
