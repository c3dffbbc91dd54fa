import { addDays } from "@heed/core";
import { expect, test } from "vitest";
import { lateYearColumns, yearOf } from "../src/derived/late-years.ts";
import { pageByDue } from "../src/queries/owed-parts/page-by-due.ts";
import { insertRows } from "../src/statements/insert-rows.ts";
import { describeDatabase } from "./describe-database.ts";

/** Enough that a year has many rows that end after its first days, and few after its last ones. */
const stretches = Array.from({ length: 2000 }, (_, index) => {
  const due = addDays("2021-03-01", (index * 7919) % 500);
  const from = addDays(due, 1);
  return { id: `o${index}`, due, from, until: addDays(from, 1 + ((index * 104_729) % 400)) };
});
const days = ["2021-06-01", "2021-12-31", "2022-01-01", "2022-08-15", "2022-12-20", "2023-06-01", "2023-09-10"];

describeDatabase("what is late on a day of years with many and with few that ended later", (open) => {
  test("is in the order of due dates, page after page", async () => {
    const { database } = await open();
    const rows = stretches.flatMap(({ id, due, from, until }) => {
      const years = Array.from({ length: yearOf(addDays(until, -1)) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);
      return years.map((year) => ["both", year, due, id, from, until, "implementation"]);
    });
    await insertRows(database, "late_year", lateYearColumns, rows);
    const sizes = new Set<boolean>();
    for (const asOf of days) {
      const late = stretches
        .filter(({ from, until }) => from <= asOf && until > asOf)
        .map(({ due, id }) => ({ due, id, kind: "implementation" }))
        .sort((a, b) => (a.due < b.due || (a.due === b.due && a.id < b.id) ? -1 : 1));
      sizes.add(late.length > 500);
      const read: { due: string; id: string; kind: string }[] = [];
      for (;;) {
        const last = read.at(-1);
        const { text, values } = pageByDue(database, { asOf }, { limit: 99 }, last && [last.due, last.id]);
        const page = await database.all<(typeof read)[number]>(text, values);
        if (page.length === 0) break;
        read.push(...page);
      }
      expect(read, asOf).toEqual(late);
    }
    expect(sizes.size).toBe(2);
  });
});
