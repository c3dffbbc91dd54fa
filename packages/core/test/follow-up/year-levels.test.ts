import { type Entry, defaultSettings as settings, yearLevels } from "@heed/core";
import { expect, test } from "vitest";

const base = { recordedAt: "2024-01-01T00:00:00Z", evidence: [] };
const update = (id: string, reportingYear: number, level: string, asOf: string, more = {}) =>
  ({ ...base, id, type: "progressUpdate", claim: false, reportingYear, level, asOf, givenOn: asOf, ...more }) as Entry;
const assessment = (id: string, reportingYear: number, level: string, asOf: string) =>
  ({ ...base, id, type: "assessment", method: "statementOnly", reportingYear, level, asOf, givenOn: asOf }) as Entry;

test("the two voices stand side by side, year by year, as given by a day", () => {
  const entries = [
    update("a", 2022, "underWay", "2022-06-30"),
    update("b", 2022, "partiallyImplemented", "2022-12-31"),
    // Given later, about an earlier situation: the level of the latest situation counts (D17).
    update("c", 2022, "announced", "2022-03-31", { givenOn: "2023-02-01" }),
    update("d", 2023, "fullyImplemented", "2023-12-31"),
    update("e", 2023, "underWay", "2023-12-31", { corrects: "d" }),
    assessment("f", 2023, "notStarted", "2024-03-01"),
  ];
  expect(yearLevels(entries, "2024-04-04", settings)).toEqual([
    { reportingYear: 2022, reported: "partiallyImplemented" },
    { reportingYear: 2023, reported: "underWay", assessed: "notStarted" },
  ]);
  expect(yearLevels(entries, "2022-12-30", settings)).toEqual([{ reportingYear: 2022, reported: "underWay" }]);
});
