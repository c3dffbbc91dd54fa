import { type Entry, publicReader, RecordFile, standing } from "@heed/core";
import {
  type AppendRequest,
  appendEntries,
  checkProjections,
  type Database,
  trackerReads,
  verifyAudit,
} from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: [{ id: "rec", report: "r", reference: "1", text: { en: "Train the inspectors." } }],
  followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
});

const accepted: Entry = {
  id: "answer",
  type: "response",
  position: "accepted",
  givenOn: "2022-12-19",
  recordedAt: "2022-12-20T10:00:00+01:00",
};

function append(database: Database, entries: readonly Entry[], change: Partial<AppendRequest> = {}) {
  return appendEntries(database, {
    followUp: "fu",
    entries,
    actor: "just",
    systemUser: "tester",
    at: "2022-12-20T09:00:00Z",
    settings: importRun().settings,
    ...change,
  });
}

describeDatabase("an act", (open) => {
  test("is appended with its projections and an audit record", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2022-11-01T00:00:00Z" });
    const reads = trackerReads(database);
    const late = async (asOf: string) => (await reads.overdue(publicReader, { asOf }, {})).total;
    expect(await late("2022-12-20")).toBe(1);
    expect(await append(database, [accepted], { expectedVersion: 1 })).toEqual({ version: 2 });
    expect(await late("2022-12-20")).toBe(0);
    const detail = await reads.followUp(publicReader, "fu", "2023-01-01");
    expect(detail?.case.entries).toEqual([{ ...accepted, recordedAt: "2022-12-20T09:00:00.000Z" }]);
    expect(detail?.standing).toEqual(standing(detail?.case as never, "2023-01-01", importRun().settings));
    // It does not show what was recorded later.
    const before = await reads.followUp(publicReader, "fu", "2023-01-01", "2022-12-20T08:59:59Z");
    expect(before?.standing?.position).toBe("awaiting");
    expect(await verifyAudit(database)).toMatchObject({ followUps: 1, things: 4, records: 6 });
    expect((await checkProjections(database, importRun().settings)).differences).toEqual([]);
  });

  test("keeps who did it, and the account of the system that it was done under", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2022-11-01T00:00:00Z" });
    await append(database, [accepted], { actor: "E. Maes", systemUser: "emaes" });
    const kept =
      "SELECT actor, system_user AS account FROM audit_record WHERE follow_up_id = 'fu' ORDER BY sequence DESC";
    expect((await database.all(kept))[0]).toEqual({ actor: "E. Maes", account: "emaes" });
  });

  test("that read an older version is refused, and nothing is written", async () => {
    const { database } = await open();
    await imported(database, record);
    await append(database, [accepted]);
    await expect(append(database, [{ ...accepted, id: "other" }], { expectedVersion: 1 })).rejects.toMatchObject({
      code: "versionConflict",
    });
    expect(await database.all("SELECT id FROM entry")).toEqual([{ id: "answer" }]);
  });

  test("many at once on one follow-up are all kept, in one chain", async () => {
    const { database } = await open();
    await imported(database, record);
    const all = Array.from({ length: 20 }, (_, index) => append(database, [{ ...accepted, id: `e${index}` }]));
    const versions = (await Promise.all(all)).map(({ version }) => version);
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(await verifyAudit(database)).toMatchObject({ followUps: 1, records: 25, checkpoints: 1 });
  });

  test("with an id that is taken, or one that names an entry elsewhere, is refused with the place", async () => {
    const { database } = await open();
    await imported(database, record);
    await append(database, [accepted]);
    await expect(append(database, [accepted])).rejects.toMatchObject({ code: "duplicateReference" });
    const retraction: Entry = {
      id: "back",
      type: "retraction",
      retracts: "nothing",
      reason: "wrong",
      givenOn: "2023-01-01",
      recordedAt: "2023-01-01T00:00:00Z",
    };
    await expect(append(database, [retraction])).rejects.toMatchObject({
      code: "invalidInput",
      issues: [{ name: "entries[0].retracts", value: "nothing" }],
    });
    await expect(append(database, [accepted], { followUp: "none" })).rejects.toMatchObject({ code: "notFound" });
  });

  test("cannot be changed or cut off afterwards without the audit telling", async () => {
    const { database } = await open();
    await imported(database, record);
    await append(database, [accepted]);
    await expect(database.run("UPDATE entry SET body = '{}'")).rejects.toThrow("append-only");
    await expect(database.run("DELETE FROM entry")).rejects.toThrow("append-only");
    await database.run("UPDATE follow_up SET role = 'forInformation'");
    expect((await verifyAudit(database)).fault).toMatchObject({ followUp: "fu" });
  });
});
