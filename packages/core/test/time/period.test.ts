import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, ageingBucket, daysBetween, endOfPeriod, isWorkingDay } from "../../src/index.ts";
import { dayIn, dayOfWeek } from "../../src/time/day.ts";

describe("periods by Regulation 1182/71", () => {
  test.each([
    // The day of the event does not count; an end on an ordinary weekday is not moved.
    ["2022-10-18", 2, "months", "2022-12-19", "18 December 2022 is a Sunday"],
    ["2022-10-17", 2, "months", "2022-12-19", "17 December 2022 is a Saturday"],
    ["2022-10-19", 2, "months", "2022-12-19", "a Monday"],
    ["2019-12-31", 2, "months", "2020-03-02", "February lacks the 31st; 29 February 2020 is a Saturday"],
    ["2014-12-31", 2, "months", "2015-03-02", "28 February 2015 is a Saturday"],
    ["2023-02-01", 2, "months", "2023-04-03", "1 April 2023 is a Saturday"],
    ["2023-02-10", 2, "months", "2023-04-11", "10 April 2023 is Easter Monday"],
    ["2023-03-18", 2, "months", "2023-05-19", "18 May 2023 is Ascension Day"],
    ["2023-03-29", 2, "months", "2023-05-30", "29 May 2023 is Whit Monday"],
    ["2023-05-21", 2, "months", "2023-07-24", "21 July 2023, a Friday, is the national day"],
    ["2022-09-11", 2, "months", "2022-11-14", "11 November 2022 is a Friday and a holiday"],
    ["2021-10-25", 2, "months", "2021-12-27", "Christmas on a Saturday"],
    ["2020-02-29", 1, "years", "2021-03-01", "2021 lacks 29 February; its 28th is a Sunday"],
    ["2023-07-24", 56, "days", "2023-09-18", "a Monday"],
    ["2023-07-22", 56, "days", "2023-09-18", "16 September 2023 is a Saturday"],
    ["2023-12-22", 2, "days", "2023-12-27", "two working days: the 26th and the 27th"],
    ["2023-12-29", 2, "days", "2024-01-03", "two working days: 2 and 3 January"],
  ] as const)("from %s, %i %s end on %s: %s", (from, amount, unit, end, _why) => {
    expect(endOfPeriod(from, { amount, unit }, "eu1182")).toBe(end);
  });

  test("the plain calendar moves for no holiday", () => {
    expect(endOfPeriod("2022-10-18", { amount: 2, unit: "months" }, "calendar")).toBe("2022-12-18");
    expect(endOfPeriod("2019-12-31", { amount: 2, unit: "months" }, "calendar")).toBe("2020-02-29");
    expect(endOfPeriod("2023-08-06", { amount: 56, unit: "days" }, "calendar")).toBe("2023-10-01");
    expect(endOfPeriod("2023-12-22", { amount: 2, unit: "weeks" }, "calendar")).toBe("2024-01-05");
  });

  const days = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays("1930-01-01", offset));
  const periods = fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom("days" as const, "weeks" as const, "months" as const, "years" as const),
  });

  test("a period never ends on a Saturday, Sunday or holiday, and never before the plain one", () => {
    fc.assert(
      fc.property(days, periods, (from, period) => {
        const end = endOfPeriod(from, period, "eu1182");
        const plain = endOfPeriod(from, period, "calendar");
        expect(isWorkingDay(end)).toBe(true);
        expect(end >= plain).toBe(true);
        expect(daysBetween(plain, end)).toBeLessThanOrEqual(6);
      }),
    );
  });

  test("a later event never ends a period earlier", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), periods, (from, by, period) => {
        const later = endOfPeriod(addDays(from, by), period, "eu1182");
        expect(later >= endOfPeriod(from, period, "eu1182")).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  const days = fc.integer({ min: 0, max: 200_000 }).map((offset) => addDays("1700-01-01", offset));

  test("are counted as Temporal counts them", () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: -5000, max: 5000 }), (a, b, by) => {
        const date = Temporal.PlainDate.from(a);
        expect(addDays(a, by)).toBe(date.add({ days: by }).toString());
        expect(addMonths(a, by)).toBe(date.add({ months: by }).toString());
        expect(daysBetween(a, b)).toBe(date.until(b, { largestUnit: "days" }).days);
        expect(dayOfWeek(a)).toBe(date.dayOfWeek);
      }),
    );
  });

  test("a moment is the day that the time zone has then (D10)", () => {
    expect(dayIn("Europe/Brussels", "2015-06-30T22:30:00Z")).toBe("2015-07-01");
    expect(dayIn("Europe/Brussels", "2015-12-31T22:30:00Z")).toBe("2015-12-31");
    expect(dayIn("Europe/London", "2015-06-30T22:30:00Z")).toBe("2015-06-30");
  });

  test("the holidays of 2024 are not working days", () => {
    const holidays = ["01-01", "04-01", "05-01", "05-09", "05-20", "07-21", "08-15", "11-01", "11-11", "12-25"];
    for (const each of holidays) expect(isWorkingDay(`2024-${each}`)).toBe(false);
    expect(isWorkingDay("2024-12-26")).toBe(true);
    expect(isWorkingDay("2024-03-29")).toBe(true);
  });

  test.each([
    [0, undefined],
    [1, "days1To30"],
    [30, "days1To30"],
    [31, "days31To90"],
    [90, "days31To90"],
    [91, "days91To180"],
    [180, "days91To180"],
    [181, "days181To365"],
    [365, "days181To365"],
    [366, "daysOver365"],
  ])("%i days late are in the bucket %s", (days, bucket) => {
    expect(ageingBucket(days)).toBe(bucket);
  });
});
