import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

const days = { opensOn: "2021-02-01", updatesDueOn: "2021-03-31", assessmentsDueOn: "2021-06-30" };

function recordWith(moments: { report?: object; cycle?: object }) {
  return RecordFile.parse({
    heed: "record/1",
    organizations: ["centre", "justice"].map((id) => ({ id, code: id, name: { en: id } })),
    reports: [
      {
        id: "r",
        reference: "2019",
        issuingBody: "centre",
        reportingYear: 2019,
        publishedOn: "2020-01-10",
        ...moments.report,
      },
    ],
    recommendations: [{ id: "rec", report: "r", reference: "1" }],
    followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
    reportingCycles: [{ id: "c", issuingBody: "centre", year: 2020, ...days, ...moments.cycle }],
  });
}

describeDatabase("what had been known of a report and a cycle that nobody answered", (open) => {
  test.each([
    ["from publication and opening, where the file gives no moments", {}, "2020-01-09", "2020-01-10", "2021-01-31"],
    [
      "from the moments that the file gives",
      { report: { recordedAt: "2020-05-01T08:00:00Z" }, cycle: { recordedAt: "2021-05-01T08:00:00Z" } },
      "2020-04-30",
      "2020-05-01",
      "2021-04-30",
    ],
  ])("%s", async (_, moments, unknown, known, cycleUnknown) => {
    const { database } = await open();
    await imported(database, recordWith(moments));
    const reads = trackerReads(database);
    const late = async (knownAt: string) =>
      (await reads.overdue(publicReader, { asOf: "2021-06-01", knownAt: `${knownAt}T23:59:59.000Z` }, {})).items.map(
        ({ kind }) => kind,
      );
    expect(await late(unknown)).toEqual([]);
    expect(await late(known)).toEqual(["response"]);
    expect(await late(cycleUnknown)).toEqual(["response"]);
    expect(await late("2021-05-02")).toEqual(["response", "update"]);
  });
});
