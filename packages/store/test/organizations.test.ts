import { personAs, publicReader, RecordFile, defaultSettings as settings } from "@heed/core";
import { checkProjections, type Database, exportRecord, performAct, trackerReads } from "@heed/store";
import { expect, test } from "vitest";
import { describeDatabase } from "./describe-database.ts";
import { imported, importRun } from "./importing.ts";
import { editor, registerAct } from "./register-acts.ts";

const names = ["centre", "justice", "courts", "care", "interior", "home", "regions"];
const merger = {
  id: "merger",
  type: "merged",
  on: "2021-01-01",
  originals: ["courts", "interior"],
  results: [{ organization: "home" }],
  recordedAt: "2020-12-01T08:00:00Z",
};
const transfer = {
  id: "transfer",
  type: "competenceTransferred",
  on: "2014-07-01",
  originals: ["justice"],
  results: [{ organization: "care", themes: ["victims"] }],
  recordedAt: "2014-07-01T08:00:00Z",
};

const recordOf = (more: object) =>
  RecordFile.parse({
    heed: "record/1",
    organizations: names.map((id) => ({ id, code: id, name: { en: id } })),
    ...more,
  });

/** One report for each day, with one recommendation on victims to Justice and one to the Interior. */
function reportsOf(...days: string[]) {
  return {
    reports: days.map((publishedOn) => ({
      id: `r-${publishedOn}`,
      reference: publishedOn,
      issuingBody: "centre",
      reportingYear: Number(publishedOn.slice(0, 4)) - 1,
      publishedOn,
    })),
    recommendations: days.flatMap((day) =>
      ["justice", "interior"].map((body) => ({
        id: `${body}-${day}`,
        report: `r-${day}`,
        reference: `${day}-${body}`,
        themes: body === "justice" ? ["victims"] : [],
      })),
    ),
    followUps: days.flatMap((day) =>
      ["justice", "interior"].map((body) => ({
        id: `${body}-${day}`,
        recommendation: `${body}-${day}`,
        addressee: body,
      })),
    ),
  };
}

const at = (day: string) => ({ at: `${day}T09:00:00Z` });

async function exported(database: Database) {
  const items: Record<string, object[]> = {};
  for await (const { list, item } of exportRecord(database, publicReader, "2026-01-01", settings)) {
    items[list] ??= [];
    items[list].push(item);
  }
  return items;
}

