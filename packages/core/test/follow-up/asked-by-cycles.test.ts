import { describe, expect, test } from "vitest";
import { project } from "../../src/follow-up/standing/projection.ts";
import { yearToReport } from "../../src/follow-up/standing/year-to-report.ts";
import { type Day, type FollowUpCase, defaultSettings as settings, standing } from "../../src/index.ts";
import { aFollowUp, answered, movedTo, roundOf } from "../builders.ts";

/** The years without an update on a day, which standing() and the projection must agree on. */
function missed(followUpCase: FollowUpCase, asOf: Day): readonly number[] {
  const owed = standing(followUpCase, asOf, settings)?.owed.find(({ kind }) => kind === "update");
  const row = project(followUpCase, settings).owed.find(
    ({ kind, owedFrom, owedUntil }) => kind === "update" && owedFrom <= asOf && asOf < owedUntil,
  );
  expect(row?.missedYears ?? []).toEqual(owed?.missedYears ?? []);
  return owed?.missedYears ?? [];
}

describe("a cycle asks those whose response was due before it opened (D28)", () => {
  // Published on 18 October 2022: the response was due on 19 December, and the cycle about 2022 opened on 1 February
  // 2023.
  const cycles = [roundOf(2022)];

  test("and no move of that deadline which is decided later undoes it", () => {
    const moved = movedTo("2023-02-15", "2023-06-30", { kind: "response" });
    expect(missed(aFollowUp([moved], { cycles }), "2023-04-01")).toEqual([2022]);
    expect(missed(aFollowUp([moved, answered("2023-03-01", "accepted")], { cycles }), "2023-04-01")).toEqual([2022]);
  });

  test("one that was decided before it opened counts", () => {
    const moved = movedTo("2023-01-31", "2023-06-30", { kind: "response" });
    expect(missed(aFollowUp([moved], { cycles }), "2023-04-01")).toEqual([]);
  });

  test("without a period for the response, the first cycle about a year after the report's own asks", () => {
    const of = (publishedOn: Day, asked: number[]) =>
      aFollowUp([answered(publishedOn, "accepted")], {
        report: { responsePeriod: "none", reportingYear: 2021, publishedOn },
        cycles: asked.map(roundOf),
      });
    // Published the day before the cycle about its own year opened.
    expect(missed(of("2022-01-31", [2021, 2022]), "2022-12-31")).toEqual([]);
    expect(missed(of("2022-01-31", [2021, 2022]), "2023-04-01")).toEqual([2022]);
    // Published on the day on which the cycle about the next year opened, or after it: that cycle does not ask.
    expect(missed(of("2023-01-31", [2022]), "2023-04-01")).toEqual([2022]);
    expect(missed(of("2023-02-01", [2022]), "2023-04-01")).toEqual([]);
  });
});

test("an update is proposed for the year of the cycle that takes it, and not for the year in which it is written", () => {
  const year = (asOf: Day, cycles = [roundOf(2022), roundOf(2023)]) => {
    const followUpCase = aFollowUp([answered("2022-11-01", "accepted")], { cycles });
    const owed = standing(followUpCase, asOf, settings)?.owed ?? [];
    return yearToReport({ cycles: followUpCase.cycles, owed, day: asOf });
  };
  expect(year("2023-01-31")).toBe(2023);
  expect([year("2023-02-01"), year("2023-03-31")]).toEqual([2022, 2022]);
  // Missed, until the next cycle takes updates: one about its year is the last one asked.
  expect([year("2023-04-01"), year("2024-01-31"), year("2024-02-01")]).toEqual([2022, 2022, 2023]);
  expect(year("2024-02-01", [])).toBe(2024);
});
