import { publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import { checkProjections, exportRecord, trackerReads, verifyAudit } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { registerAct } from "./register-acts.ts";

const record = RecordFile.parse({
  heed: "record/1",
  organizations: ["centre", "justice", "interior"].map((id) => ({ id, code: id, name: { en: id } })),
  reports: [
    { id: "r2021", reference: "2021", issuingBody: "centre", reportingYear: 2021, publishedOn: "2022-10-18" },
    { id: "draft", reference: "2023", issuingBody: "centre", reportingYear: 2023, status: "draft" },
  ],
  recommendations: [
    { id: "drafted", reference: "1", report: "draft", themes: ["hidden"] },
    { id: "one", reference: "1", report: "r2021", themes: ["victims"] },
    { id: "two", reference: "2", report: "r2021", themes: ["training"] },
  ],
  followUps: ["one", "two"].flatMap((recommendation) =>
    ["justice", "interior"].map((addressee) => ({
      ...{ id: `${recommendation}-${addressee}`, recommendation, addressee },
      entries: [
        {
          ...{ type: "response", id: `${recommendation}-${addressee}-response`, position: "rejected" },
          ...{ givenOn: "2022-12-01", recordedAt: "2022-12-01T08:00:00Z" },
        },
      ],
    })),
  ),
  reportingCycles: [
    {
      ...{ id: "round", issuingBody: "centre", year: 2022, recordedAt: "2023-01-05T00:00:00Z" },
      ...{ opensOn: "2023-02-01", updatesDueOn: "2023-03-31", assessmentsDueOn: "2023-06-30" },
    },
  ],
});

describeDatabase("what a cycle selects for assessment", (open) => {
  test("is owed by the issuing body by the cycle's day, as an act that is audited, and listed until it is assessed", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2023-01-05T00:00:00Z" });
    const at = "2023-02-10T08:00:00Z";
    const select = (input: object) =>
      registerAct(database, "selectForAssessment", { reason: "Of weight.", ...input }, { thing: "round", at });
    const done = await select({ themes: ["victims"] });
    expect(done).toMatchObject({ kind: "reportingCycle", version: 2 });
    await select({ followUps: ["two-interior"] });
    const reads = trackerReads(database);
    const unassessed = async (asOf: string, knownAt?: string) => {
      const page = await reads.unassessed(
        publicReader,
        "round",
        { asOf, ...(knownAt && { knownAt }) },
        { withTotal: true },
      );
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ followUp, due, daysOverdue }) => `${followUp} ${due} ${daysOverdue}`);
    };
    const all = ["one-interior", "one-justice", "two-interior"];
    expect(await unassessed("2023-02-09")).toEqual([]);
    expect(await unassessed("2023-02-10")).toEqual(all.map((id) => `${id} 2023-06-30 0`));
    expect(await unassessed("2023-07-10")).toEqual(all.map((id) => `${id} 2023-06-30 10`));
    expect(await unassessed("2023-07-10", "2023-02-01T00:00:00Z")).toEqual([]);
    expect(await unassessed("2023-07-10", "2023-03-01T00:00:00Z")).toEqual(all.map((id) => `${id} 2023-06-30 10`));
    const late = await reads.overdue(publicReader, { asOf: "2023-07-10", kind: ["verification"] }, {});
    expect(late.items.map(({ followUp }) => followUp).sort()).toEqual(all);
    expect(late.items[0]).toMatchObject({ responsible: { id: "centre" }, missedYears: [2022], daysOverdue: 10 });
    const pages: string[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await reads.unassessed(
        publicReader,
        "round",
        { asOf: "2023-07-10" },
        { limit: 2, ...(after && { after }) },
      );
      pages.push(...page.items.map(({ followUp }) => followUp));
      after = page.next;
    }
    expect(pages).toEqual(all);
    const { next = "" } = await reads.unassessed(publicReader, "round", { asOf: "2023-07-10" }, { limit: 1 });
    const wrong = { code: "invalidInput", issues: [{ name: "after", value: next }] };
    await expect(
      reads.unassessed(publicReader, "another", { asOf: "2023-07-10" }, { limit: 1, after: next }),
    ).rejects.toMatchObject(wrong);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
    expect((await verifyAudit(database)).fault).toBeUndefined();
    // A selection that was a mistake is withdrawn by correcting the cycle: the register keeps what it was.
    await registerAct(database, "changeCycle", { selections: null }, { thing: "round", at: "2023-07-11T08:00:00Z" });
    expect(await unassessed("2023-07-12")).toEqual([]);
    expect(await unassessed("2023-07-12", "2023-07-11T07:00:00Z")).toHaveLength(3);
    await registerAct(database, "closeCycle", {}, { thing: "round", at: "2023-07-12T08:00:00Z" });
    const frozen = await reads.snapshot("round", { limit: 1 });
    expect((await reads.snapshot("round", { limit: 1, after: frozen.next ?? "" })).items).toHaveLength(1);
    await expect(reads.snapshot("another", { limit: 1, after: frozen.next ?? "" })).rejects.toMatchObject({
      code: "invalidInput",
    });
  });

  test("names what there is, and no draft: a cycle is public", async () => {
    const { database } = await open();
    await imported(database, record, { at: "2023-01-05T00:00:00Z" });
    for (const [name, value] of [
      ["reports", "draft"],
      ["reports", "nothing"],
      ["addressees", "nobody"],
      ["followUps", "nothing"],
      ["themes", "football"],
      ["themes", "hidden"],
    ] as const)
      await expect(
        registerAct(
          database,
          "selectForAssessment",
          { reason: "Of weight.", [name]: [value] },
          { thing: "round", at: "2023-02-10T08:00:00Z" },
        ),
      ).rejects.toMatchObject({ code: "invalidInput", issues: [{ name, value }] });
  });

  test("comes and goes with the record", async () => {
    const { database } = await open();
    const [round] = record.reportingCycles;
    const selections = [{ on: "2023-02-10", addressees: ["justice"], reason: "Of weight." }];
    await imported(database, RecordFile.parse({ ...record, reportingCycles: [{ ...round, selections }] }));
    const cycles: unknown[] = [];
    for await (const { list, item } of exportRecord(database, publicReader, "2024-01-01", settings))
      if (list === "reportingCycles") cycles.push(item);
    expect(cycles).toMatchObject([{ id: "round", selections }]);
    const { items } = await trackerReads(database).unassessed(publicReader, "round", { asOf: "2023-07-10" }, {});
    expect(items.map(({ followUp }) => followUp)).toEqual(["one-justice", "two-justice"]);
    const unused = { ...round, id: "unused", year: 2024, selections: [{ ...selections[0], themes: ["football"] }] };
    const { warnings } = await imported(database, RecordFile.parse({ ...record, reportingCycles: [unused] }));
    expect(warnings).toMatchObject([
      { detail: "a cycle selects by a theme that no recommendation has", examples: [{ value: "football" }] },
    ]);
    const other = { ...round, id: "other", year: 2023, selections: [{ ...selections[0], addressees: ["nobody"] }] };
    await expect(imported(database, RecordFile.parse({ ...record, reportingCycles: [other] }))).rejects.toMatchObject({
      code: "rowsRejected",
      issues: [{ name: "reportingCycles other, selections addressees", value: "nobody" }],
    });
  });
});