describeDatabase("organizations have one truth", (open) => {
  test("a recorded change dates the end and the founding of a body in lists, by day, in exports and back", async () => {
    const { database } = await open();
    await imported(database, recordOf({}));
    const reads = trackerReads(database);
    const validOn = async (day: string) =>
      (await reads.organizations({ validOn: day }, { withTotal: true })).items.map(({ code }) => code);
    expect(await validOn("2021-01-01")).toContain("interior");
    const { id: _, recordedAt: __, ...input } = merger;
    await registerAct(database, "changeOrganizations", input, at("2020-12-01"));
    expect(await validOn("2020-12-31")).toEqual(["care", "centre", "courts", "interior", "justice", "regions"]);
    expect(await validOn("2021-01-01")).toEqual(["care", "centre", "home", "justice", "regions"]);
    expect(await reads.organization("interior")).toMatchObject({ dissolutionDate: "2021-01-01" });
    expect(await reads.organization("home")).toMatchObject({ foundingDate: "2021-01-01" });
    const list = (await reads.organizations({}, {})).items;
    expect(list.find(({ id }) => id === "courts")).toMatchObject({ dissolutionDate: "2021-01-01" });

    // The file tells the day once: by the change.
    const items = await exported(database);
    expect(items.organizations?.find((each) => "id" in each && each.id === "interior")).not.toHaveProperty(
      "dissolutionDate",
    );
    const file = RecordFile.parse({ heed: "record/1", ...items });
    expect((await imported(database, file)).created.organizations).toBe(0);
    const { database: other } = await open();
    await imported(other, file);
    expect(await exported(other)).toEqual(items);
    expect(await trackerReads(other).organization("interior")).toMatchObject({ dissolutionDate: "2021-01-01" });
    await imported(other, recordOf({}));
  });

  test("a renaming gives the old name as a former one", async () => {
    const { database } = await open();
    await imported(database, recordOf({}));
    const renaming = {
      type: "renamed",
      on: "2021-01-01",
      originals: ["interior"],
      results: [{ organization: "home" }],
    };
    await registerAct(database, "changeOrganizations", renaming, at("2020-12-01"));
    expect((await trackerReads(database).organization("home"))?.otherNames).toEqual([
      { name: "interior", until: "2021-01-01" },
    ]);
  });

  test.each([
    [
      "a body that becomes itself",
      { type: "renamed", on: "2022-01-01", originals: ["care"], results: [{ organization: "care" }] },
      "does not become itself",
    ],
    [
      "a second end",
      { type: "dissolved", on: "2022-01-01", originals: ["interior"], results: [] },
      "it ended on 2021-01-01",
    ],
    [
      "a cycle",
      { type: "absorbed", on: "2022-01-01", originals: ["home"], results: [{ organization: "courts" }] },
      "it ended on 2021-01-01",
    ],
    [
      "a merger into one that existed",
      { type: "merged", on: "2022-01-01", originals: ["care", "regions"], results: [{ organization: "home" }] },
      "it existed before",
    ],
    [
      "an earlier end of one that did something later",
      { type: "dissolved", on: "2020-01-01", originals: ["courts"], results: [] },
      "came later",
    ],
  ])("%s is refused, by the act and in a file", async (_, input, why) => {
    const { database } = await open();
    await imported(database, recordOf({ organizationChanges: [merger] }));
    const refused = await registerAct(database, "changeOrganizations", input, at("2021-06-01")).catch((error) => error);
    expect(refused).toMatchObject({ code: "invalidInput" });
    expect(JSON.stringify(refused.issues)).toContain(why);
    const inFile = () =>
      imported(
        database,
        recordOf({ organizationChanges: [merger, { ...input, id: "x", recordedAt: merger.recordedAt }] }),
      );
    const file = await (async () => inFile())().catch((error) => error);
    expect(JSON.stringify(file.issues)).toContain(why);
    expect((await trackerReads(database).organizationChanges(undefined)).length).toBe(1);
  });

  test("who is no more is told when it is addressed: in a draft, at publication, in a file", async () => {
    const { database } = await open();
    const file = recordOf({ organizationChanges: [merger, transfer], ...reportsOf("2020-12-31", "2021-01-01") });
    expect((await imported(database, file, { dryRun: true })).warnings).toMatchObject([
      {
        rows: 1,
        examples: [{ name: "followUps interior-2021-01-01, addressee", detail: "it was dissolved on 2021-01-01" }],
      },
    ]);
    await imported(database, file);
    const draft = { reference: "2023", issuingBody: "centre", reportingYear: 2023 };
    const { id: report } = await registerAct(database, "draftReport", draft);
    const asked = { reference: "1", addressees: [{ organization: "interior" }, { organization: "home" }] };
    const warning = [{ name: "1", value: "interior", detail: "it was dissolved on 2021-01-01" }];
    const added = await registerAct(database, "addRecommendation", asked, { thing: report });
    expect(added.warnings).toEqual(warning);
    expect((await registerAct(database, "publish", {}, { thing: report })).warnings).toEqual(warning);
  });

  test("an end that the organization dated otherwise is told; the change holds", async () => {
    const { database } = await open();
    const organizations = [{ id: "old", code: "old", name: { en: "old" }, dissolutionDate: "2019-12-31" }];
    await imported(database, RecordFile.parse({ heed: "record/1", organizations }));
    const end = { type: "dissolved", on: "2020-01-01", originals: ["old"] };
    expect((await registerAct(database, "changeOrganizations", end)).warnings).toMatchObject([
      { name: "on", value: "old" },
    ]);
    expect(await trackerReads(database).organization("old")).toMatchObject({ dissolutionDate: "2020-01-01" });
  });
});

