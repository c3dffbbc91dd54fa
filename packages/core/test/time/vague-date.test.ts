import fc from "fast-check";
import { expect, test } from "vitest";
import { type Precision, readVagueDate } from "../../src/index.ts";
import { readDate } from "../../src/mapping/date-value.ts";
import { readDay } from "../../src/time/read-day.ts";
import { firstDayOf } from "../../src/time/shown-date.ts";

const table: [wording: string, on: string, precision: Precision][] = [
  ["second quarter 2025", "2025-06-30", "quarter"],
  ["Second quarter of 2025", "2025-06-30", "quarter"],
  ["the 1st quarter of the year 2024", "2024-03-31", "quarter"],
  ["Q2 2025", "2025-06-30", "quarter"],
  ["2025-Q4", "2025-12-31", "quarter"],
  ["last quarter of 2025", "2025-12-31", "quarter"],
  ["Spring 2025", "2025-05-31", "quarter"],
  ["summer 2025", "2025-08-31", "quarter"],
  ["in the autumn of 2025", "2025-11-30", "quarter"],
  ["winter 2023", "2024-02-29", "quarter"],
  ["winter 2025-2026", "2026-02-28", "quarter"],
  ["Winter 2025/26", "2026-02-28", "quarter"],
  ["winter 2031/32", "2032-02-29", "quarter"],
  ["hiver 2098/99", "2099-02-28", "quarter"],
  ["winter 2099/00", "2100-02-28", "quarter"],
  ["winter 2101-2102", "2102-02-28", "quarter"],
  ["winter 2199-2200", "2200-02-28", "quarter"],
  ["June 2025", "2025-06-30", "month"],
  ["February 2024", "2024-02-29", "month"],
  ["end of June 2025", "2025-06-30", "month"],
  ["2025-06", "2025-06-30", "month"],
  ["end of 2025", "2025-12-31", "year"],
  ["by the end of 2025", "2025-12-31", "year"],
  ["before the end of 2025", "2025-12-31", "year"],
  ["2025", "2025-12-31", "year"],
  ["first half of 2025", "2025-06-30", "semester"],
  ["H2 2025", "2025-12-31", "semester"],
  ["30 June 2025", "2025-06-30", "day"],
  ["June 30, 2025", "2025-06-30", "day"],
  ["1st July 2025", "2025-07-01", "day"],
  ["2e trimestre 2025", "2025-06-30", "quarter"],
  ["deuxième trimestre de 2025", "2025-06-30", "quarter"],
  ["T3 2025", "2025-09-30", "quarter"],
  ["au printemps 2025", "2025-05-31", "quarter"],
  ["été 2025", "2025-08-31", "quarter"],
  ["fin de l’année 2025", "2025-12-31", "year"],
  ["d'ici fin juin 2025", "2025-06-30", "month"],
  ["premier semestre 2025", "2025-06-30", "semester"],
  ["1er juillet 2025", "2025-07-01", "day"],
  ["avant la fin de 2025", "2025-12-31", "year"],
  ["août 2025", "2025-08-31", "month"],
  ["tweede kwartaal 2025", "2025-06-30", "quarter"],
  ["3de kwartaal van 2025", "2025-09-30", "quarter"],
  ["K1 2025", "2025-03-31", "quarter"],
  ["voorjaar 2025", "2025-05-31", "quarter"],
  ["najaar 2025", "2025-11-30", "quarter"],
  ["eind juni 2025", "2025-06-30", "month"],
  ["tegen eind 2025", "2025-12-31", "year"],
  ["eerste helft van 2025", "2025-06-30", "semester"],
  ["in de loop van 2025", "2025-12-31", "year"],
];

test.each(table)("%s counts to %s", (wording, on, precision) => {
  expect(readVagueDate(wording)).toEqual({ on, precision, wording });
});

test.each([
  "ongoing",
  "as soon as possible",
  "",
  "before summer 2025",
  "avant l'été 2025",
  "fifth quarter 2025",
  "Q5 2025",
  "third half of 2025",
  "31 February 2025",
  "2025-13",
  "quarter 2025",
  "June",
  "2025-2026",
  "since June 2025",
  "end of 30 June 2025",
])("%j names no period", (wording) => {
  expect(readVagueDate(wording)).toBeUndefined();
});

