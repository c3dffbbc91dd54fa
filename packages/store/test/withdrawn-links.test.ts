import { publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import { checkProjections, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { editor, registerAct } from "./register-acts.ts";
import { tamper } from "./tampering.ts";

const due = { implementationDue: { on: "2021-06-30" } };
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "other", "justice"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [
    { id: "older", reference: "2019", issuingBody: "centre", reportingYear: 2019, publishedOn: "2020-01-10" },
    { id: "newer", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-10" },
    { id: "newest", reference: "2023", issuingBody: "other", reportingYear: 2023, publishedOn: "2024-01-10" },
  ],
  recommendations: ["older", "newer", "newest"].map((id) => ({
    id,
    report: id,
    reference: id,
    text: { en: id },
    ...due,
  })),
  followUps: ["older", "newer", "newest"].map((id) => ({
    id: `${id}-justice`,
    recommendation: id,
    addressee: "justice",
  })),
});

const linkedAt = "2024-02-01T08:00:00Z";
const withdrawnAt = "2024-03-01T08:00:00.000Z";
const reason = { reason: "It asks something else." };

describeDatabase("a link that was made by mistake", (open) => {
  async function withLinks() {
    const { database } = await open();
    await imported(database, record);
    const link = async (from: string, to: string) =>
      (await registerAct(database, "link", { type: "repeats", to }, { thing: from, at: linkedAt })).id;
    const links = { newer: await link("newer", "older"), newest: await link("newest", "newer") };
    const reads = trackerReads(database);
    const told = async (id: string, knownAt?: string) => {
      const found = await reads.followUp(publicReader, `${id}-justice`, "2024-06-01", knownAt);
      return [found?.standing?.lifecycle, found?.case.asked.times];
    };
    return { database, reads, links, told };
  }

  test("is taken back on every day, and what was known before is told as it was", async () => {
    const { database, reads, links, told } = await withLinks();
    const before = { older: await told("older"), newest: await told("newest") };
    expect(before.older[0]).toBe("closed");
    const done = await registerAct(database, "withdrawLink", reason, {
      thing: "newer",
      part: links.newer,
      at: withdrawnAt,
    });
    expect(done.body).toMatchObject({ withdrawnAt, withdrawalReason: reason.reason });
    expect((await told("older"))[0]).toBe("open");
    expect(await told("older", "2024-02-15T00:00:00Z")).toEqual(before.older);
    expect(await told("newest", "2024-02-15T00:00:00Z")).toEqual(before.newest);
    const asked = async (id: string) => (await reads.recommendation(publicReader, id, "2024-06-01"))?.asked.times;
    expect([await asked("newer"), await asked("newest")]).toEqual([1, 2]);
    expect((await reads.recommendation(publicReader, "older", "2024-06-01"))?.links).toEqual([]);
    expect(await reads.links(publicReader, "older")).toMatchObject([{ id: links.newer, withdrawnAt }]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await expect(database.run("UPDATE recommendation_link SET withdrawn_at = NULL")).rejects.toThrow();
    await tamper(database, "recommendation_link", "UPDATE recommendation_link SET withdrawn_at = NULL");
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "link", thing: links.newer });
  });

  test("is taken back once, can be made again, and even the other way round", async () => {
    const { database, links } = await withLinks();
    const withdraw = (part: string, thing = "newer", actor = editor) =>
      registerAct(database, "withdrawLink", reason, { thing, part, actor, at: withdrawnAt });
    await expect(withdraw(links.newer, "older")).rejects.toMatchObject({ code: "notFound" });
    await expect(withdraw(links.newest, "newest", { ...editor, organizations: ["other"] })).rejects.toMatchObject({
      code: "missingPermission",
    });
    await withdraw(links.newer);
    await expect(withdraw(links.newer)).rejects.toMatchObject({ code: "invalidStateTransition" });
    await registerAct(database, "link", { type: "repeats", to: "older" }, { thing: "newer" });
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("is in a record file with what was taken back, and means the same where that is read", async () => {
    const { database, links } = await withLinks();
    await registerAct(database, "withdrawLink", reason, { thing: "newer", part: links.newer, at: withdrawnAt });
    const items: object[] = [];
    for await (const { list, item } of exportRecord(database, publicReader, "2024-06-01", settings))
      if (list === "links") items.push(item);
    expect(items).toContainEqual(expect.objectContaining({ id: links.newer, withdrawnAt }));
    const { database: other } = await open();
    await imported(other, RecordFile.parse({ ...record, links: items }));
    const reads = trackerReads(other);
    expect((await reads.followUp(publicReader, "older-justice", "2024-06-01"))?.standing?.lifecycle).toBe("open");
    expect((await verifyAudit(other)).fault).toBeUndefined();
    expect((await checkProjections(other, settings)).differences).toEqual([]);
  });
});
