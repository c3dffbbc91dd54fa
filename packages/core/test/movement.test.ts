import { describe, expect, it, test } from "vitest";
import { comparisonOf } from "../src/comparison/comparison.ts";
import { type ComparedAnswers, movementOf } from "../src/comparison/movement.ts";
import type { ReportingCycle } from "../src/cycle/reporting-cycle.ts";
import { cycleComparison } from "../src/cycle-comparison/cycle-comparison.ts";

const open = (assessed: ComparedAnswers["assessed"]) => ({ assessed, lifecycle: "open" as const });
const closed = (assessed: ComparedAnswers["assessed"]) => ({ assessed, lifecycle: "closed" as const });

test.each([
  [undefined, closed("fullyImplemented"), "added"],
  [open("underWay"), closed("notStarted"), "closed"],
  [closed("fullyImplemented"), open("underWay"), "reopened"],
  [open("underWay"), open("partiallyImplemented"), "advanced"],
  [closed("underWay"), closed("partiallyImplemented"), "advanced"],
  [open("partiallyImplemented"), open("contraryAction"), "slipped"],
  [open("notAssessed"), open("notStarted"), "foundOtherwise"],
  [open("underWay"), open("noLongerApplicable"), "foundOtherwise"],
  [open("alternativeAction"), open("fullyImplemented"), "unchanged"],
  [open("underWay"), { ...open("underWay"), lifecycle: "pendingVerification" as const }, "unchanged"],
  [open("notAssessed"), open("notAssessed"), "unchanged"],
] as const)("from %j to %j is %s", (before, after, movement) => {
  expect(movementOf(before, after)).toBe(movement);
});

describe("two days side by side", () => {
  it("count each answer on both, and each follow-up of the last day in one movement", () => {
    const was: ComparedAnswers = {
      position: "awaiting",
      reported: "notReported",
      assessed: "notAssessed",
      lifecycle: "open",
    };
    const is: ComparedAnswers = { position: "accepted", reported: "underWay", assessed: "underWay", lifecycle: "open" };
    const { before, after, totalsByMovement } = comparisonOf([
      { before: was, after: is, count: 3 },
      { before: undefined, after: is, count: 2 },
      { before: was, after: was, count: 4 },
    ]);
    expect(before).toMatchObject({ followUps: 7, byPosition: { awaiting: 7, accepted: 0 } });
    expect(after).toMatchObject({
      followUps: 9,
      byPosition: { awaiting: 4, accepted: 5 },
      byAssessed: { underWay: 5 },
    });
    expect(totalsByMovement).toMatchObject({ foundOtherwise: 3, added: 2, unchanged: 4, closed: 0 });
    expect(Object.values(totalsByMovement).reduce((sum, count) => sum + count, 0)).toBe(after.followUps);
  });
});

describe("a reporting cycle against the one before", () => {
  const cycle = (year: number, more: Partial<ReportingCycle> = {}): ReportingCycle => ({
    ...{ id: `c${year}${more.issuingBody ?? ""}`, issuingBody: "centre", year, opensOn: `${year + 1}-01-10` },
    ...{ updatesDueOn: `${year + 1}-03-31`, assessmentsDueOn: `${year + 1}-06-30`, ...more },
  });
  const daysOf = async (all: readonly ReportingCycle[], asOf: string) => {
    const reads = {
      reportingCyclesNamed: async (text: string) => all.filter(({ year }) => String(year) === text).map(({ id }) => id),
      organizationChanges: async () => [
        {
          ...{
            id: "split",
            type: "split" as const,
            on: "2014-03-15",
            originals: ["old"],
            recordedAt: "2014-03-15T08:00:00Z",
          },
          results: [{ organization: "centre", themes: [] }],
        },
      ],
      reportingCycle: async (id: string) => {
        const found = all.find((each) => each.id === id);
        return found && { cycle: found, version: 1, hasSnapshot: false, followUps: 0 };
      },
    };
    const days = await cycleComparison(reads, all[0] as ReportingCycle, asOf);
    return days && [days.from, days.to, days.before?.id];
  };

  it("goes by the days on which they were closed, or else their assessments were due", async () => {
    const before = cycle(2013, { closedOn: "2014-07-15" });
    expect(await daysOf([cycle(2014), before], "2016-01-01")).toEqual(["2014-07-15", "2015-06-30", "c2013"]);
    expect(await daysOf([cycle(2014, { closedOn: "2015-08-01" }), before], "2016-01-01")).toEqual([
      "2014-07-15",
      "2015-08-01",
      "c2013",
    ]);
  });

  it("goes until the day asked about where it has not ended, and begins a year before without another", async () => {
    expect(await daysOf([cycle(2014)], "2015-02-01")).toEqual(["2014-02-01", "2015-02-01", undefined]);
    expect(await daysOf([cycle(2014), cycle(2013, { issuingBody: "other" })], "2015-02-01")).toEqual([
      "2014-02-01",
      "2015-02-01",
      undefined,
    ]);
    expect(await daysOf([cycle(2014)], "2015-01-09")).toBeUndefined();
  });

  it("is compared with a cycle of the body that it came from", async () => {
    const old = cycle(2013, { issuingBody: "old", closedOn: "2014-03-14" });
    expect(await daysOf([cycle(2014), old], "2016-01-01")).toEqual(["2014-03-14", "2015-06-30", old.id]);
  });
});
