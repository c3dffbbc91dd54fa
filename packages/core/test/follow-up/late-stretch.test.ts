import fc from "fast-check";
import { expect, test } from "vitest";
import { ageChanges, overduePeriods } from "../../src/follow-up/standing/overdue-period.ts";
import { project } from "../../src/follow-up/standing/projection.ts";
import { type Day, defaultSettings, standing } from "../../src/index.ts";
import { ageingBuckets } from "../../src/time/ageing.ts";
import { daysWorthAsking, followUpCases } from "../case-generator.ts";

test("a thing that is late for two years passes through every bucket, each for its own days", () => {
  const changes = ageChanges({ against: "both", due: "2022-01-31", from: "2022-02-01", until: "2024-02-01" });
  expect(changes.filter(({ by }) => by === 1).map(({ day, age }) => `${day} ${age}`)).toEqual([
    "2022-02-01 days1To30",
    "2022-03-03 days31To90",
    "2022-05-02 days91To180",
    "2022-07-31 days181To365",
    "2023-02-01 daysOver365",
  ]);
  expect(changes.filter(({ by }) => by === -1).at(-1)).toEqual({ day: "2024-02-01", age: "daysOver365", by: -1 });
});

test("what is late without end leaves no last bucket, and what became owed long after its due date begins there", () => {
  expect(ageChanges({ against: "both", due: "2010-01-01", from: "2022-02-01", until: "9999-12-31" })).toEqual([
    { day: "2022-02-01", age: "daysOver365", by: 1 },
  ]);
});

test("the sums of all changes up to a day count what standing() calls late on it, against both due dates", () => {
  let moved = 0;
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const stretches = project(followUpCase, defaultSettings).owed.flatMap(overduePeriods);
      if (stretches.some(({ against }) => against !== "both")) moved += 1;
      for (const day of daysWorthAsking(followUpCase)) {
        const owed = standing(followUpCase, day, defaultSettings)?.owed ?? [];
        for (const against of ["current", "original"] as const) {
          const sums = sumsOn(
            stretches.filter((each) => each.against === "both" || each.against === against),
            day,
          );
          const days = owed.map((item) => (against === "current" ? item.daysOverdue : item.daysOverdueOriginal));
          expect(sums).toEqual(
            [
              [1, 30],
              [31, 90],
              [91, 180],
              [181, 365],
              [366, Infinity],
            ].map(([least = 0, most = 0]) => days.filter((each) => least <= each && each <= most).length),
          );
        }
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(moved).toBeGreaterThan(2);
});

function sumsOn(stretches: ReturnType<typeof overduePeriods>, day: Day): number[] {
  const changes = stretches.flatMap(ageChanges).filter((change) => change.day <= day);
  return ageingBuckets.map((age) => changes.filter((each) => each.age === age).reduce((sum, { by }) => sum + by, 0));
}
