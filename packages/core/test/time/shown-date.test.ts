import { expect, test } from "vitest";
import { dateText, type Precision, readVagueDate } from "../../src/index.ts";
import { DateValue, readDate } from "../../src/mapping/date-value.ts";
import { givenForm, givenFormText } from "../../src/time/shown-date.ts";

const exported = DateValue.parse({ column: "due", vague: true });

test.each<[on: string, precision: Precision, shown: string]>([
  ["2025-05-31", "quarter", "spring 2025"],
  ["2025-08-31", "quarter", "summer 2025"],
  ["2025-11-30", "quarter", "autumn 2025"],
  ["2026-02-28", "quarter", "winter 2025-2026"],
  ["2024-02-29", "quarter", "winter 2023-2024"],
  ["2025-03-31", "quarter", "first quarter of 2025"],
  ["2025-12-31", "quarter", "fourth quarter of 2025"],
  ["2025-12-31", "semester", "second half of 2025"],
  ["2025-06-30", "month", "2025-06"],
  ["2025-12-31", "year", "2025"],
])("%s known to the %s is shown as %s", (on, precision, shown) => {
  expect(dateText(on, precision)).toBe(shown);
});

test.each<[on: string, precision: Precision]>([
  ["2025-04-30", "quarter"],
  ["2025-05-30", "quarter"],
  ["2025-05-31", "semester"],
  ["2025-06-15", "month"],
  ["2025-06-30", "year"],
])("%s ends no %s, and is shown as the day that it is", (on, precision) => {
  expect(dateText(on, precision)).toBe(on);
});

test("a season counts as a whole period", () => {
  const given = givenForm({ after: "2025-02-28", by: "2025-05-31", byPrecision: "quarter" });
  expect(givenFormText(given, dateText)).toBe("in spring 2025");
});

const periods = [
  ..."January February March April May June July August September October November December".split(" "),
  ..."spring summer autumn winter printemps été automne hiver lente zomer herfst winter Frühling Sommer Herbst".split(
    " ",
  ),
  ..."Q1 Q2 Q3 Q4 H1 H2".split(" "),
  "end of",
  "30 June",
];

test.each(periods)("%s of any year comes back from an export as the same date", (period) => {
  for (let year = 1900; year < 2199; year += 1) {
    const read = readVagueDate(`${period} ${year}`);
    if (read === undefined) throw new Error(`${period} ${year} is read as no date`);
    const { on, precision } = read;
    expect(readDate(dateText(on, precision), exported)).toMatchObject({ on, precision });
  }
});