describeDatabase("changes of long ago", (open) => {
  test("do not move what is addressed later", async () => {
    const { database } = await open();
    const days = ["2014-06-30", "2014-07-01", "2026-03-02"];
    await imported(database, recordOf({ organizationChanges: [transfer], ...reportsOf(...days) }));
    const reads = trackerReads(database);
    const holder = async (followUp: string, asOf: string, knownAt?: string) =>
      (await reads.followUp(publicReader, followUp, asOf, knownAt))?.responsible.id;
    expect(await holder("justice-2014-06-30", "2026-06-01")).toBe("care");
    expect(await holder("justice-2014-07-01", "2026-06-01")).toBe("justice");
    expect(await holder("justice-2026-03-02", "2026-06-01")).toBe("justice");
    const late = async (responsible: string, knownAt?: string) => {
      const filter = { asOf: "2026-06-01", responsible: [responsible], ...(knownAt && { knownAt }) };
      return (await reads.overdue(publicReader, filter, {})).items.map(({ followUp }) => followUp).sort();
    };
    for (const knownAt of [undefined, "2026-06-01T00:00:00Z"]) {
      expect(await late("justice", knownAt)).toEqual(["justice-2014-07-01", "justice-2026-03-02"]);
      expect(await late("care", knownAt)).toEqual(["justice-2014-06-30"]);
    }
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("a correction of the day of publication moves it, or back", async () => {
    const { database } = await open();
    await imported(database, recordOf({ organizationChanges: [transfer], ...reportsOf("2014-06-30") }));
    const reads = trackerReads(database);
    const holder = async () => (await reads.followUp(publicReader, "justice-2014-06-30", "2026-06-01"))?.responsible.id;
    expect(await holder()).toBe("care");
    await registerAct(database, "changeReport", { publishedOn: "2014-07-02" }, { thing: "r-2014-06-30" });
    expect(await holder()).toBe("justice");
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });
});

describeDatabase("an editor decides who answers", (open) => {
  const dissolution = { ...merger, id: "end", type: "dissolved", originals: ["interior"], results: [] };
  const decide = (database: Database, followUp: string, input: object) =>
    performAct(database, {
      followUp,
      act: "decideSuccessor",
      input,
      person: personAs(editor),
      systemUser: "tester",
      ...at("2022-03-01"),
      settings,
      newId: importRun().newId,
    });
  const reading = (database: Database) => async (followUp: string, asOf: string) => {
    const detail = await trackerReads(database).followUp(publicReader, followUp, asOf);
    return [detail?.standing?.responsible.state, detail?.responsible.id];
  };

  test("after a dissolution without successor, from a day that he names", async () => {
    const { database } = await open();
    await imported(database, recordOf({ organizationChanges: [dissolution], ...reportsOf("2020-01-10") }));
    const holder = reading(database);
    expect(await holder("interior-2020-01-10", "2022-01-01")).toEqual(["unassigned", "interior"]);
    const input = { change: "end", successor: "regions", from: "2021-09-01" };
    for (const [wrong, name] of [
      [{ ...input, from: undefined }, "from"],
      [{ ...input, from: "2020-12-31" }, "from"],
      [{ ...input, successor: "nobody" }, "successor"],
      [{ ...input, successor: "interior" }, "successor"],
    ] as const)
      await expect(decide(database, "interior-2020-01-10", wrong)).rejects.toMatchObject({ issues: [{ name }] });
    await decide(database, "interior-2020-01-10", input);
    expect(await holder("interior-2020-01-10", "2021-08-31")).toEqual(["unassigned", "interior"]);
    expect(await holder("interior-2020-01-10", "2021-09-01")).toEqual(["answers", "regions"]);
    // Later changes of the chosen successor move it on.
    const renaming = { type: "renamed", on: "2022-06-01", originals: ["regions"], results: [{ organization: "home" }] };
    await registerAct(database, "changeOrganizations", renaming, at("2022-05-01"));
    expect(await holder("interior-2020-01-10", "2022-06-01")).toEqual(["answers", "home"]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });

  test("where a transfer names no theme of it", async () => {
    const { database } = await open();
    const changes = [{ ...transfer, originals: ["interior"] }];
    await imported(database, recordOf({ organizationChanges: changes, ...reportsOf("2014-01-10") }));
    const holder = reading(database);
    expect(await holder("interior-2014-01-10", "2015-01-01")).toEqual(["answers", "interior"]);
    await decide(database, "interior-2014-01-10", { change: "transfer", successor: "care" });
    expect(await holder("interior-2014-01-10", "2014-06-30")).toEqual(["answers", "interior"]);
    expect(await holder("interior-2014-01-10", "2014-07-01")).toEqual(["answers", "care"]);
    expect((await checkProjections(database, settings)).differences).toEqual([]);
  });
});
