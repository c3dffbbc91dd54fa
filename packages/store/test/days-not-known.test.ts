import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

/** The first and the last day of each period, and its length. */
const periods = {
  year: ["year", "2019-01-01", "2019-12-31"],
  semester: ["semester", "2020-01-01", "2020-06-30"],
  secondSemester: ["semester", "2020-07-01", "2020-12-31"],
  quarter: ["quarter", "2020-01-01", "2020-03-31"],
  lastQuarter: ["quarter", "2020-10-01", "2020-12-31"],
  winter: ["quarter", "2019-12-01", "2020-02-29"],
  spring: ["quarter", "2020-03-01", "2020-05-31"],
  summer: ["quarter", "2020-06-01", "2020-08-31"],
  autumn: ["quarter", "2020-09-01", "2020-11-30"],
  month: ["month", "2020-02-01", "2020-02-29"],
} as const;

/** A report for each period, each with a recommendation to one ministry. */
const record = () =>
  RecordFile.parse({
    heed: "record/1",
    organizations: ["centre", "ministry"].map((id) => ({ id, code: id, name: { en: id } })),
    reports: Object.entries(periods).map(([id, [precision, , publishedOn]]) => ({
      ...{ id, reference: id, issuingBody: "centre", reportingYear: 2019, status: "published" },
      ...{ publishedOn, publishedOnPrecision: precision, responsePeriod: "none", recordedAt: "2018-01-01T00:00:00Z" },
    })),
    recommendations: Object.keys(periods).map((id) => ({
      ...{ id: `r-${id}`, report: id, reference: id },
      ...(id === "month" && { implementationDue: { on: "2021-06-30", precision: "quarter" } }),
    })),
    followUps: Object.keys(periods).map((id) => ({
      ...{ id: `f-${id}`, recommendation: `r-${id}`, addressee: "ministry" },
      entries:
        id === "month"
          ? [
              {
                ...{ id: "promise", type: "commitment", description: "A plan.", recordedAt: "2021-01-01T00:00:00Z" },
                ...{ givenOn: "2020-05-01", due: { on: "2021-03-31", precision: "month" } },
              },
            ]
          : [],
    })),
  });

describeDatabase("a day that is not known", (open) => {
  test("of publication: the recommendation is listed in its period, undetermined, and not before", async () => {
    const { database } = await open();
    await imported(database, record());
    const reads = trackerReads(database);
    for (const knownAt of [undefined, "2030-01-01T00:00:00Z"])
      for (const [id, [precision, first, last]] of Object.entries(periods)) {
        const on = async (asOf: string) => {
          const filter = { asOf, reference: [id], ...(knownAt && { knownAt }) };
          const { items, total } = await reads.recommendations(publicReader, filter, { withTotal: true });
          expect(total).toBe(items.length);
          return items;
        };
        expect(await on(dayBefore(first))).toEqual([]);
        for (const day of [first, dayBefore(last)])
          expect(await on(day), `${id} on ${day}`).toMatchObject([
            {
              report: { publishedOn: last, publishedOnPrecision: precision },
              followUps: [{ timeliness: "undetermined", position: "undetermined" }],
            },
          ]);
        expect(await on(last)).toMatchObject([{ followUps: [{ position: "awaiting" }] }]);
      }
    const all = { asOf: "2020-02-15" };
    expect(await reads.recommendations(publicReader, all, { withTotal: true, limit: 1 })).toMatchObject({ total: 5 });
  });

  test("by which something is due is told with its precision", async () => {
    const { database } = await open();
    await imported(database, record());
    const reads = trackerReads(database);
    for (const knownAt of [undefined, "2030-01-01T00:00:00Z"]) {
      const filter = { asOf: "2021-07-15", ...(knownAt && { knownAt }) };
      const { items } = await reads.overdue(publicReader, filter, {});
      expect(items).toMatchObject([
        { kind: "commitment", due: "2021-03-31", duePrecision: "month", originalDuePrecision: "month" },
        { kind: "implementation", due: "2021-06-30", duePrecision: "quarter" },
      ]);
      const followUp = await reads.followUp(publicReader, "f-month", "2021-07-15", knownAt);
      expect(followUp?.standing?.asked).toMatchObject({
        ...{ first: "2020-02-29", firstPrecision: "month" },
        ...{ firstDue: "2021-06-30", firstDuePrecision: "quarter" },
      });
    }
    expect((await reads.recommendation(publicReader, "r-month", "2021-07-15"))?.asked).toMatchObject({
      ...{ first: "2020-02-29", firstPrecision: "month", firstDuePrecision: "quarter" },
    });
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
