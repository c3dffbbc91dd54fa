import {
  ageingBucket,
  type Day,
  defaultSettings,
  type FollowUpCase,
  overdueObligations,
  publicReader,
  standing,
} from "@heed/core";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { ageingBuckets } from "@heed/core/time/ageing";
import { checkProjections, rebuildProjections, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { mergeWaiting } from "../src/derived/count-changes.ts";
import { lateCounts } from "../src/derived/late-counts.ts";
import { progressCounts } from "../src/derived/progress-counts.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

const settings = defaultSettings;

/** What standing() says is overdue on a day, over all cases: the indexed read must give the same answer. */
function lateBy(cases: readonly FollowUpCase[], asOf: Day, against: "current" | "original") {
  return cases
    .flatMap((each) => {
      const derived = standing(each, asOf, settings);
      if (derived === undefined) return [];
      const late =
        against === "current"
          ? overdueObligations(derived)
          : derived.owed.filter(({ daysOverdueOriginal }) => daysOverdueOriginal > 0);
      return late.map(
        (item) =>
          `${each.followUp.id} ${item.kind} ${item.due} ${item.originalDue} ${item.daysOverdue} ${item.daysOverdueOriginal} ${item.kind === "verification" ? derived.issuingBody.organization : derived.responsible.organization} ${derived.position} ${derived.reported} ${derived.assessed} ${derived.lifecycle}`,
      );
    })
    .sort();
}

/** How many overdue things an organization has on a day, as the responsible one or as a candidate. */
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
          ? overdueObligations(derived)
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
    const generated = fc.sample(followUpCases, { numRuns: samplesOn(database, 200), seed: 20261124 });
    const cases = await databaseOfCases(database, generated);
    const reads = trackerReads(database);

    const check = await checkProjections(database, settings);
    expect(check.differences).toEqual([]);
    expect(check.followUps).toBe(cases.length);

    // The most frequent days, and the boundaries of some cases: the indexed read must answer, page by page, what
    // standing() says.
    const days = [...new Set(cases.slice(0, 12).flatMap(daysWorthAsking))].slice(0, 120);
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
      // Each is found under every responsible organization or candidate, and under no other.
      const item = answer.items[index % Math.max(1, answer.items.length)];
      if (item === undefined || index % 5 > 0) continue;
      const own = await reads.overdue(publicReader, { asOf, against, responsible: [item.responsible.id] }, {});
      expect(own.items.map(({ followUp, kind }) => `${followUp} ${kind}`)).toContain(`${item.followUp} ${item.kind}`);
      expect(own.total).toBe(answeredBy(cases, asOf, against, item.responsible.id));
      found += 1;
    }
    expect(late).toBeGreaterThan(samplesOn(database, 1000));
    expect(found).toBeGreaterThan(samplesOn(database, 15));
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

  test.each([
    [
      "a count that is gone",
      "DELETE FROM late_count WHERE period = 'day' AND starts = (SELECT min(starts) FROM late_count WHERE period = 'day')",
      "late counts",
    ],
    [
      "a year that is not the sum of its days",
      "UPDATE late_count SET late_1 = late_1 + 1 WHERE period = 'year'",
      "late counts",
    ],
    [
      "a difference that nobody made",
      "INSERT INTO late_change SELECT 'both', 'response', '2020-05-05', 1, 0, 0, 0, 0",
      "late counts",
    ],
    [
      "a late thing missing from its year",
      "DELETE FROM late_year WHERE owed_id = (SELECT min(owed_id) FROM late_year)",
      "late years",
    ],
    [
      "a late thing in a year that is not its own",
      "UPDATE late_year SET year = year + 20 WHERE owed_id = (SELECT min(owed_id) FROM late_year)",
      "late years",
    ],
    [
      "a change that is gone",
      "DELETE FROM follow_up_change WHERE kind = 'answered' AND day = (SELECT max(day) FROM follow_up_change WHERE kind = 'answered')",
      "change rows",
    ],
    [
      "a change of another kind",
      "UPDATE follow_up_change SET kind = 'closed' WHERE kind = 'promised'",
      "change rows, kind",
    ],
    [
      "a count of progress that is gone",
      "DELETE FROM progress_count WHERE period = 'day' AND starts = (SELECT min(starts) FROM progress_count WHERE period = 'day')",
      "progress counts",
    ],
    [
      "a month of progress that is not the sum of its days",
      "UPDATE progress_count SET not_assessed = not_assessed + 1 WHERE period = 'month'",
      "progress counts",
    ],
  ])("%s is found, and put right by a rebuild", { timeout: 60_000 }, async (_, harm, field) => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 12, seed: 11 }));
    for (const counts of [lateCounts, progressCounts]) await database.transaction((sql) => mergeWaiting(sql, counts));
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect(await database.run(harm)).toBeGreaterThan(0);
    expect((await checkProjections(database, settings)).differences.map((each) => each.field)).toContain(field);
    await rebuildProjections(database, settings);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("page by page, of one kind and from some days late, the list is the whole one cut", {
    timeout: 60_000,
  }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 40, seed: 5 }));
    const reads = trackerReads(database);
    const days = [...new Set(cases.slice(0, 4).flatMap(daysWorthAsking))].slice(0, 12);
    let pages = 0;
    for (const asOf of days)
      for (const against of ["current", "original"] as const) {
        const whole = await reads.overdue(publicReader, { asOf, against }, {});
        const items: OverdueItem[] = [];
        let after: string | undefined;
        do {
          const page = await reads.overdue(publicReader, { asOf, against }, { limit: 3, ...(after && { after }) });
          expect(page.total).toBe(whole.total);
          items.push(...page.items);
          after = page.next;
          pages += 1;
        } while (after !== undefined);
        expect(items).toEqual(whole.items);
        const daysLate = (item: OverdueItem) => (against === "current" ? item.daysOverdue : item.daysOverdueOriginal);
        for (const minDaysOverdue of [0, 31, 40, 400]) {
          const some = await reads.overdue(publicReader, { asOf, against, minDaysOverdue, kind: ["update"] }, {});
          const expected = whole.items.filter((item) => item.kind === "update" && daysLate(item) >= minDaysOverdue);
          expect(some.items).toEqual(expected);
          expect(some.total).toBe(expected.length);
          expect(some.totalsByAge).toEqual(ages(expected, against));
        }
      }
    expect(pages).toBeGreaterThan(30);
  });
});
