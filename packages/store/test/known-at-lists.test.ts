import {
  AssessedLevel,
  Lifecycle,
  OverdueKind,
  Position,
  publicReader,
  type RecordFile,
  ReportedLevel,
} from "@heed/core";
import { ChangeKind } from "@heed/core/follow-up/changes/change";
import { changesBetween } from "@heed/core/follow-up/standing/projection";
import type { ChangeFilter } from "@heed/core/read-models/change-filter";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { ProgressFilter, ProgressMatrixFilter } from "@heed/core/read-models/progress-filter";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { type Database, openDatabase, type Sql, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followUpCases } from "../../core/test/case-generator.ts";
import { describeDatabase } from "./describe-database.ts";
import { imported } from "./importing.ts";
import { recordOfCases } from "./record-of-cases.ts";
import { registerAct } from "./register-acts.ts";

type Values<Filter> = {
  [Name in keyof Omit<Filter, "asOf" | "knownAt">]-?: readonly NonNullable<Filter[Name & keyof Filter]>[];
};

/** Everything was known by then. */
const knownAt = "2100-01-01T00:00:00Z";
const days = ["2019-05-15", "2020-04-01", "2021-06-30", "2024-09-10"];
const either = [true, false];

/** Random histories, of which some recommendations and reports were corrected in 2024. */
async function corrected(database: Database): Promise<RecordFile> {
  const { record } = recordOfCases(fc.sample(followUpCases, { numRuns: 20, seed: 12 }));
  await imported(database, record);
  const [one, two, three] = record.recommendations.map(({ id }) => id) as [string, string, string];
  const correct = (thing: string, change: object) =>
    registerAct(database, "correctRecommendation", change, { thing, at: "2024-06-03T08:00:00Z" });
  await correct(one, { reference: "Renumbered 7" });
  await correct(two, { title: { en: "Quite another title" }, themes: ["archives", "Victims"] });
  await correct(three, { reference: "Renumbered 8" });
  await correct(three, { reference: "Renumbered 9" });
  const [{ report }] = record.recommendations as [RecordFile["recommendations"][number]];
  await registerAct(database, "changeReport", { reference: "Renamed" }, { thing: report, at: "2024-06-03T08:00:00Z" });
  return record;
}

function halves<Value>(values: readonly Value[]): Value[][] {
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)];
}

/** Some values for each filter of each list: a filter that is added later does not compile until it is tried here. */
function filtersOf(record: RecordFile) {
  const addressees = record.followUps.slice(0, 12).map(({ addressee }) => addressee);
  const responsible = [
    "c0-courts",
    "c0-care",
    "c1-home",
    "c2-myria",
    "c3-unia",
    "c4-courts",
    ...addressees.slice(0, 3),
  ];
  const reports = record.reports.slice(0, 9).map(({ id }) => id);
  const printed = { addressee: [addressees, []], report: [reports], theme: [["victims"], ["archives", "prosecution"]] };
  const reportingYear = [[2018], [2017, 2019]];
  const overdue: Values<OverdueFilter> = {
    ...printed,
    kind: halves(OverdueKind.options),
    responsible: [responsible],
    minDaysOverdue: [1, 45, 400],
    dueSoon: either,
    against: ["original", "current"],
  };
  const recommendations: Values<RecommendationFilter> = {
    ...printed,
    reportingYear,
    q: ["another title", "renumbered", "c1", "nothing of this"],
    reference: [["Renumbered 7"], ["Renumbered 8"], [`${record.recommendations[0]?.reference}`]],
    responsible: [responsible],
    position: halves(Position.options),
    reported: halves(ReportedLevel.options),
    assessed: halves(AssessedLevel.options),
    lifecycle: halves(Lifecycle.options),
    divergent: either,
    unverified: either,
    longOutstanding: either,
    acceptanceWithdrawn: either,
    undecided: either,
    withoutAddressee: either,
  };
  const progress: Values<ProgressFilter> = {
    ...printed,
    reportingYear,
    groupBy: ["addressee", "responsible", "reportingYear", "theme", "report", "all"],
    language: ["en"],
  };
  const matrix: Values<ProgressMatrixFilter> = { addressee: printed.addressee, reportingYear };
  const changes: Values<Omit<ChangeFilter, "from" | "to">> = {
    ...printed,
    responsible: [responsible],
    issuingBody: [record.reports.slice(0, 6).map(({ issuingBody }) => issuingBody)],
    kind: halves(ChangeKind.options),
  };
  return { overdue, recommendations, progress, matrix, changes };
}

