import { expect, test } from "vitest";
import { readTypedDay } from "../../src/time/typed-day.ts";

test("a day is read as people in Belgium write it, and one that does not exist is told apart", () => {
  for (const typed of ["31/12/2026", "31.12.2026", "31-12-2026", "2026-12-31", " 31 december 2026", "31 décembre 2026"])
    expect(readTypedDay(typed), typed).toEqual({ on: "2026-12-31" });
  for (const typed of ["1/3/2026", "1er mars 2026", "1. März 2026", "1 maart 2026", "1st March 2026"])
    expect(readTypedDay(typed), typed).toEqual({ on: "2026-03-01" });
  for (const typed of ["31/02/2026", "2026-02-31", "31 februari 2026", "12/31/2026", "2025-02-29", "0/1/2026"])
    expect(readTypedDay(typed), typed).toEqual({ fault: "noSuchDay" });
  for (const typed of ["", "soon", "31/12", "31/12/26", "december 2026", "31 foo 2026", "2026-12-31T10:00"])
    expect(readTypedDay(typed), typed).toEqual({ fault: "notADay" });
});
