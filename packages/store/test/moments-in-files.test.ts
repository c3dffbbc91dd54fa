import { publicReader, RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

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

const today = "2026-11-26T08:00:00Z";

describeDatabase("what had been known before the import of what an act changes after it", (open) => {
  test("is a cycle as the file told it, whatever is changed or selected today", async () => {
    const { database } = await open();
    await imported(database, recordWith({ cycle: { recordedAt: "2021-01-15T08:00:00Z" } }), {
      at: "2026-06-01T00:00:00Z",
    });
    const reads = trackerReads(database);
    const known = async (knownAt: string) =>
      (await reads.overdue(publicReader, { asOf: "2021-07-15", knownAt }, {})).items.map(
        ({ kind, due }) => `${kind} ${due}`,
      );
    const before = ["response 2020-03-10", "update 2021-03-31"];
    expect(await known("2021-02-01T00:00:00Z")).toEqual(before);
    await registerAct(database, "changeCycle", { updatesDueOn: "2021-05-31" }, { thing: "c", at: today });
    await registerAct(
      database,
      "selectForAssessment",
      { followUps: ["fu"], reason: "Asked.", on: "2021-02-02" },
      { thing: "c", at: today },
    );
    for (const moment of ["2021-02-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-11-26T07:59:59Z"])
      expect(await known(moment), moment).toEqual(before);
    expect(await known(today)).toContain("update 2021-05-31");
    expect(await known(today)).toContain("verification 2021-06-30");
  });

  test("is a draft, which nobody else saw and which replaced nothing, where it is published today", async () => {
    const { database } = await open();
    const file = recordWith({});
    await imported(
      database,
      {
        ...file,
        reports: [
          ...file.reports,
          {
            ...file.reports[0],
            id: "d",
            reference: "2020",
            status: "draft",
            publishedOn: undefined,
            recordedAt: "2026-01-05T08:00:00Z",
          },
        ],
        recommendations: [
          ...file.recommendations,
          { ...file.recommendations[0], id: "new", report: "d", reference: "2" },
        ],
        followUps: [...file.followUps, { ...file.followUps[0], id: "new-fu", recommendation: "new" }],
        links: [
          { id: "l", type: "repeats", from: "new", to: "rec", on: "2026-01-05", recordedAt: "2026-01-05T08:00:00Z" },
        ],
      } as typeof file,
      { at: "2026-07-01T00:00:00Z" },
    );
    const reads = trackerReads(database);
    const asked = { asOf: "2026-12-31", knownAt: "2026-06-01T00:00:00Z" };
    const known = async () => ({
      late: (await reads.overdue(publicReader, asked, {})).items.map(({ followUp, kind }) => `${followUp} ${kind}`),
      listed: (await reads.recommendations(publicReader, asked, {})).items.map(({ id }) => id),
      older: (await reads.followUp(publicReader, "fu", asked.asOf, asked.knownAt))?.standing,
      newer: await reads.followUp(publicReader, "new-fu", asked.asOf, asked.knownAt),
    });
    const before = await known();
    expect(before).toMatchObject({ listed: ["rec"], newer: undefined });
    await registerAct(database, "publish", { publishedOn: "2026-11-26" }, { thing: "d", at: today });
    expect(await known()).toEqual(before);
  });
});
