import { type Day, type FollowUpCase, type Id, publicReader, defaultSettings as settings, standing } from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import { type Database, trackerReads } from "@heed/store";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysWorthAsking, followUpCases } from "../../core/test/case-generator.ts";
import { rowsOfParts } from "../src/queries/owed-parts/joined.ts";
import { obligationsOnDay, overdueOnDay } from "../src/queries/owed-parts/owed-on-day.ts";
import { owedParts } from "../src/queries/owed-parts/owed-parts.ts";
import { besideLasting, fewEnding } from "../src/queries/responsible/beside-lasting.ts";
import { describeDatabase, samplesOn } from "./describe-database.ts";
import { databaseOfCases } from "./record-of-cases.ts";

type Asked = Pick<OverdueFilter, "kind" | "addressee" | "responsible" | "report" | "theme" | "minDaysOverdue">;
type List = Pick<OverdueFilter, "against" | "dueSoon">;

/** What the rules tell of a follow-up on a day, beside what an item of a list shows. */
type Told = { themes: readonly string[]; responsible: readonly Id[]; issuingBody: readonly Id[] };

function toldOf(cases: readonly FollowUpCase[], asOf: Day): ReadonlyMap<Id, Told> {
  return new Map(
    cases.map((each) => {
      const { responsible, issuingBody } = standing(each, asOf, settings) ?? {};
      const all = (of: typeof responsible) => (of === undefined ? [] : [of.organization, ...of.candidates]);
      return [
        each.followUp.id,
        { themes: each.recommendation.themes, responsible: all(responsible), issuingBody: all(issuingBody) },
      ];
    }),
  );
}

function responsibleFor(item: OverdueItem, told: ReadonlyMap<Id, Told>): readonly Id[] {
  const of = told.get(item.followUp);
  return (item.kind === "verification" ? of?.issuingBody : of?.responsible) ?? [];
}

function isAsked(item: OverdueItem, asked: Asked, list: List, told: ReadonlyMap<Id, Told>): boolean {
  const days = list.against === "original" ? item.daysOverdueOriginal : item.daysOverdue;
  return (
    (asked.kind?.includes(item.kind) ?? true) &&
    (asked.addressee?.includes(item.addressee.id) ?? true) &&
    (asked.report?.includes(item.report.id) ?? true) &&
    (asked.theme?.some((theme) => told.get(item.followUp)?.themes.includes(theme)) ?? true) &&
    (asked.responsible?.some((id) => responsibleFor(item, told).includes(id)) ?? true) &&
    (asked.minDaysOverdue === undefined || days >= asked.minDaysOverdue)
  );
}

const keys = ["kind", "addressee", "responsible", "report", "theme", "minDaysOverdue"] as const;

/** Filters that ask for one to three things of some item, and often for those of others as well. */
function filters(all: readonly OverdueItem[], told: ReadonlyMap<Id, Told>): fc.Arbitrary<Asked> {
  const other = fc.constantFrom(...all);
  const few = fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
  return fc.tuple(other, fc.array(other, { maxLength: 2 }), few).map(([one, others, asked]) => {
    const each = [one, ...others];
    const whole = {
      kind: each.map(({ kind }) => kind),
      addressee: each.map(({ addressee }) => addressee.id),
      responsible: each.flatMap((item) => responsibleFor(item, told).slice(-1)),
      report: each.map(({ report }) => report.id),
      theme: [...each.flatMap(({ followUp }) => told.get(followUp)?.themes ?? []), "a theme of nothing"],
      minDaysOverdue: Math.max(0, one.daysOverdue),
    };
    return Object.fromEntries(asked.map((key) => [key, whole[key]])) as Asked;
  });
}

/** The ids that are found beside what has no end, and by the indexes of any period. */
async function foundEachWay(database: Database, filter: OverdueFilter & ObligationFilter, isObligation: boolean) {
  const onDay = isObligation ? obligationsOnDay(database, filter) : overdueOnDay(database, filter, settings);
  const beside = await besideLasting(database, "owed", filter);
  const ways = [];
  for (const counted of [beside, { ...beside, ending: fewEnding + 1 }]) {
    const { text, values } = rowsOfParts(await owedParts(database, filter, onDay, counted), "o.due AS dated");
    ways.push((await database.all<{ id: string }>(text, values)).map(({ id }) => id).sort());
  }
  return ways;
}

const key = ({ followUp, kind, due, originalDue }: OverdueItem) => `${followUp} ${kind} ${due} ${originalDue}`;

describeDatabase("the filters of what is overdue on random histories", (open) => {
  test("give what the whole list shows of them, in its order, whole and page by page", {
    timeout: 240_000,
  }, async () => {
    const { database } = await open();
    const cases = await databaseOfCases(database, fc.sample(followUpCases, { numRuns: 100, seed: 20261126 }));
    const reads = trackerReads(database);
    const days = ["2026-11-26", ...new Set(cases.slice(0, 3).flatMap(daysWorthAsking))].slice(0, 5);
    const lists: List[] = [{}, { against: "original" }, { dueSoon: true }];
    let [found, ofSuccessors] = [0, 0];
    for (const asOf of days)
      for (const list of lists) {
        const { items: all } = await reads.overdue(publicReader, { asOf, ...list }, {});
        if (all.length === 0) continue;
        const told = toldOf(cases, asOf);
        for (const asked of fc.sample(filters(all, told), { numRuns: samplesOn(database, 20), seed: 5 })) {
          const filter = { asOf, ...list, ...(list.dueSoon ? { ...asked, minDaysOverdue: undefined } : asked) };
          const expected = all.filter((item) => isAsked(item, filter, list, told));
          const about = JSON.stringify(filter);
          const { items, total, totalsByKind } = await reads.overdue(publicReader, filter, {});
          expect(items.map(key), about).toEqual(expected.map(key));
          expect([total, Object.values(totalsByKind).reduce((sum, count) => sum + count, 0)], about).toEqual([
            expected.length,
            expected.length,
          ]);
          const first = await reads.overdue(publicReader, filter, { limit: 2 });
          expect(first.items.map(key), about).toEqual(expected.slice(0, 2).map(key));
          if (first.next !== undefined) {
            const second = await reads.overdue(publicReader, filter, { limit: 2, after: first.next });
            expect(second.items.map(key), about).toEqual(expected.slice(2, 4).map(key));
          }
          for (const isObligation of [false, true]) {
            const [beside, any] = await foundEachWay(database, filter, isObligation);
            expect(beside, about).toEqual(any);
          }
          found += expected.length;
          ofSuccessors += expected.filter(({ addressee, responsible }) => addressee.id !== responsible.id).length;
        }
      }
    expect(found).toBeGreaterThan(500);
    expect(ofSuccessors).toBeGreaterThan(20);
  });
});
