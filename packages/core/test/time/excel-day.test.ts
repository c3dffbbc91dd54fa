import { dayOfSerial } from "@heed/core/time/excel-day";
import { readDay } from "@heed/core/time/read-day";
import { expect, test } from "vitest";

test.each([
  [0, "1900-01-00"],
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [60, "1900-02-29"],
  [61, "1900-03-01"],
  [45386.75, "2024-04-04"],
  [2_958_465.9, "9999-12-31"],
])("Excel shows the number %d as %s", (serial, shown) => {
  expect(dayOfSerial(serial, "1900")).toBe(shown);
});

test("what stands for no day is none", () => {
  for (const serial of [-1, 2_958_466, Number.NaN]) expect(dayOfSerial(serial, "1900")).toBeUndefined();
  expect(dayOfSerial(0, "1904")).toBe("1904-01-01");
  expect(dayOfSerial(2_957_003, "1904")).toBe("9999-12-31");
});

test("a mapping may read them: the days that never were are refused with their reason", () => {
  expect(readDay("45386", "excel")).toEqual({ on: "2024-04-04", precision: "day" });
  expect(readDay("43924,5", "excel1904")).toEqual({ on: "2024-04-04", precision: "day" });
  expect(readDay("60", "excel")).toEqual({ unreadable: "is 1900-02-29 to Excel, which is not a day of the calendar" });
  expect(readDay("4/4/2024", "excel")).toEqual({ unreadable: "is not written as a day's number of Excel" });
  expect(readDay("99999999", "excel")).toMatchObject({ unreadable: expect.stringContaining("9999") });
});
