import { publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import {
  appendEntries,
  checkProjections,
  type Database,
  rebuildProjections,
  trackerReads,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";
import { tamper } from "./tampering.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [
    { id: "r21", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
    { id: "r22", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-10-18" },
  ],
  recommendations: [
    { id: "a", report: "r21", reference: "2021-1", text: { en: "Train the inspectors." } },
    { id: "b", report: "r22", reference: "2022-1", text: { en: "Publish figures." } },
  ],
  followUps: [
    { id: "fa", recommendation: "a", addressee: "justice" },
    { id: "fb", recommendation: "b", addressee: "justice" },
  ],
});

const sixMonths = {
  changes: { responsePeriod: { amount: 6, unit: "months" }, periodRules: "calendar" },
  from: "2023-01-01",
  reason: "Agreed with the government.",
};

async function late(database: Database, asOf: string, knownAt?: string): Promise<string[]> {
  const { items } = await trackerReads(database).overdue(
    publicReader,
    { asOf, kind: ["response"], ...(knownAt && { knownAt }) },
    {},
  );
  return items.map(({ followUp, due }) => `${followUp} ${due}`).sort();
}

describeDatabase("a change of the settings", (open) => {
  test("moves the dates of what begins from its day on, in its own transaction, and nothing else", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2024-01-10T08:00:00Z" });
    expect(await late(database, "2024-02-01")).toEqual(["fa 2022-12-19", "fb 2023-12-18"]);
    await registerAct(database, "changeSettings", sixMonths, { at: "2024-06-03T08:00:00Z" });
    expect(await late(database, "2024-02-01")).toEqual(["fa 2022-12-19"]);
    expect(await late(database, "2024-04-19")).toEqual(["fa 2022-12-19", "fb 2024-04-18"]);
    // What was known before it was recorded.
    expect(await late(database, "2024-02-01", "2024-06-02T23:00:00Z")).toEqual(["fa 2022-12-19", "fb 2023-12-18"]);
    expect(await late(database, "2024-02-01", "2024-06-04T00:00:00Z")).toEqual(["fa 2022-12-19"]);
    const held = await trackerReads(database).settings();
    expect((await checkProjections(database, held)).differences).toEqual([]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    expect(await trackerReads(database).settingChanges()).toMatchObject([
      { ...sixMonths, actor: "E. Maes", recordedAt: "2024-06-03T08:00:00.000Z" },
    ]);
  });

  test("keeps whoever read the settings before from writing by them", async () => {
    const { database } = await open();
    await imported(database, record);
    await registerAct(database, "changeSettings", sixMonths);
    const conflict = { code: "versionConflict" };
    const entry = { id: "e", type: "evidence", recordedAt: "2024-07-01T08:00:00Z", givenOn: "2024-07-01" } as const;
    const evidence = [{ kind: "document" as const, title: "A circular", confidential: false }];
    const given = { followUp: "fa", actor: "x", systemUser: "tester", at: "2024-07-01T08:00:00Z" };
    const append = (by: typeof settings) =>
      appendEntries(database, { ...given, entries: [{ ...entry, evidence } as never], settings: by });
    await expect(append(settings)).rejects.toMatchObject(conflict);
    await expect(rebuildProjections(database, settings)).rejects.toMatchObject(conflict);
    await expect(registerAct(database, "changeSettings", sixMonths)).rejects.toMatchObject(conflict);
    await append(await trackerReads(database).settings());
  });

  test.each([
    ["changed", `UPDATE setting SET body = replace(body, 'months', 'years')`],
    ["recorded at another moment", `UPDATE setting SET recorded_at = '2020-01-01T00:00:00.000Z'`],
    ["taken away", "DELETE FROM setting"],
  ])("is vouched for: %s by hand, it is found", async (_, statement) => {
    const { database } = await open();
    await imported(database, record);
    const { id } = await registerAct(database, "changeSettings", sixMonths);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await tamper(database, "setting", statement);
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "setting", thing: id });
  });
});
