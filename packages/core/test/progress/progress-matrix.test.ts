import fc from "fast-check";
import { expect, test } from "vitest";
import { project } from "../../src/follow-up/standing/projection.ts";
import { defaultSettings, standing } from "../../src/index.ts";
import { assessedChanges, progressMatrixOf } from "../../src/progress/progress-matrix.ts";
import { daysWorthAsking, followUpCases } from "../case-generator.ts";

test("the matrix sums up each addressee, with its years in order, and leaves out what is empty", () => {
  expect(
    progressMatrixOf([
      { addressee: "justice", reportingYear: 2021, byAssessed: { notAssessed: 2, underWay: 1 } },
      { addressee: "interior", reportingYear: 2020, byAssessed: {} },
      { addressee: "justice", reportingYear: 2019, byAssessed: { underWay: 3 } },
    ]),
  ).toEqual([
    {
      addressee: "justice",
      followUps: 6,
      byAssessed: { underWay: 4, notAssessed: 2 },
      reportingYears: [
        { reportingYear: 2019, followUps: 3, byAssessed: { underWay: 3 } },
        { reportingYear: 2021, followUps: 3, byAssessed: { notAssessed: 2, underWay: 1 } },
      ],
    },
  ]);
});

test("the sums of all changes up to a day count a follow-up once, at the level of its standing, unless it is for information", () => {
  let levels = 0;
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const changes = project(followUpCase, defaultSettings).standings.flatMap(assessedChanges);
      for (const day of daysWorthAsking(followUpCase)) {
        const sums = new Map<string, number>();
        for (const { assessed, by } of changes.filter((change) => change.day <= day))
          sums.set(assessed, (sums.get(assessed) ?? 0) + by);
        const derived = standing(followUpCase, day, defaultSettings);
        const expected = derived === undefined || derived.role === "forInformation" ? [] : [[derived.assessed, 1]];
        expect([...sums].filter(([, count]) => count !== 0)).toEqual(expected);
        if (derived?.assessed !== "notAssessed") levels += 1;
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(levels).toBeGreaterThan(100);
});
