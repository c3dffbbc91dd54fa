import { type Actor, defaultSettings, publicReader, RecordFile } from "@heed/core";
import { checkSchema, type Database, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { type Registering, registerAct } from "./register-acts.ts";
import { tamper } from "./tampering.ts";

const found = (id: string, level: string) => ({
  ...{ id, type: "assessment", reportingYear: 2023, asOf: "2023-12-31", level, method: "documentsReviewed" },
  ...{ rationale: "Read.", assessor: "A. Lambert", evidence: [{ kind: "document", title: "File" }] },
  ...{ givenOn: "2024-02-01", recordedAt: "2024-02-01T08:00:00Z", source: { name: "file" } },
});

/** A recommendation with two parts, the second with parts of its own; done, not started, and not assessed. */
const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice", "other"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [
    { id: "r", reference: "2022", issuingBody: "centre", reportingYear: 2022, publishedOn: "2023-01-18" },
    { id: "d", reference: "2024", issuingBody: "centre", reportingYear: 2024, status: "draft" },
  ],
  recommendations: [
    { id: "w", report: "r", reference: "2022-1" },
    { id: "a", report: "r", reference: "2022-1a", partOf: "w" },
    { id: "b", report: "r", reference: "2022-1b", partOf: "w" },
    { id: "b1", report: "r", reference: "2022-1b1", partOf: "b" },
    { id: "b2", report: "r", reference: "2022-1b2", partOf: "b" },
    { id: "dw", report: "d", reference: "2024-1" },
    { id: "da", report: "d", reference: "2024-1a", partOf: "dw" },
  ],
  followUps: [
    { id: "fa", recommendation: "a", addressee: "justice", entries: [found("ea", "substantiallyImplemented")] },
    { id: "f1", recommendation: "b1", addressee: "justice", entries: [found("e1", "notStarted")] },
    { id: "f2", recommendation: "b2", addressee: "justice", entries: [] },
  ],
});

const assessor: Actor = { id: "a-lambert", name: "A. Lambert", role: "assessor", organizations: [] };
const reason = { en: "The part that is missing weighs little.", nl: "Wat ontbreekt weegt weinig." };
const set = { level: "partiallyImplemented", on: "2024-03-01", reason };

const act = (
  database: Database,
  name: "overrideLevel" | "withdrawLevelOverride",
  input: object,
  more: Registering = {},
) => registerAct(database, name, input, { thing: "w", actor: assessor, at: "2024-06-03T08:00:00Z", ...more });

const standing = (database: Database, asOf: string, knownAt?: string, id = "w") =>
  trackerReads(database).recommendationStanding(publicReader, id, asOf, knownAt);
const level = async (...asked: Parameters<typeof standing>) => (await standing(...asked))?.assessed;

async function exported(database: Database) {
  const items = exportRecord(database, publicReader, "2024-07-01", defaultSettings);
  const lists: Record<string, unknown[]> = {};
  for await (const { list, item } of items) {
    lists[list] ??= [];
    lists[list].push(item);
  }
  return RecordFile.parse({ heed: "record/1", ...lists });
}

