import { RecordFile } from "@heed/core";
import { trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["01a217f6-a", "01a217f6-b", "01a217f7", "%", "é1"].map((id, index) => ({
    ...{ id, code: `o${index}`, name: { en: id } },
  })),
  reports: [{ id: "01a217f6", reference: "1", issuingBody: "%", reportingYear: 2020, publishedOn: "2021-01-01" }],
  recommendations: [{ id: "01a217f8", report: "01a217f6", reference: "1" }],
  followUps: [{ id: "01a217f9", recommendation: "01a217f8", addressee: "01a217f7", entries: [] }],
});

describeDatabase("the ids that begin with a text", (open) => {
  test("are those of one kind, whatever signs the text has, and no more than are asked for", async () => {
    const { database } = await open();
    await imported(database, record);
    const { idsBeginning } = trackerReads(database);
    expect(await idsBeginning("organization", "01a217f6", 9)).toEqual(["01a217f6-a", "01a217f6-b"]);
    expect(await idsBeginning("organization", "01a217f", 2)).toEqual(["01a217f6-a", "01a217f6-b"]);
    expect(await idsBeginning("organization", "%", 9)).toEqual(["%"]);
    expect(await idsBeginning("organization", "é", 9)).toEqual(["é1"]);
    expect(await idsBeginning("organization", "_", 9)).toEqual([]);
    expect(await idsBeginning("report", "01a2", 9)).toEqual(["01a217f6"]);
    expect(await idsBeginning("recommendation", "01a2", 9)).toEqual(["01a217f8"]);
    expect(await idsBeginning("followUp", "01a2", 9)).toEqual(["01a217f9"]);
    expect(await idsBeginning("reportingCycle", "01a2", 9)).toEqual([]);
    expect(await idsBeginning("organizationChange", "01a2", 9)).toEqual([]);
  });
});
