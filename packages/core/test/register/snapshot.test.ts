import { expect, test } from "vitest";
import { type Entry, type FollowUpCase, defaultSettings as settings } from "../../src/index.ts";
import { snapshotRow } from "../../src/register/snapshot.ts";
import { aFollowUp, answered, claimed, closed, found, given, roundOf, updated } from "../builders.ts";

const cycle = { ...roundOf(2022), closedOn: "2023-11-30" };
const accepted = answered("2022-12-01", "accepted");
const unknownDay = (entry: Entry, days: object): Entry => {
  const { givenOn: _, ...rest } = entry;
  return { ...rest, ...days } as Entry;
};
const update = (entries: readonly Entry[], change: Partial<FollowUpCase["report"]> = {}) =>
  snapshotRow(aFollowUp(entries, { cycles: [cycle], report: change }), "1", cycle, settings)?.update;

test.each([
  ["on its due date", "onTime", [updated("2023-03-31", 2022)]],
  ["the day after", "late", [updated("2023-04-01", 2022)]],
  ["for a later year, late", "late", [updated("2023-06-01", 2023)]],
  ["for a later year, in time", "onTime", [updated("2023-03-01", 2023)]],
  ["for an earlier year alone", "missing", [updated("2023-03-01", 2021)]],
  ["never", "missing", []],
  ["never, and closed as withdrawn since", "missing", [closed("2023-05-01", "withdrawn")]],
  ["never, and closed on the due date", "notOwed", [closed("2023-03-31", "withdrawn")]],
  ["never, and rejected since", "missing", [answered("2023-05-01", "rejected")]],
  ["never, and rejected before", "notOwed", [answered("2023-03-01", "rejected")]],
  ["late, and rejected before", "notOwed", [answered("2023-03-01", "rejected"), updated("2023-06-01", 2022)]],
  ["never, and claimed done for an earlier year since", "missing", [claimed("2023-05-01", "2021-12-31")]],
  ["by a claim in time", "onTime", [claimed("2023-03-01", "2022-12-31")]],
  [
    "late, and then found done and closed",
    "late",
    [
      claimed("2023-05-01", "2022-12-31"),
      found("2023-06-01", "fullyImplemented", "2022-12-31"),
      closed("2023-07-01", "implemented"),
    ],
  ],
  [
    "on an unknown day after the due date",
    "late",
    [unknownDay(updated("2023-09-01", 2022), { knownBy: "2023-09-01", knownAfter: "2023-05-01" })],
  ],
  ["on an unknown day", "undetermined", [unknownDay(updated("2023-09-01", 2022), { knownBy: "2023-09-01" })]],
  [
    "perhaps, by a day after the closing",
    "undetermined",
    [unknownDay(updated("2024-01-01", 2022), { knownBy: "2024-01-01" })],
  ],
  [
    "never, and rejected on an unknown day",
    "undetermined",
    [unknownDay(answered("2023-09-01", "rejected"), { knownBy: "2023-09-01" })],
  ],
  [
    "never, for information only since",
    "missing",
    [given("roleChange", "2023-05-01", { role: "forInformation", reason: "x" })],
  ],
] as [string, string, Entry[]][])("the update of a frozen cycle, given %s: %s", (_, expected, entries) => {
  expect(update([accepted, ...entries])).toBe(expected);
});

test("what a cycle never asked is not owed, however late it came", () => {
  expect(update([updated("2023-10-05", 2022)], { publishedOn: "2023-10-01", reportingYear: 2022 })).toBe("notOwed");
  expect(update([], { publishedOn: "2023-01-15" })).toBe("notOwed");
});
