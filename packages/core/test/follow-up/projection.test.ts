import fc from "fast-check";
import { expect, test } from "vitest";
import { project } from "../../src/follow-up/standing/projection.ts";
import { standingFrom } from "../../src/follow-up/standing/standing.ts";
import { type Day, type FollowUpCase, overdueObligations, standing } from "../../src/index.ts";
import type { ResponsibilityInterval } from "../../src/organization/succession.ts";
import { daysWorthAsking, followUpCases, generatedSettings as settings } from "../case-generator.ts";

/** The answer of the projections for a day: the rows that apply on it, read as a store would. */
function fromProjection(followUpCase: FollowUpCase, asOf: Day) {
  const { owed, standings } = project(followUpCase, settings);
  const row = standings.find(({ from, until }) => from <= asOf && asOf < until);
  if (row === undefined) return undefined;
  const { from: _, until: __, ...answers } = row;
  const items = owed
    .filter(({ owedFrom, owedUntil }) => owedFrom <= asOf && asOf < owedUntil)
    .map(({ owedFrom, owedUntil, lateFrom, lateUntil, lateFromOriginal, lateUntilOriginal, ...each }) => each);
  return standingFrom(answers, items, asOf, settings);
}

function holderOn(printed: string, intervals: readonly ResponsibilityInterval[], day: Day): string {
  return intervals.find(({ from, until }) => from <= day && day < until)?.organization ?? printed;
}

const byKind = (a: { kind: string; commitment?: string }, b: { kind: string; commitment?: string }) =>
  `${a.kind}${a.commitment ?? ""}`.localeCompare(`${b.kind}${b.commitment ?? ""}`);

test("both projections answer every day as standing() does", { timeout: 240_000 }, () => {
  let late = 0;
  let undetermined = 0;
  let undecided = 0;
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const rows = project(followUpCase, settings);
      for (const day of daysWorthAsking(followUpCase)) {
        const direct = standing(followUpCase, day, settings);
        const read = fromProjection(followUpCase, day);
        if (direct === undefined) {
          expect(read).toBeUndefined();
          continue;
        }
        const { responsible, issuingBody, asked: _asked, ...answers } = direct;
        expect(holderOn("justice", rows.responsibility.addressee, day)).toEqual(responsible.organization);
        expect(holderOn("centre", rows.responsibility.issuingBody, day)).toEqual(issuingBody.organization);
        if (responsible.state === "undecided") undecided++;
        expect({ ...read, owed: [...(read?.owed ?? [])].sort(byKind) }).toEqual({
          ...answers,
          owed: [...answers.owed].sort(byKind),
        });
        // An index answers from the overdue periods of the rows.
        const lateRows = rows.owed.filter(({ lateFrom, lateUntil }) => lateFrom <= day && day < lateUntil);
        expect(lateRows.map(({ kind, due }) => `${kind} ${due}`).sort()).toEqual(
          overdueObligations(direct)
            .map(({ kind, due }) => `${kind} ${due}`)
            .sort(),
        );
        const lateOriginal = rows.owed.filter(
          ({ lateFromOriginal, lateUntilOriginal }) => lateFromOriginal <= day && day < lateUntilOriginal,
        );
        expect(lateOriginal.length).toBe(
          direct.owed.filter(({ daysOverdueOriginal }) => daysOverdueOriginal > 0).length,
        );
        late += lateRows.length;
        if (direct.timeliness === "undetermined") undetermined++;
      }
    }),
    // The counts below must not depend on chance.
    { numRuns: 400, seed: 55 },
  );
  // The generator must reach the cases that the test is about.
  expect(late).toBeGreaterThan(1000);
  expect(undetermined).toBeGreaterThan(20);
  expect(undecided).toBeGreaterThan(100);
});

test("the standings of a follow-up cover all time from its publication without gap or overlap", () => {
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const { standings } = project(followUpCase, settings);
      standings.forEach((row, index) => {
        expect(row.from < row.until).toBe(true);
        expect(row.until).toBe(standings[index + 1]?.from ?? "9999-12-31");
      });
    }),
  );
});

test("a past answer does not change when something is given later", () => {
  fc.assert(
    fc.property(followUpCases, fc.integer({ min: 0, max: 13 }), (followUpCase, cut) => {
      // A decision on a successor applies from the day of the change, however late it is taken (R41).
      const certain = followUpCase.entries.filter(
        ({ givenOn, corrects, type }) => givenOn && !corrects && type !== "retraction" && type !== "successorDecision",
      );
      const day = certain[cut]?.givenOn;
      if (day === undefined) return;
      const known = { ...followUpCase, entries: certain };
      const earlier = { ...followUpCase, entries: certain.filter(({ givenOn }) => (givenOn ?? "") <= day) };
      expect(standing(known, day, settings)).toEqual(standing(earlier, day, settings));
    }),
  );
});
