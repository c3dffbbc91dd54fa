import { expect, test } from "vitest";
import { DueDate, readVagueDate } from "../../src/index.ts";

const years = [2023, 2024, 2025];
const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));

test.each(
  years.flatMap((year) => [
    `${year}`,
    ...months.map((month) => `${year}-${month}`),
    ...[1, 2, 3, 4].map((quarter) => `Q${quarter} ${year}`),
    ...["H1", "H2", "spring", "summer", "autumn", "winter"].map((part) => `${part} ${year}`),
  ]),
)("what %s is read as is taken", (wording) => {
  const read = readVagueDate(wording);
  expect(read).toBeDefined();
  expect(DueDate.parse(read)).toEqual(read);
});

test.each([
  ["2027-02-01", "quarter"],
  ["2027-01-31", "quarter"],
  ["2027-01-01", "year"],
  ["2027-06-30", "year"],
  ["2027-12-30", "year"],
  ["2027-01-01", "semester"],
  ["2027-03-31", "semester"],
  ["2027-03-05", "month"],
  ["2028-02-28", "month"],
])("%s ends no %s", (on, precision) => {
  expect(DueDate.safeParse({ on, precision }).error?.issues.map(({ path }) => path)).toEqual([["on"]]);
});

test("a plain day is any day, and the calendar's last day ends every period", () => {
  expect(DueDate.parse({ on: "2027-02-01" })).toEqual({ on: "2027-02-01", precision: "day" });
  for (const precision of ["month", "quarter", "semester", "year"])
    expect(DueDate.safeParse({ on: "9999-12-31", precision }).success).toBe(true);
  expect(DueDate.safeParse({ on: "2027-02-30", precision: "month" }).error?.issues).toHaveLength(1);
});
