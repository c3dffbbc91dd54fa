import { expect, test } from "vitest";
import { dateIn } from "../src/language/dates.ts";

test.each([
  ["2015-06-30", "day", "30 juni 2015", "30 juin 2015", "30. Juni 2015", "30 June 2015"],
  ["2015-12-01", "day", "1 december 2015", "1er décembre 2015", "1. Dezember 2015", "1 December 2015"],
  ["2015-06-30", "month", "juni 2015", "juin 2015", "Juni 2015", "June 2015"],
  [
    "2015-06-30",
    "quarter",
    "het tweede kwartaal van 2015",
    "deuxième trimestre 2015",
    "zweites Quartal 2015",
    "second quarter of 2015",
  ],
  [
    "2015-06-30",
    "semester",
    "de eerste helft van 2015",
    "premier semestre 2015",
    "erstes Halbjahr 2015",
    "first half of 2015",
  ],
  ["2015-05-31", "quarter", "lente 2015", "printemps 2015", "Frühling 2015", "spring 2015"],
  ["2015-12-31", "year", "2015", "2015", "2015", "2015"],
] as const)("%s as a %s is written as readers of each language write it", (on, precision, nl, fr, de, en) => {
  expect([
    dateIn("nl", on, precision),
    dateIn("fr", on, precision),
    dateIn("de", on, precision),
    dateIn("en", on, precision),
  ]).toEqual([nl, fr, de, en]);
});