/** Each value of each filter alone, none, and a few together. */
function each(values: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown>[] {
  const alone = Object.entries(values).flatMap(([name, all]) => all.map((value) => ({ [name]: value })));
  const together = Object.fromEntries(Object.entries(values).map(([name, [first]]) => [name, first]));
  return [{}, ...alone, together];
}

async function pagesOf<Item>(
  read: (paging: object) => Promise<{ items: readonly Item[]; next?: string; total?: number }>,
) {
  const pages: unknown[] = [];
  let after: string | undefined;
  do {
    const { next, ...page } = await read({ limit: 7, withTotal: true, ...(after !== undefined && { after }) });
    pages.push(page);
    after = next;
  } while (after !== undefined && pages.length < 3);
  return pages;
}

describeDatabase("a list by what is known now", (open) => {
  test("is the list of the record, for each filter", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const record = await corrected(database);
    const reads = trackerReads(database);
    const { overdue, recommendations, progress, matrix, changes } = filtersOf(record);
    let seen = 0;
    const same = async (filter: object, read: (asking: never) => Promise<unknown>) => {
      const [now, known] = [await read(filter as never), await read({ ...filter, knownAt } as never)];
      expect(known, JSON.stringify(filter)).toEqual(now);
      seen += JSON.stringify(now).length > 100 ? 1 : 0;
    };
    let place = 0;
    // Each filter is tried on one day, one after the other.
    const dayOf = () => days[place++ % days.length];
    for (const filter of each(overdue))
      await same({ asOf: dayOf(), ...filter }, async (asking) => {
        const { items, ...totals } = await reads.overdue(publicReader, asking, {});
        const places = items.map(({ due, originalDue, followUp }) => [due, originalDue, followUp]);
        return { totals, places, items: inOrder(items) };
      });
    const { kind: _, dueSoon: __, against: ___, minDaysOverdue: ____, ...stale } = overdue;
    for (const filter of each(stale))
      await same({ asOf: "2030-01-01", ...filter }, (asking) =>
        pagesOf((paging) => reads.stale(publicReader, asking, paging)),
      );
    for (const filter of each(recommendations))
      await same({ asOf: dayOf(), ...filter }, (asking) =>
        pagesOf((paging) => reads.recommendations(publicReader, asking, paging)),
      );
    for (const filter of each(progress))
      await same({ asOf: dayOf(), groupBy: "theme", ...filter }, (asking) => reads.progress(publicReader, asking));
    for (const filter of each(matrix))
      await same({ asOf: dayOf(), ...filter }, (asking) => reads.progressMatrix(publicReader, asking));
    for (const filter of each(changes))
      await same({ from: "2019-05-15", to: "2020-12-31", ...filter }, (asking) =>
        pagesOf((paging) => reads.changes(publicReader, asking, paging)),
      );
    for (const { id } of record.recommendations.slice(0, 8))
      await same({ asOf: dayOf() }, ({ asOf, knownAt: then }: { asOf: string; knownAt?: string }) =>
        reads.recommendationStanding(publicReader, id, asOf, then),
      );
    for (const { id } of record.reportingCycles.slice(0, 4))
      await same({ asOf: dayOf() }, (asking) =>
        pagesOf((paging) => reads.unassessed(publicReader, id, asking, paging)),
      );
    expect(seen).toBeGreaterThan(50);
  });

  test("asks what the list of the record asks", async () => {
    const { database } = await open();
    const record = await corrected(database);
    const { asked, noted } = noting(database);
    const reads = trackerReads(noted);
    const [asOf = ""] = days;
    const cycle = record.reportingCycles[0]?.id ?? "";
    const lists: Record<string, (asking: { asOf: string; knownAt?: string }) => Promise<unknown>> = {
      overdue: (asking) => reads.overdue(publicReader, asking, { limit: 5 }),
      dueSoon: (asking) => reads.overdue(publicReader, { ...asking, dueSoon: true, theme: ["victims"] }, { limit: 5 }),
      stale: (asking) => reads.stale(publicReader, asking, { limit: 5, withTotal: true }),
      // How many have the words is counted one by one: the index of words has those of today.
      recommendations: (asking) => reads.recommendations(publicReader, { ...asking, q: "c1" }, { limit: 5 }),
      progress: (asking) => reads.progress(publicReader, { ...asking, groupBy: "responsible" }),
      progressMatrix: (asking) => reads.progressMatrix(publicReader, asking),
      changes: ({ asOf: from, knownAt: then }) =>
        reads.changes(
          publicReader,
          { from, to: "2021-06-30", ...(then && { knownAt: then }) },
          { limit: 5, withTotal: true },
        ),
      unassessed: (asking) => reads.unassessed(publicReader, cycle, asking, { withTotal: true }),
      standing: ({ asOf: day, knownAt: then }) =>
        reads.recommendationStanding(publicReader, record.recommendations[0]?.id ?? "", day, then),
    };
    for (const [name, read] of Object.entries(lists)) {
      asked.splice(0);
      await read({ asOf });
      const own = asked.filter((text) => !text.includes("FROM setting"));
      expect(own, name).not.toEqual([]);
      asked.splice(0);
      await read({ asOf, knownAt });
      expect(asked, name).toEqual(expect.arrayContaining(own));
    }
  });
});