test("a plain day is no wording, and a language keeps the words of the others out", () => {
  expect(readVagueDate("2025-06-30")).toEqual({ on: "2025-06-30", precision: "day" });
  expect(readVagueDate("tweede kwartaal 2025", { language: "nl" })?.on).toBe("2025-06-30");
  expect(readVagueDate("tweede kwartaal 2025", { language: "fr" })).toBeUndefined();
});

test("any text gives a date of its own year or the next, or nothing", () => {
  const words = "first second quarter half end of spring winter june fin de trimestre mei kwartaal 2025 31 q3 -".split(
    " ",
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 5 }), (some) => {
      const date = readVagueDate(some.join(" "));
      if (date !== undefined) expect(date.on).toMatch(/^202[56]-\d\d-\d\d$/);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void readVagueDate(text)));
});

test.each([
  ["31/12/2020", "dd/MM/yyyy", "2020-12-31"],
  ["29/02/2020", "dd/MM/yyyy", "2020-02-29"],
  ["2020-02-29", "yyyy-MM-dd", "2020-02-29"],
  ["1.2.2020", "d.M.yyyy", "2020-02-01"],
  ["12/31/2020", "MM/dd/yyyy", "2020-12-31"],
  ["1 Janvier 2019", "d MMMM yyyy", "2019-01-01"],
  ["1 août 2019", "d MMMM yyyy", "2019-08-01"],
  ["20200229", "yyyyMMdd", "2020-02-29"],
])("%s as %s is %s", (text, format, on) => {
  expect(readDay(` ${text} `, format)).toEqual({ on, precision: "day" });
});

test("a format without a day counts to the end of its period", () => {
  expect(readDay("2010", "yyyy")).toEqual({ on: "2010-12-31", precision: "year" });
  expect(readDay("02/2020", "MM/yyyy")).toEqual({ on: "2020-02-29", precision: "month" });
});

test.each([
  ["31/02/2020", "dd/MM/yyyy", "is not a day of the calendar: 2020-02 has 29 days"],
  ["00/02/2020", "dd/MM/yyyy", "is not a day of the calendar: 2020-02 has 29 days"],
  ["01/13/2020", "dd/MM/yyyy", "has no month of the calendar (13)"],
  ["1/2/2020", "dd/MM/yyyy", "is not written as dd/MM/yyyy"],
  ["2022-0339", "dd/MM/yyyy", "is not written as dd/MM/yyyy"],
  [
    "1 Brumaire 2019",
    "d MMMM yyyy",
    "has no month of the calendar: Brumaire is none in English, French, Dutch or German",
  ],
  ["01/01/20", "dd/MM/yyy", "is not a date format: yyy is not one of d, dd, M, MM, MMM, MMMM, yy and yyyy"],
  ["01/2020", "dd/yyyy", "is not a date format: it has no month"],
])("%s as %s %s", (text, format, unreadable) => {
  expect(readDay(text, format)).toEqual({ unreadable });
});

test.each([
  "winter 2031/33",
  "summer 2031/32",
  "2031/32",
  "2031-00",
  "2031-00-12",
  "0 March 2031",
  "45 March 2031",
  "0 quarter 2031",
])("%s is no date", (wording) => {
  expect(readVagueDate(wording)).toBeUndefined();
});

test("the last day of the calendar is a day, and ends its month and year", () => {
  for (const [text, format, precision] of [
    ["9999-12-31", "yyyy-MM-dd", "day"],
    ["12/9999", "MM/yyyy", "month"],
    ["9999", "yyyy", "year"],
  ] as const)
    expect(readDay(text, format)).toEqual({ on: "9999-12-31", precision });
  expect(firstDayOf("9999-12-31", "month")).toBe("9999-12-01");
  expect(firstDayOf("9999-12-31", "year")).toBe("9999-01-01");
  expect(readDay("9999-12-32", "yyyy-MM-dd")).toEqual({
    unreadable: "is not a day of the calendar: 9999-12 has 31 days",
  });
});

test("the reason for a date that is not read tells that words are read too, where they are", () => {
  const date = { formats: ["dd/MM/yyyy"], vague: true };
  expect(readDate("soonish 2026", date)).toEqual({
    unreadable: expect.stringMatching(/^is not written as dd\/MM\/yyyy; dates in words are read too, such as /),
  });
  expect(readDate("soonish 2026", { ...date, vague: false })).toEqual({ unreadable: "is not written as dd/MM/yyyy" });
});
