import {
  type Day,
  type FollowUpCase,
  type ObligationOnDay,
  publicReader,
  defaultSettings as settings,
  standing,
} from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { endOfTime } from "@heed/core/time/day";
import { trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { readObligationItems } from "../src/queries/obligations.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

type Owed = ObligationOnDay & {
  followUp: string;
  responsible: string;
  candidates: readonly string[];
  case: FollowUpCase;
};

/** What standing() says is owed on a day, over all cases. */
function owedBy(cases: readonly FollowUpCase[], asOf: Day): Owed[] {
  return cases.flatMap((each) => {
    const derived = standing(each, asOf, settings);
    if (derived === undefined) return [];
    return derived.owed.map((item) => {
      const { organization, candidates } = item.kind === "verification" ? derived.issuingBody : derived.responsible;
      return { ...item, followUp: each.followUp.id, responsible: organization, candidates, case: each };
    });
  });
}

const isOverdue = ({ timeliness }: Pick<Owed, "timeliness">) =>
  timeliness === "overdue" || timeliness === "longOverdue";

/** Whether a filter lets a thing owed through: the rule in words, to compare the query with. */
function fits(owed: Owed, filter: Omit<ObligationFilter, "asOf">): boolean {
  const { due = endOfTime } = owed;
  return (
    (filter.kind?.includes(owed.kind) ?? true) &&
    (filter.overdue === undefined || filter.overdue === isOverdue(owed)) &&
    (filter.dueFrom === undefined || (due >= filter.dueFrom && due < endOfTime)) &&
    (filter.dueUntil === undefined || due <= filter.dueUntil) &&
    (filter.addressee?.includes(owed.case.followUp.addressee) ?? true) &&
    (filter.report?.includes(owed.case.report.id) ?? true) &&
    (filter.theme?.some((theme) => owed.case.recommendation.themes.includes(theme)) ?? true) &&
    (filter.responsible?.some((each) => each === owed.responsible || owed.candidates.includes(each)) ?? true)
  );
}

const told = (owed: Omit<ObligationOnDay, "commitment" | "reasons"> & { followUp: string; responsible: string }) =>
  `${owed.followUp} ${owed.kind} ${owed.due} ${owed.originalDue} ${owed.moves} ${owed.missedYears} ${owed.timeliness} ${owed.daysOverdue} ${owed.daysOverdueOriginal} ${owed.responsible}`;
const toldOf = (item: ObligationItem) => told({ ...item, responsible: item.responsible.id } as never);

describeDatabase("everything owed", (open) => {
  test("is on every day what standing() says, whatever is asked for", { timeout: 240_000 }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 150, seed: 20261126 }));
    const reads = trackerReads(database);
    const days = [...new Set(cases.slice(0, 9).flatMap(daysWorthAsking))].slice(0, samplesOn(database, 60));
    const seen: Record<string, number> = {};
    for (const [index, asOf] of days.entries()) {
      const all = owedBy(cases, asOf);
      const some = all[(index * 7) % Math.max(1, all.length)];
      const { followUp, report, recommendation } = some?.case ?? (cases[0] as FollowUpCase);
      const between = {
        dueFrom: some?.due ?? asOf,
        dueUntil: all[(index * 11) % Math.max(1, all.length)]?.due ?? asOf,
      };
      const filters: Omit<ObligationFilter, "asOf">[] = [
        {},
        { overdue: true },
        { overdue: false },
        { kind: ["commitment", "verification"] },
        { dueFrom: between.dueFrom },
        { dueUntil: between.dueUntil },
        { ...between, overdue: index % 2 === 0 },
        { addressee: [followUp.addressee], overdue: index % 2 === 0 },
        { report: [report.id], dueUntil: between.dueUntil },
        { theme: recommendation.themes.slice(0, 1), kind: ["implementation", "update"] },
        { responsible: [some?.responsible ?? followUp.addressee] },
        { responsible: [some?.responsible ?? followUp.addressee], ...between },
        ...(some?.candidates[0] === undefined ? [] : [{ responsible: [some.candidates[0]] }]),
      ];
      for (const filter of filters) {
        const expected = all.filter((each) => fits(each, filter));
        const asked = `${asOf} ${JSON.stringify(filter)}`;
        const answer = await reads.obligations(publicReader, { asOf, ...filter }, { withTotal: true });
        expect(answer.items.map(toldOf).sort(), asked).toEqual(expected.map(told).sort());
        const dues = answer.items.map(({ due = endOfTime }) => due);
        expect(dues, asked).toEqual([...dues].sort());
        expect(answer.total, asked).toBe(expected.length);
        for (const [kind, total] of Object.entries(answer.totalsByKind ?? {}))
          expect(total, `${asked} ${kind}`).toBe(expected.filter((each) => each.kind === kind).length);
        for (const [timeliness, total] of Object.entries(answer.totalsByTimeliness ?? {})) {
          expect(total, `${asked} ${timeliness}`).toBe(
            expected.filter((each) => each.timeliness === timeliness).length,
          );
          seen[timeliness] = (seen[timeliness] ?? 0) + total;
        }
      }
    }
    // Each timeliness was met, or the days and the cases say little.
    expect(Object.entries(seen).filter(([, count]) => count < 20)).toEqual([]);
    expect(Object.keys(seen).length).toBe(6);
  });

  test("is the whole list cut into pages, and read in batches", { timeout: 60_000 }, async () => {
    const { database } = await open();
    await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 40, seed: 11 }));
    const reads = trackerReads(database);
    for (const filter of [
      {},
      { overdue: false },
      { kind: ["implementation"] },
      { dueFrom: "2019-01-01" },
      { dueFrom: "2019-01-01", dueUntil: "2021-06-30" },
      { addressee: Array.from({ length: 20 }, (_, n) => `c${n}-justice`) },
    ] as const) {
      const asked = { asOf: "2021-03-01", ...filter };
      const whole = await reads.obligations(publicReader, asked, {});
      expect(whole.items.length).toBeGreaterThan(2);
      expect(whole.total).toBeUndefined();
      for (const limit of [1, 3, 250]) {
        const read: ObligationItem[] = [];
        let after: string | undefined;
        do {
          const page = await reads.obligations(publicReader, asked, { limit, ...(after && { after }) });
          read.push(...page.items);
          after = page.next;
        } while (after !== undefined);
        expect(read).toEqual(whole.items);
        const batches = [];
        for await (const some of readObligationItems(database, asked, settings, limit)) batches.push(...some);
        expect(batches).toEqual(whole.items);
      }
    }
  });

  test("with what was known at a moment is what was recorded by then", { timeout: 60_000 }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 30, seed: 3 }));
    const reads = trackerReads(database);
    for (const filter of [
      {},
      { responsible: Array.from({ length: 20 }, (_, n) => `c${n}-justice`) },
      { overdue: false, dueUntil: "2022-01-01" },
    ]) {
      const asked = { asOf: "2021-03-01", ...filter };
      const { items, ...now } = await reads.obligations(publicReader, asked, { withTotal: true });
      const then = await reads.obligations(
        publicReader,
        { ...asked, knownAt: "2999-01-01T00:00:00Z" },
        { withTotal: true },
      );
      // What is known at the end of time is what is known now; only the ids by which equal due dates are ordered may differ.
      expect(then.items.map(toldOf).sort()).toEqual(items.map(toldOf).sort());
      expect(then).toMatchObject(now);
      expect(items.length).toBeGreaterThan(0);
    }
    const before = await reads.obligations(publicReader, { asOf: "2021-03-01", knownAt: "1999-01-01T00:00:00Z" }, {});
    expect(before.items).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
});
