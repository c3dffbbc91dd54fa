import { type Entry, type FollowUpCase, OverdueKind, publicReader, type RecordFile, readerAs } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { type Database, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { recordOfCases } from "./record-of-cases.ts";
import { registerAct } from "./register-acts.ts";

const roundsRecordedAt = "2019-06-01T00:00:00Z";
const importedAt = "2026-01-01T00:00:00Z";

/**
 * Random histories in which nothing is recorded before what it refers to, and changes are recorded one after the other.
 */
function histories(numRuns: number): { record: RecordFile; cases: FollowUpCase[] } {
  return recordOfCases(
    fc.sample(followUpCases, { numRuns, seed: 20261125 }).map((each) => ({
      ...each,
      entries: inOrderOfRecording(each.entries),
      changes: each.changes.map((change, index) => ({ ...change, recordedAt: `20${19 + index}-09-15T08:00:00Z` })),
    })),
  );
}

function inOrderOfRecording(entries: readonly Entry[]): Entry[] {
  let last = "";
  return entries.map((entry) => {
    last = entry.recordedAt > last ? entry.recordedAt : last;
    return { ...entry, recordedAt: last };
  });
}

async function kept(database: Database, record: RecordFile): Promise<TrackerReads> {
  const { organizations } = record;
  const reportingCycles = record.reportingCycles.map((each) => ({ ...each, recordedAt: roundsRecordedAt }));
  const reports = record.reports.map((each) => ({ ...each, recordedAt: importedAt }));
  await imported(
    database,
    { heed: "record/1", organizations, reportingCycles, ...nothingElse },
    { at: roundsRecordedAt },
  );
  await imported(database, { ...record, reports }, { at: importedAt });
  return trackerReads(database);
}

const nothingElse = {
  collectedItems: [],
  reportSections: [],
  settingChanges: [],
  cycleSnapshots: [],
  organizationChanges: [],
  reports: [],
  recommendations: [],
  links: [],
  levelOverrides: [],
  followUps: [],
};

/** What a record would hold if nothing had been recorded after a moment. */
function recordedBy(record: RecordFile, moment: string): RecordFile {
  const links = record.links.filter(({ recordedAt }) => recordedAt <= moment);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const followUps = record.followUps.map((each) => ({
    ...each,
    entries: each.entries.filter(({ recordedAt }) => recordedAt <= moment),
  }));
  const begun = new Set(followUps.flatMap(({ entries, recommendation }) => (entries.length > 0 ? recommendation : [])));
  const reports = new Set(
    record.recommendations.flatMap(({ id, report }) => (begun.has(id) || linked.has(id) ? report : [])),
  );
  const recommendations = record.recommendations.filter(({ report }) => reports.has(report));
  const known = new Set(recommendations.map(({ id }) => id));
  return {
    ...record,
    organizationChanges: record.organizationChanges.filter(({ recordedAt }) => recordedAt <= moment),
    reports: record.reports.filter(({ id }) => reports.has(id)),
    recommendations,
    links,
    followUps: followUps.filter(({ recommendation }) => known.has(recommendation)),
    reportingCycles: moment < roundsRecordedAt ? [] : record.reportingCycles,
  };
}

type Asking = { asOf: string; knownAt?: string };

/** All four lists on a day, under several filters. */
async function lists(reads: TrackerReads, cases: readonly FollowUpCase[], asking: Asking) {
  const { asOf } = asking;
  const [one, other] = [`${cases[0]?.followUp.addressee}`, `${cases[1]?.followUp.addressee}`];
  const heirs = ["c0-courts", "c0-care", "c1-home", "c2-myria", "c3-unia", "c4-courts"];
  const overdue = async (filter: object) => {
    const { items, ...totals } = await reads.overdue(publicReader, { ...asking, ...filter }, {});
    return { ...totals, items: inOrder(items) };
  };
  // Each list has its own cursor for the next page.
  const recommendations = async (filter: object, paging = {}) => {
    const page = await reads.recommendations(publicReader, { ...asking, ...filter }, { withTotal: true, ...paging });
    return { ...page, next: page.next !== undefined };
  };
  const progress = async (groupBy: "all" | "addressee" | "responsible" | "reportingYear" | "theme" | "report") => {
    const groups = await reads.progress(publicReader, { ...asking, groupBy });
    return inOrder(groups.map((group) => ({ ...group, byPosition: inOrder(Object.entries(group.byPosition)) })));
  };
  return {
    late: await overdue({}),
    lateByOriginal: await overdue({ against: "original" }),
    dueSoon: await overdue({ dueSoon: true }),
    longLate: await overdue({ minDaysOverdue: 100, kind: OverdueKind.options.slice(0, 2) }),
    lateAt: await overdue({ responsible: heirs }),
    printedAt: await overdue({ addressee: [one, other] }),
    ofTheme: await overdue({ theme: ["victims"] }),
    ofThemeAt: await overdue({ theme: ["victims"], responsible: heirs }),
    stale: await reads.stale(publicReader, asking, { withTotal: true }),
    staleAt: await reads.stale(publicReader, { ...asking, responsible: heirs }, {}),
    recommendations: await recommendations({}),
    undecided: await recommendations({ undecided: true }),
    claimed: await recommendations({ unverified: true, theme: ["victims", "prosecution"] }),
    decided: await recommendations({ undecided: false, lifecycle: ["closed"] }, { limit: 3 }),
    withoutAddressee: await recommendations({ withoutAddressee: true }),
    answered: await recommendations({ responsible: heirs }),
    named: await recommendations({ q: "C1 rec" }),
    progress: await Promise.all(
      (["all", "addressee", "responsible", "reportingYear", "theme", "report"] as const).map(progress),
    ),
    asOf,
  };
}

function inOrder<Item>(items: readonly Item[]): Item[] {
  const text = (item: Item) => JSON.stringify(item, Object.keys(item as object).sort());
  return [...items].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

describeDatabase("what was known at a moment", (open) => {
  test("is now what the projections hold", { timeout: 60_000 }, async () => {
    const { database } = await open();
    const { record, cases } = histories(samplesOn(database, 40));
    const reads = await kept(database, record);
    let late = 0;
    for (const asOf of [
      "2019-04-01",
      "2019-05-15",
      "2019-12-31",
      "2020-04-01",
      "2020-08-01",
      "2021-06-30",
      "2024-01-01",
    ]) {
      const known = await lists(reads, cases, { asOf, knownAt: "2026-06-30T00:00:00Z" });
      expect(known).toEqual(await lists(reads, cases, { asOf }));
      late += known.late.total;
    }
    expect(late).toBeGreaterThan(samplesOn(database, 40));
  });

  test("is what a database holds in which nothing was recorded later", { timeout: 120_000 }, async () => {
    const { database } = await open();
    const { record, cases } = histories(samplesOn(database, 40));
    const reads = await kept(database, record);
    let changed = 0;
    for (const moment of [
      "2019-04-30T12:00:00Z",
      "2019-10-01T00:00:00Z",
      "2020-03-01T00:00:00Z",
      "2020-12-31T23:59:59Z",
    ]) {
      const then = await kept((await open()).database, recordedBy(record, moment));
      for (const asOf of ["2019-05-15", "2020-04-01", "2021-06-30"]) {
        const known = await lists(reads, cases, { asOf, knownAt: moment });
        expect(known).toEqual(await lists(then, cases, { asOf }));
        expect(known.late.total + known.stale.items.length).toBeGreaterThan(0);
        changed += Number(known.late.total !== (await reads.overdue(publicReader, { asOf }, {})).total);
      }
    }
    expect(changed).toBeGreaterThan(samplesOn(database, 8));
  });

  test("comes in pages that miss nothing and repeat nothing", { timeout: 60_000 }, async () => {
    const { record } = histories(30);
    const reads = await kept((await open()).database, record);
    const asking = { asOf: "2021-06-30", knownAt: "2020-12-31T23:59:59Z" };
    const whole = await reads.overdue(publicReader, asking, {});
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await reads.overdue(publicReader, asking, { limit: 4, ...(after && { after }) });
      expect(page.total).toBe(whole.total);
      seen.push(...page.items.map((item) => JSON.stringify(item)));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(whole.items.map((item) => JSON.stringify(item)));
    const all = await reads.recommendations(publicReader, asking, {});
    const first = await reads.recommendations(publicReader, asking, { limit: 5, withTotal: true });
    const rest = await reads.recommendations(publicReader, asking, { after: first.next ?? "" });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(first.total).toBe(all.items.length);
  });

  test("knows a report, a recommendation and a cycle as they were then", async () => {
    const { database } = await open();
    const { organizations } = histories(1).record;
    const [centre, justice] = ["c0-centre", "c0-justice"];
    await imported(database, { heed: "record/1", organizations, reportingCycles: [], ...nothingElse });
    const at = (day: string) => ({ at: `${day}T08:00:00Z` });
    const drafting = { issuingBody: centre, reference: "2023", reportingYear: 2023, responsePeriod: weeks(4) };
    const report = (await registerAct(database, "draftReport", drafting, at("2024-05-02"))).id;
    const asking = {
      reference: "1",
      title: { en: "Count" },
      text: { en: "Count." },
      addressees: [{ organization: justice }],
    };
    const added = await registerAct(database, "addRecommendation", asking, { thing: report, ...at("2024-05-03") });
    await registerAct(database, "publish", { publishedOn: "2024-05-10" }, { thing: report, ...at("2024-05-10") });
    const round = {
      issuingBody: centre,
      year: 2024,
      opensOn: "2024-07-01",
      updatesDueOn: "2024-08-01",
      assessmentsDueOn: "2024-12-01",
    };
    const cycle = (await registerAct(database, "openCycle", round, at("2024-06-20"))).id;
    await registerAct(database, "changeCycle", { updatesDueOn: "2024-09-02" }, { thing: cycle, ...at("2024-07-15") });
    await registerAct(database, "changeReport", { responsePeriod: weeks(6) }, { thing: report, ...at("2024-07-20") });
    const change = { title: { en: "Count them" }, implementationDue: { on: "2024-08-30" } };
    await registerAct(database, "correctRecommendation", change, { thing: added.id, ...at("2024-07-25") });

    const reads = trackerReads(database);
    const known = async (day: string) => {
      const asking = { asOf: "2024-09-10", knownAt: `${day}T12:00:00Z` };
      const { items } = await reads.overdue(publicReader, asking, {});
      return items.map(({ kind, due, recommendation: { title } }) => `${kind} ${due} ${title?.en}`).sort();
    };
    expect(await known("2024-05-09")).toEqual([]);
    const early = "response 2024-06-07 Count";
    expect(await known("2024-05-10")).toEqual([early]);
    expect(await known("2024-07-01")).toEqual([early, "update 2024-08-01 Count"]);
    expect(await known("2024-07-16")).toEqual([early, "update 2024-09-02 Count"]);
    expect(await known("2024-07-21")).toEqual(["response 2024-06-21 Count", "update 2024-09-02 Count"]);
    const now = [
      "implementation 2024-08-30 Count them",
      "response 2024-06-21 Count them",
      "update 2024-09-02 Count them",
    ];
    expect(await known("2024-07-26")).toEqual(now);
    const editors = readerAs("editor");
    const drafts = { asOf: "2024-09-10", knownAt: "2024-05-04T00:00:00Z" };
    expect(
      (await reads.recommendations(editors, drafts, {})).items.map(({ followUps }) => followUps[0]?.lifecycle),
    ).toEqual([undefined]);
    expect((await reads.recommendations(publicReader, drafts, {})).items).toEqual([]);
  });
});

function weeks(amount: number) {
  return { amount: amount * 7, unit: "days", from: "publication", rules: "calendar" };
}
