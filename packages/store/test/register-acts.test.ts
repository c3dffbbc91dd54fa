import {
  type Entry,
  publicReader,
  RecordFile,
  type ReportingCycle,
  readerAs,
  defaultSettings as settings,
} from "@heed/core";
import { appendEntries, checkProjections, type Database, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import { describe, expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { editor, registerAct } from "./register-acts.ts";
import { tamper } from "./tampering.ts";

const editorReader = readerAs("editor");

const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    { id: "centre", code: "centre", name: { en: "Centre" } },
    { id: "justice", code: "just", name: { nl: "Justitie" } },
    { id: "interior", code: "ibz", name: { nl: "Binnenlandse Zaken" }, foundingDate: "2030-01-01" },
  ],
  reports: [{ id: "r", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" }],
  recommendations: [{ id: "rec", report: "r", reference: "2021-1", text: { en: "Train the inspectors." } }],
  followUps: [{ id: "fu", recommendation: "rec", addressee: "justice" }],
});

/** A draft of two recommendations. */
async function drafted(database: Database) {
  await imported(database, record);
  const report = await registerAct(database, "draftReport", {
    issuingBody: "centre",
    reference: "2023",
    reportingYear: 2023,
  });
  const add = (input: object) => registerAct(database, "addRecommendation", input, { thing: report.id });
  const one = await add({
    reference: "2023-1",
    text: { en: "Register every victim." },
    themes: ["victims"],
    addressees: [{ organization: "justice" }, { organization: "interior", role: "joint" }],
  });
  const two = await add({ reference: "2023-2", text: { en: "Publish figures." } });
  return { report: report.id, one: one.id, two: two.id };
}

/** Checks that the projections follow from the entries, and that the audit is unbroken. */
async function requireSound(database: Database): Promise<void> {
  expect((await checkProjections(database, settings)).differences).toEqual([]);
  expect((await verifyAudit(database)).fault).toBeUndefined();
}

describeDatabase("a draft report", (open) => {
  test("leaves no trace for the public, and is whole for an editor", async () => {
    const { database } = await open();
    const before = await traces(database);
    await imported(database, record);
    const empty = await traces(database);
    expect(before).not.toEqual(empty);
    const { report, one } = await drafted(database);
    expect(await traces(database)).toEqual(empty);
    const reads = trackerReads(database);
    expect(await reads.report(publicReader, report)).toBeUndefined();
    expect(await reads.recommendation(publicReader, one, "2024-06-03")).toBeUndefined();
    const detail = await reads.recommendation(editorReader, one, "2024-06-03");
    expect(detail?.followUps.map(({ addressee, role }) => [addressee.code, role]).sort()).toEqual([
      ["ibz", "joint"],
      ["just", "lead"],
    ]);
    await requireSound(database);
  });

  test("is changed, and what it was before each change is kept", async () => {
    const { database } = await open();
    const { report, one, two } = await drafted(database);
    await registerAct(database, "changeReport", { title: { en: "Report on 2023" } }, { thing: report });
    const [kept] = await database.all<{ id: string }>(
      "SELECT id FROM follow_up WHERE recommendation_id = ? AND addressee_id = 'justice'",
      [one],
    );
    const change = { title: { en: "Victims" }, addressees: [{ organization: "justice", role: "joint" }] };
    await registerAct(database, "changeRecommendation", change, { thing: report, part: one });
    expect(await database.all("SELECT id, role FROM follow_up WHERE recommendation_id = ?", [one])).toEqual([
      { id: kept?.id, role: "joint" },
    ]);
    await registerAct(database, "removeRecommendation", {}, { thing: report, part: two });
    const items = await trackerReads(database).recommendationsByReference(editorReader, "2023-2", "2024-06-03");
    expect(items).toEqual([]);
    const chain = await database.all<{ action: string; body: string }>(
      "SELECT action, body FROM register_record WHERE thing_id = ? ORDER BY sequence",
      [two],
    );
    expect(chain.map(({ action }) => action)).toEqual(["addRecommendation", "removeRecommendation"]);
    expect(JSON.parse(chain[1]?.body ?? "").text).toEqual({ en: "Publish figures." });
    await requireSound(database);
  });

  test("opens its follow-ups when it is published, and warns of an addressee that did not exist", async () => {
    const { database } = await open();
    const { report } = await drafted(database);
    const days = { publishedOn: "2024-06-01", transmittedToParliamentOn: "2024-06-03" };
    const { body, version, warnings } = await registerAct(database, "publish", days, { thing: report });
    expect(body).toMatchObject({ status: "published", ...days });
    expect(version).toBe(4);
    expect(warnings).toEqual([{ name: "2023-1", value: "ibz", detail: "it was founded on 2030-01-01" }]);
    const reads = trackerReads(database);
    const { items } = await reads.overdue(publicReader, { asOf: "2024-08-02" }, {});
    expect(items.filter(({ report: { id } }) => id === report).map(({ due }) => due)).toEqual([
      "2024-08-01",
      "2024-08-01",
    ]);
    await requireSound(database);
    await expect(registerAct(database, "publish", {}, { thing: report })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
    await expect(registerAct(database, "discard", {}, { thing: report })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
  });

  test("is gone when it is discarded, and the register knows what it was and who discarded it", async () => {
    const { database } = await open();
    const { report, one, two } = await drafted(database);
    await registerAct(database, "discard", {}, { thing: report });
    expect(await trackerReads(database).report(editorReader, report)).toBeUndefined();
    expect(await database.all("SELECT id FROM follow_up")).toEqual([{ id: "fu" }]);
    const last = await database.all(
      "SELECT thing_id AS thing, actor FROM register_record WHERE action = 'discard' ORDER BY kind DESC, thing_id",
    );
    expect(last).toEqual([report, ...[one, two].sort()].map((thing) => ({ thing, actor: "E. Maes" })));
    await requireSound(database);
    // Its reference can be used again.
    await registerAct(database, "draftReport", { issuingBody: "centre", reference: "2023", reportingYear: 2023 });
  });

  test("that came by a file is published like another, and its record is never taken away", async () => {
    const { database } = await open();
    const draft = { ...record, reports: record.reports.map((each) => ({ ...each, status: "draft" as const })) };
    await imported(database, RecordFile.parse(draft));
    await expect(registerAct(database, "discard", {}, { thing: "r" })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
    const change = { title: { en: "Training" } };
    await registerAct(database, "changeRecommendation", change, { thing: "r", part: "rec" });
    await registerAct(database, "addRecommendation", { reference: "2021-2" }, { thing: "r" });
    await requireSound(database);
    await registerAct(database, "publish", { publishedOn: "2022-10-18" }, { thing: "r" });
    expect((await trackerReads(database).overdue(publicReader, { asOf: "2023-01-01" }, {})).total).toBe(1);
    await requireSound(database);
  });

  test("is not published before its recommendations, nor with a due date before it", async () => {
    const { database } = await open();
    const { report, one } = await drafted(database);
    const empty = await registerAct(database, "draftReport", {
      issuingBody: "centre",
      reference: "2024",
      reportingYear: 2024,
    });
    await expect(registerAct(database, "publish", {}, { thing: empty.id })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
    const early = { implementationDue: { on: "2024-01-31" } };
    await registerAct(database, "changeRecommendation", early, { thing: report, part: one });
    await expect(registerAct(database, "publish", {}, { thing: report })).rejects.toMatchObject({
      issues: [{ name: "publishedOn", detail: "2023-1 was due on 2024-01-31, before the report" }],
    });
    await expect(
      registerAct(database, "publish", { publishedOn: "2024-06-04" }, { thing: report }),
    ).rejects.toMatchObject({ issues: [{ name: "publishedOn", detail: "today is 2024-06-03" }] });
    expect((await trackerReads(database).report(editorReader, report))?.report.status).toBe("draft");
  });

  test("refuses what cannot be, with the place, and is left as it was", async () => {
    const { database } = await open();
    const { report, one } = await drafted(database);
    const refused = (act: Parameters<typeof registerAct>[1], input: unknown, where: object) =>
      registerAct(database, act, input, where).then(
        () => "nothing",
        ({ code, issues }) => [code, ...issues.map(({ name }: { name: string }) => name)].join(" "),
      );
    const add = (input: object) => refused("addRecommendation", { reference: "2023-3", ...input }, { thing: report });
    expect(await add({ reference: "2023–1" })).toBe("duplicateReference reference");
    expect(await add({ colour: "red" })).toBe("unknownInput colour");
    expect(await add({ partOf: "none" })).toBe("invalidInput partOf");
    expect(await add({ partOf: one })).toBe("invalidInput partOf");
    expect(await add({ addressees: [{ organization: "none" }] })).toBe("unknownOrganization addressees.0.organization");
    const twice = [{ organization: "justice" }, { organization: "justice", role: "joint" }];
    expect(await add({ addressees: twice })).toBe("invalidInput addressees.1.organization");
    const again = { issuingBody: "centre", reference: "2023", reportingYear: 2023 };
    expect(await refused("draftReport", again, {})).toBe("duplicateReference reference");
    expect(await refused("draftReport", { ...again, issuingBody: "none" }, {})).toBe("unknownOrganization issuingBody");
    expect(await refused("changeReport", { status: "published" }, { thing: report })).toBe("invalidInput status");
    expect(await refused("changeReport", { colour: "red" }, { thing: report })).toBe("unknownInput colour");
    expect(await refused("publish", {}, { thing: report, expectedVersion: 2 })).toBe("versionConflict");
    expect(await refused("publish", {}, { thing: "none" })).toBe("notFound");
    expect(await refused("publish", {}, { thing: report, actor: { ...editor, role: "respondent" } })).toBe(
      "missingPermission",
    );
    expect(await database.all("SELECT action FROM register_record WHERE action = 'publish'")).toEqual([]);
    await requireSound(database);
  });
});

/** Everything that a reader without the right can ask for as a list or a count. */
async function traces(database: Database) {
  const reads = trackerReads(database);
  const asOf = "2030-01-01";
  return {
    reports: await reads.reports(publicReader, {}, { withTotal: true }),
    recommendations: await reads.recommendations(publicReader, { asOf }, { withTotal: true }),
    searched: await reads.recommendations(publicReader, { asOf, q: "victim" }, { withTotal: true }),
    overdue: await reads.overdue(publicReader, { asOf }, {}),
    stale: await reads.stale(publicReader, { asOf }, {}),
    progress: await reads.progress(publicReader, { asOf, groupBy: "addressee" }),
    themes: await reads.themes(),
    named: await reads.reportsNamed(publicReader, "2023"),
  };
}

describeDatabase("a published report", (open) => {
  test("is corrected by a new version, and the old one is told", async () => {
    const { database } = await open();
    await imported(database, record);
    const reads = trackerReads(database);
    const due = async () => (await reads.overdue(publicReader, { asOf: "2023-06-01" }, {})).items[0]?.due;
    expect(await due()).toBe("2022-12-19");
    const { version } = await registerAct(database, "changeReport", { publishedOn: "2022-11-18" }, { thing: "r" });
    expect(version).toBe(2);
    expect(await due()).toBe("2023-01-18");
    const detail = await reads.report(publicReader, "r");
    expect(detail).toMatchObject({
      version: 2,
      report: { publishedOn: "2022-11-18" },
      formerVersions: [
        { report: { publishedOn: "2022-10-18" }, replacedAt: "2024-06-03T08:00:00.000Z", replacedBy: "E. Maes" },
      ],
    });
    await requireSound(database);
    // The file that it came from now has another content: nothing is overwritten.
    await expect(imported(database, record)).rejects.toMatchObject({ code: "rowsRejected" });
    for (const changes of [{ publishedOn: null }, { publishedOn: "2024-06-04" }, { issuingBody: null }, {}])
      await expect(registerAct(database, "changeReport", changes, { thing: "r" })).rejects.toMatchObject({
        code: "invalidInput",
      });
  });

  test("has its recommendations corrected by new versions, which move their deadlines", async () => {
    const { database } = await open();
    await imported(database, record);
    const corrected = { text: { en: "Train all inspectors." }, implementationDue: { on: "2023-01-31" } };
    const done = await registerAct(database, "correctRecommendation", corrected, { thing: "rec", expectedVersion: 1 });
    expect(done).toMatchObject({ version: 2, body: { version: 2, ...corrected } });
    const reads = trackerReads(database);
    const late = await reads.overdue(publicReader, { asOf: "2023-02-01", kind: ["implementation"] }, {});
    expect(late.total).toBe(1);
    expect(await reads.formerVersions(publicReader, "rec")).toMatchObject([
      { recommendation: { version: 1, text: { en: "Train the inspectors." } }, replacedBy: "E. Maes" },
    ]);
    await requireSound(database);
    await expect(
      registerAct(database, "correctRecommendation", { implementationDue: { on: "2022-01-31" } }, { thing: "rec" }),
    ).rejects.toMatchObject({ issues: [{ name: "implementationDue" }] });
    await expect(
      registerAct(database, "correctRecommendation", { partOf: "rec" }, { thing: "rec" }),
    ).rejects.toMatchObject({ issues: [{ name: "partOf" }] });
  });
});

describeDatabase("a reporting cycle", (open) => {
  const days = { year: 2022, opensOn: "2023-01-15", updatesDueOn: "2023-03-31", assessmentsDueOn: "2023-06-30" };
  const closedAt = "2023-09-01T08:00:00Z";

  const opened = async (database: Database) => {
    await imported(database, record);
    return registerAct(database, "openCycle", { issuingBody: "centre", ...days }, { at: "2023-01-15T08:00:00Z" });
  };
  const update = (database: Database, givenOn: string) =>
    appendEntries(database, {
      followUp: "fu",
      entries: [
        {
          id: `update-${givenOn}`,
          type: "progressUpdate",
          givenOn,
          recordedAt: `${givenOn}T08:00:00Z`,
          reportingYear: 2022,
          asOf: givenOn,
          level: "underWay",
          claim: false,
          evidence: [],
        },
      ],
      actor: "just",
      systemUser: "tester",
      at: `${givenOn}T08:00:00Z`,
      settings,
    });

  test("owes an update to the follow-ups of its issuing body from the day it opens", async () => {
    const { database } = await open();
    const { id } = await opened(database);
    const reads = trackerReads(database);
    const late = async () => (await reads.overdue(publicReader, { asOf: "2023-04-01", kind: ["update"] }, {})).total;
    expect(await late()).toBe(1);
    await registerAct(
      database,
      "changeCycle",
      { updatesDueOn: "2023-04-30" },
      { thing: id, at: "2023-02-01T08:00:00Z" },
    );
    expect(await late()).toBe(0);
    await requireSound(database);
  });

  test("is closed with a frozen snapshot that a late update never changes, and errors stand beside it", async () => {
    const { database } = await open();
    const { id } = await opened(database);
    await registerAct(database, "publishCycle", { publishedOn: "2023-07-01" }, { thing: id, at: closedAt });
    const closed = await registerAct(database, "closeCycle", {}, { thing: id, at: closedAt });
    expect(closed.body).toMatchObject({ publishedOn: "2023-07-01", closedOn: "2023-09-01" });
    const reads = trackerReads(database);
    const frozen = await reads.snapshot(id, { withTotal: true });
    expect(frozen).toMatchObject({
      total: 1,
      items: [
        {
          followUp: "fu",
          reference: "2021-1",
          addressee: { code: "just" },
          position: "awaiting",
          timeliness: "overdue",
          update: "missing",
        },
      ],
    });
    await update(database, "2023-08-15");
    await registerAct(
      database,
      "correctRecommendation",
      { reference: "2021-88" },
      { thing: frozen.items[0]?.recommendation ?? "", at: "2023-09-15T08:00:00Z" },
    );
    expect(await reads.snapshot(id, { withTotal: true })).toEqual(frozen);
    await registerAct(
      database,
      "addErratum",
      { text: "It had come by post.", followUp: "fu" },
      { thing: id, at: "2023-10-01T08:00:00Z" },
    );
    const { cycle, version, followUps } = (await reads.reportingCycle(id)) ?? {};
    expect(cycle?.errata).toEqual([
      { recordedAt: "2023-10-01T08:00:00.000Z", actor: "E. Maes", followUp: "fu", text: "It had come by post." },
    ]);
    expect([version, followUps]).toEqual([4, 1]);
    await requireSound(database);
    for (const act of ["changeCycle", "publishCycle", "closeCycle"] as const)
      await expect(registerAct(database, act, {}, { thing: id })).rejects.toMatchObject({
        code: "reportingCycleClosed",
      });
    await tamper(database, "cycle_snapshot", "UPDATE cycle_snapshot SET body = replace(body, 'missing', 'onTime')");
    expect((await verifyAudit(database)).fault).toEqual({
      kind: "reportingCycle",
      thing: id,
      sequence: 3,
      detail: "the frozen snapshot does not match the record",
    });
  });

  test("counts in its snapshot no entry that was made confidential later, also not in an export for the public (R59)", async () => {
    const { database } = await open();
    const { id } = await opened(database);
    const append = (entry: object, at: string) =>
      appendEntries(database, {
        ...{ followUp: "fu", actor: "E. Maes", systemUser: "tester", at, settings },
        entries: [{ type: "evidence", givenOn: "2023-08-01", recordedAt: at, ...entry } as Entry],
      });
    const shown = { kind: "document", title: "A letter", confidential: false };
    await append({ id: "letter", evidence: [shown] }, "2023-08-01T08:00:00Z");
    await append({ id: "open", evidence: [{ ...shown, title: "A law" }] }, "2023-08-01T09:00:00Z");
    await registerAct(database, "closeCycle", {}, { thing: id, at: closedAt });
    const reads = trackerReads(database);
    const counted = async () => {
      const exported: number[] = [];
      for await (const { list, item } of exportRecord(database, publicReader, "2024-01-01", settings))
        if (list === "cycleSnapshots") exported.push(item.entries);
      return [...(await reads.snapshot(id, {})).items.map(({ entries }) => entries), ...exported];
    };
    const before = await counted();
    const hidden = { ...shown, confidential: true };
    await append({ id: "hidden", corrects: "letter", evidence: [hidden] }, "2023-10-01T08:00:00Z");
    await append({ id: "later", evidence: [{ ...shown, title: "A note" }] }, "2023-10-02T08:00:00Z");
    expect(await counted()).toEqual(before.map((count) => count - 1));
    await requireSound(database);
  });

  test("tells in its snapshot who was late and who was not", async () => {
    const { database } = await open();
    const { id } = await opened(database);
    await update(database, "2023-04-01");
    await registerAct(database, "closeCycle", { closedOn: "2023-04-02" }, { thing: id, at: closedAt });
    expect((await trackerReads(database).snapshot(id, {})).items[0]).toMatchObject({
      update: "late",
      reported: "underWay",
      entries: 1,
    });
  });

  test("refuses days out of order, a second one about the year, and to be closed too early", async () => {
    const { database } = await open();
    const { id } = await opened(database);
    const again = { issuingBody: "centre", ...days };
    await expect(registerAct(database, "openCycle", again)).rejects.toMatchObject({ code: "duplicateReference" });
    await expect(
      registerAct(database, "openCycle", { ...again, year: 2023, updatesDueOn: "2023-01-14" }),
    ).rejects.toMatchObject({ issues: [{ name: "updatesDueOn" }] });
    await expect(registerAct(database, "closeCycle", { closedOn: "2023-03-30" }, { thing: id })).rejects.toMatchObject({
      issues: [{ name: "closedOn", detail: "its updates are due on 2023-03-31" }],
    });
    await expect(registerAct(database, "addErratum", { text: "?" }, { thing: id })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
    await registerAct(database, "closeCycle", {}, { thing: id });
    await expect(
      registerAct(database, "addErratum", { text: "?", followUp: "none" }, { thing: id }),
    ).rejects.toMatchObject({ issues: [{ name: "followUp", value: "none" }] });
    const { cycle } = (await trackerReads(database).reportingCycle(id)) as { cycle: ReportingCycle };
    expect(cycle.errata).toBeUndefined();
  });
});

describeDatabase("organizations and links", (open) => {
  test("are recorded with who did it, and move what they touch", async () => {
    const { database } = await open();
    await imported(database, record);
    const { id: next } = await registerAct(database, "addOrganization", { code: "just2", name: { en: "New Justice" } });
    const change = { type: "renamed", on: "2023-01-01", originals: ["justice"], results: [{ organization: next }] };
    await registerAct(database, "changeOrganizations", change);
    const reads = trackerReads(database);
    const late = (asOf: string) => reads.overdue(publicReader, { asOf, responsible: [next] }, {});
    expect((await late("2022-12-31")).total).toBe(0);
    expect((await late("2023-01-01")).total).toBe(1);
    const { report, one } = await drafted(database);
    await expect(registerAct(database, "link", { type: "repeats", to: "rec" }, { thing: one })).rejects.toMatchObject({
      code: "invalidStateTransition",
    });
    await registerAct(database, "publish", {}, { thing: report });
    await registerAct(database, "link", { type: "repeats", to: "rec" }, { thing: one });
    expect((await late("2024-06-03")).items.map(({ followUp }) => followUp)).not.toContain("fu");
    expect(await reads.links(publicReader, "rec")).toMatchObject([{ type: "repeats", from: one, on: "2024-06-03" }]);
    await requireSound(database);
    for (const [act, input, code] of [
      ["addOrganization", { code: "just", name: { en: "x" } }, "duplicateReference"],
      ["changeOrganizations", { ...change, originals: ["none"] }, "unknownOrganization"],
      ["changeOrganizations", { ...change, replaces: "none" }, "invalidInput"],
      ["changeOrganizations", { type: "renamed", originals: ["justice"] }, "invalidInput"],
    ] as const)
      await expect(registerAct(database, act, input)).rejects.toMatchObject({ code });
    await expect(registerAct(database, "link", { type: "repeats", to: "none" }, { thing: one })).rejects.toMatchObject({
      issues: [{ name: "to", value: "none" }],
    });
    await expect(registerAct(database, "link", { type: "repeats", to: one }, { thing: "rec" })).rejects.toMatchObject({
      issues: [{ name: "on" }],
    });
  });
});

describeDatabase("the register's record", (open) => {
  test("performs an act once that is sent twice", async () => {
    const { database } = await open();
    await imported(database, record);
    const input = { issuingBody: "centre", reference: "2023", reportingYear: 2023 };
    const request = { key: "key", operation: "POST /reports", body: input };
    const [first, second] = await Promise.all(
      [1, 2].map(() => registerAct(database, "draftReport", input, { request })),
    );
    expect(second).toEqual(first);
    for (const other of [{ body: { ...input, reference: "2024" } }, { operation: "POST /organizations" }])
      await expect(
        registerAct(database, "draftReport", input, { request: { ...request, ...other } }),
      ).rejects.toMatchObject({ code: "idempotencyKeyReused" });
    expect(await database.all("SELECT id FROM report WHERE status = 'draft'")).toEqual([{ id: first?.id }]);
  });

  test("lets one of two writers win who read the same version, and loses and doubles nothing", async () => {
    const { database } = await open();
    const { report } = await drafted(database);
    const tried = await Promise.allSettled(
      ["One", "Other"].map((en) =>
        registerAct(database, "changeReport", { title: { en } }, { thing: report, expectedVersion: 3 }),
      ),
    );
    const refused = tried.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(refused).toEqual(["versionConflict"]);
    expect((await trackerReads(database).report(editorReader, report))?.version).toBe(4);
    await requireSound(database);
  });

  describe("names the first that was tampered with by hand:", () => {
    test.each([
      [
        "a report",
        "UPDATE report SET published_on = '2024-06-02' WHERE reference = '2023'",
        "report",
        2,
        "it does not match",
      ],
      ["a draft thrown away", "DELETE FROM reporting_cycle", "reportingCycle", 1, "it is not there any more"],
      [
        "who published it",
        "UPDATE register_record SET actor = 'somebody else' WHERE action = 'publish'",
        "report",
        2,
        "its fields do not match its hash",
      ],
      ["the last record", "DELETE FROM register_record WHERE action = 'publish'", "report", 1, "it does not match"],
      ["all records", "DELETE FROM register_record WHERE kind = 'report'", "report", 1, "the record is missing"],
    ])("%s", async (_, statement, kind, sequence, detail) => {
      const { database } = await open();
      const { report } = await drafted(database);
      await registerAct(database, "publish", {}, { thing: report });
      const year = { year: 2022, opensOn: "2023-01-15", updatesDueOn: "2023-03-31", assessmentsDueOn: "2023-06-30" };
      await registerAct(database, "openCycle", { issuingBody: "centre", ...year });
      await tamper(database, "register_record", statement);
      const { fault } = await verifyAudit(database);
      expect(fault).toMatchObject({ kind, sequence });
      expect(fault?.detail).toContain(detail);
    });
  });
});