describeDatabase("R4: the override of a recommendation with parts", (open) => {
  test("stands from its day on, for who knew it, until it is taken back, and leaves the parts as they are", async () => {
    const { database } = await open();
    await imported(database, record);
    const before = await trackerReads(database).recommendation(publicReader, "w", "2024-04-01");
    // The parts of parts count too.
    expect(before?.standing).toMatchObject({ assessed: "notStarted", unassessedParts: 1, provisional: true });
    expect(before?.parts.map(({ id }) => id)).toEqual(["a", "b", "b1", "b2"]);

    const made = await act(database, "overrideLevel", set);
    expect(made).toMatchObject({
      kind: "levelOverride",
      body: { ...set, recommendation: "w", organization: "centre" },
    });
    expect(await level(database, "2024-02-29")).toBe("notStarted");
    expect(await level(database, "2024-03-01")).toBe("partiallyImplemented");
    expect(await level(database, "2024-04-01", "2024-06-03T07:59:59Z")).toBe("notStarted");
    expect(await level(database, "2024-04-01", "2024-06-03T08:00:00Z")).toBe("partiallyImplemented");
    expect(await level(database, "2024-04-01", "2024-06-03T10:00:00+02:00")).toBe("partiallyImplemented");

    const { standing: held, ...after } =
      (await trackerReads(database).recommendation(publicReader, "w", "2024-04-01")) ?? expect.fail();
    const { standing: lowest, ...rest } = before ?? expect.fail();
    expect(after).toEqual(rest);
    expect(held).toMatchObject({
      override: { id: made.id, on: "2024-03-01", lowest: "notStarted" },
      provisional: true,
    });
    expect({ ...held, assessed: 0, override: 0, reasons: 0 }).toEqual({
      ...lowest,
      assessed: 0,
      override: 0,
      reasons: 0,
    });

    const back = await act(
      database,
      "withdrawLevelOverride",
      { on: "2024-05-01", reason },
      { part: made.id, at: "2024-06-10T08:00:00Z" },
    );
    expect(await level(database, "2024-04-30")).toBe("partiallyImplemented");
    expect(await level(database, "2024-05-01")).toBe("notStarted");
    expect(await level(database, "2024-05-01", "2024-06-09T00:00:00Z")).toBe("partiallyImplemented");
    expect((await trackerReads(database).levelOverrides(publicReader, "w")).map(({ id }) => id)).toEqual([
      made.id,
      back.id,
    ]);
    expect(await checkSchema(database)).toEqual([]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
  });

  test("of a part with parts counts in the whole", async () => {
    const { database } = await open();
    await imported(database, record);
    await act(database, "overrideLevel", { ...set, level: "underWay" }, { thing: "b" });
    for (const knownAt of [undefined, "2024-07-01T00:00:00Z"]) {
      expect(await level(database, "2024-02-29", knownAt)).toBe("notStarted");
      expect(await level(database, "2024-03-01", knownAt)).toBe("underWay");
    }
  });

  test("is refused with its place: for a leaf, a draft, another day, and what was taken back", async () => {
    const { database } = await open();
    await imported(database, record);
    const refused = (input: object, more?: Registering) => expect(act(database, "overrideLevel", input, more)).rejects;
    await refused(set, { thing: "a" }).toMatchObject({
      code: "invalidInput",
      issues: [{ name: "recommendation", value: "2022-1a" }],
    });
    await refused(set, { thing: "dw" }).toMatchObject({ code: "invalidStateTransition" });
    await refused({ ...set, on: "2023-01-17" }).toMatchObject({ code: "invalidInput", issues: [{ name: "on" }] });
    await refused({ ...set, on: "2024-06-04" }).toMatchObject({ code: "invalidInput", issues: [{ name: "on" }] });
    await refused({ ...set, reason: {} }).toMatchObject({ code: "invalidInput", issues: [{ name: "reason" }] });
    await refused(set, { thing: "none" }).toMatchObject({ code: "notFound" });
    await refused(set, { expectedVersion: 7 }).toMatchObject({ code: "versionConflict" });
    const { id } = await act(database, "overrideLevel", set);
    await act(database, "withdrawLevelOverride", { reason }, { part: id });
    const again = expect(act(database, "withdrawLevelOverride", { reason }, { part: id })).rejects;
    await again.toMatchObject({ code: "invalidStateTransition" });
    // An override of another recommendation does not count here.
    const others = expect(act(database, "withdrawLevelOverride", { reason }, { thing: "b", part: id })).rejects;
    await others.toMatchObject({ code: "notFound" });
    expect((await trackerReads(database).levelOverrides(publicReader, "w")).length).toBe(2);
  });

  test("is for an assessor of the body that verifies the parts", async () => {
    const { database } = await open();
    await imported(database, record);
    const by = (actor: Partial<Actor>) => act(database, "overrideLevel", set, { actor: { ...assessor, ...actor } });
    const forbidden = { code: "missingPermission" };
    await expect(by({ role: "editor" })).rejects.toMatchObject(forbidden);
    await expect(by({ role: "respondent", organizations: ["justice"] })).rejects.toMatchObject(forbidden);
    await expect(by({ organizations: ["other"] })).rejects.toMatchObject(forbidden);
    await by({ organizations: ["centre"] });
    const split = RecordFile.parse({
      heed: "record/1",
      organizations: [{ id: "heir", code: "heir", name: { en: "Heir" }, foundingDate: "2024-05-01" }],
      organizationChanges: [
        {
          ...{ id: "renamed", type: "renamed", on: "2024-05-01", originals: ["centre"] },
          ...{ results: [{ organization: "heir" }], recordedAt: "2024-05-01T08:00:00Z" },
        },
      ],
    });
    await imported(database, split);
    await expect(by({ organizations: ["centre"] })).rejects.toMatchObject(forbidden);
    expect((await by({ organizations: ["heir"] })).body).toMatchObject({ organization: "heir" });
    expect((await by({})).body).toMatchObject({ organization: "heir" });
  });

  test("comes back from an export, and the same file again changes nothing", async () => {
    const { database } = await open();
    await imported(database, record);
    const { id } = await act(database, "overrideLevel", set);
    await act(database, "withdrawLevelOverride", { reason, on: "2024-05-01" }, { part: id });
    const file = await exported(database);
    expect(file.levelOverrides.map((each) => each.recommendation)).toEqual(["w", "w"]);
    const { database: empty } = await open();
    await imported(empty, file);
    expect(await exported(empty)).toEqual(file);
    expect(await level(empty, "2024-04-01", "2024-06-03T07:59:59Z")).toBe("notStarted");
    expect(await level(empty, "2024-04-01")).toBe("partiallyImplemented");
    expect(await level(empty, "2024-05-01")).toBe("notStarted");
    await imported(empty, file);
    expect((await trackerReads(empty).levelOverrides(publicReader, "w")).length).toBe(2);
    expect((await verifyAudit(empty)).fault).toBeUndefined();
  });

  test.each([
    ["a leaf", { recommendation: "a" }, "levelOverrides o, recommendation"],
    ["a draft", { recommendation: "dw" }, "levelOverrides o, recommendation"],
    ["what is not there", { recommendation: "none" }, "levelOverrides o, recommendation"],
    ["a body that is not there", { organization: "none" }, "levelOverrides o, organization"],
    ["a day before the report", { on: "2022-12-31" }, "levelOverrides o, on"],
    ["what takes nothing back", { level: undefined, withdraws: "none" }, "levelOverrides o, withdraws"],
  ])("in a file is refused with its place: %s", async (_, changed, name) => {
    const { database } = await open();
    await imported(database, record);
    const override = { id: "o", recommendation: "w", ...set, recordedAt: "2024-03-01T08:00:00Z", ...changed };
    const file = RecordFile.parse({ heed: "record/1", levelOverrides: [override] });
    await expect(imported(database, file)).rejects.toMatchObject({ code: "rowsRejected", issues: [{ name }] });
    expect(await trackerReads(database).levelOverrides(publicReader, "w")).toEqual([]);
  });

  test("in a file is never overwritten", async () => {
    const { database } = await open();
    await imported(database, record);
    const override = { id: "o", recommendation: "w", ...set, recordedAt: "2024-03-01T08:00:00Z" };
    const file = (changed: object = {}) =>
      RecordFile.parse({ heed: "record/1", levelOverrides: [{ ...override, ...changed }] });
    await imported(database, file());
    await imported(database, file({ recordedAt: "2024-03-01T09:00:00+01:00" }));
    await expect(imported(database, file({ level: "underWay" }))).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ name: "levelOverrides o" }],
    });
    expect(await level(database, "2024-03-01")).toBe("partiallyImplemented");
    await expect(database.run("DELETE FROM level_override")).rejects.toThrow();
  });

  test.each([
    ["changed", "UPDATE level_override SET body = replace(body, 'partially', 'fully')"],
    ["recorded at another moment", "UPDATE level_override SET recorded_at = '2020-01-01T00:00:00.000Z'"],
    ["put on another recommendation", "UPDATE level_override SET recommendation_id = 'b'"],
    ["taken away", "DELETE FROM level_override"],
    [
      "put in",
      `INSERT INTO level_override (id, recommendation_id, on_day, recorded_at, body)
       SELECT 'x', recommendation_id, on_day, recorded_at, body FROM level_override`,
    ],
  ])("is vouched for: %s by hand, it is found", async (_, statement) => {
    const { database } = await open();
    await imported(database, record);
    await act(database, "overrideLevel", set);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    await tamper(database, "level_override", statement);
    expect((await verifyAudit(database)).fault).toMatchObject({ kind: "levelOverride" });
  });
});
