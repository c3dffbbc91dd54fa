import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change, ChangeKind } from "../../src/follow-up/changes/change.ts";
import { changesBetween } from "../../src/follow-up/standing/projection.ts";
import { addDays, type Day, type FollowUpCase, overdueObligations, type Standing, standing } from "../../src/index.ts";
import { daysWorthAsking, followUpCases, generatedSettings as settings } from "../case-generator.ts";

const counted: Partial<Record<ChangeKind, number>> = {};

/** What the standings of two days that follow each other say about what changed on the second one. */
function compare(followUpCase: FollowUpCase, day: Day, all: readonly Change[]): void {
  const before = standing(followUpCase, addDays(day, -1), settings);
  const now = standing(followUpCase, day, settings);
  const changes = all.filter((each) => each.day === day);
  const of = (kind: ChangeKind) => changes.filter((each) => each.kind === kind);
  for (const { kind } of changes) counted[kind] = (counted[kind] ?? 0) + 1;
  const about = `${day} ${JSON.stringify(followUpCase.entries)}`;
  if (now === undefined) {
    expect(changes, about).toEqual([]);
    return;
  }

  const overdue = (each: Standing | undefined) => (each === undefined ? [] : overdueObligations(each));
  const known = new Set(overdue(before).map(({ kind, commitment }) => `${kind} ${commitment}`));
  const fresh = overdue(now).filter(({ kind, commitment }) => !known.has(`${kind} ${commitment}`));
  expect(
    of("newlyOverdue")
      .map(({ owed, commitment, due }) => `${owed} ${commitment?.id} ${due}`)
      .sort(),
    about,
  ).toEqual(fresh.map(({ kind, commitment, due }) => `${kind} ${commitment} ${due}`).sort());

  const isClosed = (each: Standing | undefined) => Number(each?.lifecycle === "closed");
  expect(of("closed").length - of("reopened").length, about).toBe(isClosed(now) - isClosed(before));
  expect(of("reopened").length, about).toBe(now.reopenedCount - (before?.reopenedCount ?? 0));
  if (isClosed(now) && of("closed").length > 0) expect(of("closed").at(-1)?.closureReason).toBe(now.closureReason);

  const answered = of("answered").at(-1);
  if (answered) expect(answered.position, about).toBe(now.position);
  else if (before && before.position !== "undetermined" && now.position !== "undetermined")
    expect(now.position, about).toBe(before.position);

  // Of findings that contradict each other on one day the lower one counts.
  if (of("found").length === 0) expect(now.assessed, about).toBe(before?.assessed ?? "notAssessed");
  else if (before && now.assessed !== before.assessed)
    expect(
      of("found").map(({ assessed }) => assessed),
      about,
    ).toContain(now.assessed);

  for (const { assessedBefore } of of("found")) expect(assessedBefore, about).toBe(before?.assessed ?? "notAssessed");

  if (now.unverified && before?.lifecycle === "open") expect(of("claimed").length, about).toBeGreaterThan(0);

  for (const item of now.owed) {
    const earlier = before?.owed.find((each) => each.kind === item.kind && each.commitment === item.commitment);
    if (earlier === undefined || item.moves === earlier.moves) continue;
    const moves = of("deadlineMoved").filter(
      ({ owed, commitment }) => owed === item.kind && commitment?.id === item.commitment,
    );
    expect(moves.length, about).toBe(item.moves - earlier.moves);
    expect([moves[0]?.dueBefore, moves.at(-1)?.due], about).toEqual([earlier.due, item.due]);
  }
}

test("what changed on a day is what tells its standing from that of the day before", { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const all = changesBetween(followUpCase, "0001-01-01", "9999-12-30", settings);
      for (const day of daysWorthAsking(followUpCase)) compare(followUpCase, day, all);
    }),
    { numRuns: 150, seed: 20261126 },
  );
  const kinds: ChangeKind[] = ["published", "answered", "promised", "claimed", "found", "deadlineMoved"];
  for (const kind of [...kinds, "newlyOverdue", "closed"] as const)
    expect(counted[kind] ?? 0, kind).toBeGreaterThan(20);
  expect(counted.reopened).toBeGreaterThan(1);
});

test("what changed between two days is all that changed on each of them, in order", () => {
  fc.assert(
    fc.property(followUpCases, fc.integer({ min: 0, max: 900 }), (followUpCase, cut) => {
      const middle = addDays("2019-01-01", cut);
      const between = (from: Day, to: Day): Change[] => changesBetween(followUpCase, from, to, settings);
      const all = between("2018-01-01", "2030-01-01");
      expect([...between("2018-01-01", middle), ...between(addDays(middle, 1), "2030-01-01")]).toEqual(all);
      expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).sort());
    }),
    { seed: 20261126 },
  );
});

test("what changed on one day does not depend on the order of entries of one moment", () => {
  fc.assert(
    fc.property(followUpCases, (followUpCase) => {
      const moment = "2019-03-14T10:00:00Z";
      const entries = followUpCase.entries.filter(({ type }) => type === "assessment" || type === "commitment");
      const told = (some: FollowUpCase["entries"]) =>
        changesBetween({ ...followUpCase, entries: some }, "0001-01-01", "9999-12-30", settings);
      const atOnce = entries.map((entry) => ({ ...entry, recordedAt: moment }));
      expect(told([...atOnce].reverse()).map(({ day, kind, assessedBefore }) => [day, kind, assessedBefore])).toEqual(
        told(atOnce).map(({ day, kind, assessedBefore }) => [day, kind, assessedBefore]),
      );
    }),
    { seed: 20261126 },
  );
});