/** The texts that a database and its snapshots are asked. */
function noting(database: Database): { asked: string[]; noted: Database } {
  const asked: string[] = [];
  const noting = <Of extends Sql>(sql: Of, others: PropertyDescriptorMap = {}): Of =>
    Object.create(sql, {
      all: {
        value: (text: string, values?: []) => {
          asked.push(text);
          return sql.all(text, values);
        },
      },
      ...others,
    });
  const snapshot = async (options?: { withTables?: boolean }) => noting(await database.snapshot(options));
  return { asked, noted: noting(database, { snapshot: { value: snapshot } }) };
}

function inOrder<Item>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describeDatabase("a list by what was known at a moment", (open) => {
  test("searches, and groups by, what a recommendation said before it was corrected", async () => {
    const { database } = await open();
    const record = await corrected(database);
    const reads = trackerReads(database);
    const [, two, three] = record.recommendations as [
      unknown,
      { id: string; reference: string },
      { id: string; reference: string },
    ];
    const then = { asOf: "2024-09-10", knownAt: "2024-06-03T07:59:59Z" };
    const found = async (asking: RecommendationFilter) =>
      (await reads.recommendations(publicReader, asking, { withTotal: true })).items.map(({ id }) => id);
    const now = { asOf: then.asOf };
    expect(await found({ ...now, q: "another title" })).toEqual([two.id]);
    expect(await found({ ...then, q: "another title" })).toEqual([]);
    expect(await found({ ...then, q: two.reference })).toContain(two.id);
    expect(await found({ ...now, theme: ["archives"] })).toEqual([two.id]);
    expect(await found({ ...then, theme: ["archives"] })).toEqual([]);
    const themes = async (asking: { asOf: string; knownAt?: string }) =>
      (await reads.progress(publicReader, { ...asking, groupBy: "theme" })).map(({ group }) => group);
    expect(await themes(now)).toContain("archives");
    expect(await themes(then)).not.toContain("archives");
    // It is looked up by all its references, and shows those of before the moment.
    const shown = async (asking: { asOf: string; knownAt?: string }) =>
      (await reads.recommendations(publicReader, { ...asking, reference: ["Renumbered 8"] }, {})).items.map(
        ({ reference, formerReferences }) => [reference, formerReferences],
      );
    expect(await shown(now)).toEqual([["Renumbered 9", [three.reference, "Renumbered 8"].sort()]]);
    expect(await shown(then)).toEqual([[three.reference, undefined]]);
  });

  test("tells what had changed as it was known then, a follow-up at a time as all together", async () => {
    const { database } = await open();
    const record = await corrected(database);
    const reads = trackerReads(database);
    const [from, to] = ["2018-06-01", "2021-06-30"];
    let differing = 0;
    const now = (await reads.changes(publicReader, { from, to }, {})).items.length;
    for (const then of ["2019-10-01T00:00:00Z", "2020-03-01T00:00:00Z", "2020-12-31T23:59:59Z"]) {
      const settings = await reads.settings(then);
      const expected: string[] = [];
      for (const { id } of record.followUps) {
        const detail = await reads.followUp(publicReader, id, to, then);
        if (detail === undefined) continue;
        for (const { day, kind } of changesBetween(detail.case, from, to, settings))
          expected.push(`${id} ${day} ${kind}`);
      }
      const { items, total } = await reads.changes(publicReader, { from, to, knownAt: then }, { withTotal: true });
      expect(items.map(({ followUp, day, kind }) => `${followUp} ${day} ${kind}`).sort(), then).toEqual(
        expected.sort(),
      );
      expect(total).toBe(expected.length);
      const inBatches = [];
      for await (const batch of reads.changeItems(publicReader, { from, to, knownAt: then })) inBatches.push(...batch);
      expect(inBatches).toEqual(items);
      if (items.length !== now) differing += 1;
    }
    expect(differing).toBe(3);
  });

  test("is the same when several are asked at once, and changes no other answer", { timeout: 60_000 }, async () => {
    const { database } = await open();
    const record = await corrected(database);
    const reads = trackerReads(database);
    const { addressee } = record.followUps[0] as { addressee: string };
    const moments = [undefined, "2019-10-01T00:00:00Z", "2020-03-01T00:00:00Z", "2020-12-31T23:59:59Z", knownAt];
    const asked: ((then: { knownAt?: string }) => Promise<unknown>)[] = [
      (then) => reads.overdue(publicReader, { asOf: "2021-06-30", ...then }, {}),
      (then) => reads.overdue(publicReader, { asOf: "2020-04-01", addressee: [addressee], ...then }, {}),
      (then) => reads.recommendations(publicReader, { asOf: "2021-06-30", ...then }, { withTotal: true }),
      (then) => reads.progressMatrix(publicReader, { asOf: "2021-06-30", ...then }),
    ];
    const all = moments.flatMap((moment) =>
      asked.map((ask) => () => ask(moment === undefined ? {} : { knownAt: moment })),
    );
    const alone: unknown[] = [];
    for (const ask of all) alone.push(await ask());
    expect(new Set(alone.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(10);
    expect(await Promise.all(all.map((ask) => ask()))).toEqual(alone);
  });

  test("is refused by a read-only server, which answers all else", async () => {
    const { database, url } = await open();
    if (database.dialect === "sqlite") return;
    const record = await corrected(database);
    const readOnly = await openDatabase(`${url}?options=-c%20default_transaction_read_only%3Don`, { mode: "read" });
    try {
      const reads = trackerReads(readOnly);
      const asking = { asOf: "2021-06-30", knownAt: "2020-12-31T23:59:59Z" };
      await expect(reads.overdue(publicReader, asking, {})).rejects.toMatchObject({ code: "databaseReadOnly" });
      expect((await reads.overdue(publicReader, { asOf: asking.asOf }, {})).total).toBeGreaterThan(0);
      const { id } = record.followUps[0] as { id: string };
      expect(await reads.followUp(publicReader, id, asking.asOf, asking.knownAt)).toBeDefined();
    } finally {
      await readOnly.close();
    }
  });

  test("leaves nothing behind when it fails", async () => {
    const { database } = await open();
    await corrected(database);
    const reads = trackerReads(database);
    const asking = { asOf: "2021-06-30", knownAt: "2020-12-31T23:59:59Z" };
    const answers = async () => [
      await reads.overdue(publicReader, asking, {}),
      await reads.overdue(publicReader, { asOf: asking.asOf }, {}),
    ];
    const before = await answers();
    for (let times = 0; times < 6; times += 1)
      await expect(reads.overdue(publicReader, asking, { after: "nothing" })).rejects.toMatchObject({
        code: "invalidInput",
      });
    expect(await answers()).toEqual(before);
    const left =
      database.dialect === "sqlite"
        ? await database.all(
            "SELECT name FROM temp.sqlite_master UNION SELECT name FROM sqlite_master WHERE name = 'corrected_later'",
          )
        : await database.all("SELECT relname FROM pg_class WHERE relpersistence = 't' AND relkind IN ('r', 'v')");
    expect(left).toEqual([]);
  });
});
