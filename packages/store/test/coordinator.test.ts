import { defaultSettings, publicReader, RecordFile } from "@heed/core";
import { checkDerived, checkSchema, type Database, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const organization = (id: string, coordinator?: string) => ({
  ...{ id, code: id, name: { en: id } },
  ...(coordinator && { coordinator }),
});
const recordOf = (organizations: object[]) => RecordFile.parse({ heed: "record/1", organizations });

/** The collective addressee stands before its coordinator. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: [organization("government", "chancellery"), organization("chancellery"), organization("centre")],
  reports: [{ id: "r", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-18" }],
  recommendations: [{ id: "a", report: "r", reference: "2022-1" }],
  followUps: [{ id: "f", recommendation: "a", addressee: "government" }],
});
const renaming = {
  type: "renamed",
  on: "2024-01-01",
  originals: ["chancellery"],
  results: [{ organization: "premier" }],
};

async function exported(database: Database) {
  const lists: Record<string, unknown[]> = {};
  for await (const { list, item } of exportRecord(database, publicReader, "2024-07-01", defaultSettings)) {
    lists[list] ??= [];
    lists[list].push(item);
  }
  return lists;
}

async function requireSound(database: Database) {
  expect((await verifyAudit(database)).fault).toBeUndefined();
  expect([...(await checkSchema(database)), ...(await checkDerived(database))]).toEqual([]);
}

describeDatabase("the coordinator of a collective addressee (R40)", (open) => {
  test("goes out in a record file and comes back, beside one that an act added", async () => {
    const { database } = await open();
    await imported(database, record);
    const region = { code: "region", name: { en: "The regions" }, coordinator: "chancellery" };
    const { id } = await registerAct(database, "addOrganization", region);
    expect(await trackerReads(database).organization(id)).toMatchObject({ coordinator: "chancellery" });
    await requireSound(database);
    const lists = await exported(database);
    const { database: other } = await open();
    await imported(other, RecordFile.parse({ heed: "record/1", ...lists }));
    expect(await exported(other)).toEqual(lists);
    await requireSound(other);
    expect(await imported(database, RecordFile.parse({ heed: "record/1", ...lists }))).toMatchObject({
      created: { organizations: 0 },
    });
  });

  test("is refused where it is unknown, itself, or in a circle, and is not overwritten", async () => {
    const { database } = await open();
    const refused = async (organizations: object[]) => {
      const error = await imported(database, recordOf(organizations)).catch((each: unknown) => each);
      expect(error).toMatchObject({ code: "rowsRejected" });
      return (error as { issues: { name: string; detail: string }[] }).issues.map(
        ({ name, detail }) => `${name}: ${detail}`,
      );
    };
    expect(await refused([organization("a", "nobody")])).toEqual([
      "organizations a, coordinator: there is no such organization",
    ]);
    expect(await refused([organization("a", "a")])).toEqual(["organizations a, coordinator: it names itself"]);
    expect(await refused([organization("a", "b"), organization("b", "a")])).toHaveLength(2);
    await imported(database, record);
    expect(await refused([organization("government", "centre"), organization("centre")])).toEqual([
      expect.stringContaining("organizations government: it is known with another content; nothing is overwritten"),
    ]);
    const input = { code: "a", name: { en: "A" }, coordinator: "nobody" };
    await expect(registerAct(database, "addOrganization", input)).rejects.toMatchObject({
      code: "unknownOrganization",
      issues: [{ name: "coordinator", value: "nobody" }],
    });
  });

  test("stands beside who is responsible, on any day and as it was known", async () => {
    const { database } = await open();
    await imported(database, record);
    await imported(database, recordOf([organization("premier")]));
    await registerAct(database, "changeOrganizations", renaming, { at: "2026-06-03T08:00:00Z" });
    const reads = trackerReads(database);
    const shown = async (asOf: string, knownAt?: string) =>
      (await reads.followUp(publicReader, "f", asOf, knownAt))?.coordinator?.code;
    expect(await shown("2023-12-31")).toBe("chancellery");
    expect(await shown("2024-01-01")).toBe("premier");
    expect(await shown("2024-01-01", "2026-03-01T00:00:00Z")).toBe("chancellery");
    const detail = await reads.recommendation(publicReader, "a", "2024-01-01");
    expect(detail?.followUps).toMatchObject([
      { responsible: { code: "government" }, coordinator: { code: "premier" } },
    ]);
    await requireSound(database);
  });
});
