import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelRank } from "../../src/follow-up/levels.ts";
import { overallReasonCodes } from "../../src/follow-up/reason.ts";
import { explain, type LeafStanding, Level, recommendationStanding } from "../../src/index.ts";
import { LevelOverride } from "../../src/recommendation-standing/level-override.ts";
import { standingOfWhole, type Whole } from "../../src/recommendation-standing/whole.ts";
import type { Overriding } from "../../src/register/level-override.ts";
import { overrideLevel } from "../../src/register/override-level.ts";
import type { RegisterContext } from "../../src/register/register-act.ts";
import { withdrawLevelOverride } from "../../src/register/withdraw-level-override.ts";

const leaf = (assessed: LeafStanding["standing"]["assessed"]): LeafStanding => ({
  role: "lead",
  standing: { assessed, reported: "underWay", lifecycle: "open", timeliness: "notDue", notCompetentUpheld: false },
});
const part = (...levels: LeafStanding["standing"]["assessed"][]): Whole => ({
  leaves: levels.map(leaf),
  parts: [],
  overrides: [],
});
const whole = (overrides: readonly LevelOverride[], ...parts: Whole[]): Whole => ({ leaves: [], parts, overrides });

let made = 0;
function set(level: Level, on: string, recordedAt = `${on}T08:00:00Z`): LevelOverride {
  made += 1;
  const reason = { en: "The part that is missing weighs little." };
  return LevelOverride.parse({ id: `o${made}`, recommendation: "w", level, on, reason, recordedAt });
}
function takenBack({ id }: LevelOverride, on: string): LevelOverride {
  const { level: _, ...rest } = set("underWay", on, `${on}T09:00:00Z`);
  return LevelOverride.parse({ ...rest, withdraws: id });
}

describe("R4: the issuing body overrides the level of a recommendation with parts", () => {
  const parts = [part("fullyImplemented"), part("notStarted")];
  const levelOn = (overrides: readonly LevelOverride[], day: string) =>
    standingOfWhole(whole(overrides, ...parts), day).assessed;

  test("from its day on, not before, until it is taken back", () => {
    const override = set("partiallyImplemented", "2024-03-01");
    expect(levelOn([override], "2024-02-29")).toBe("notStarted");
    expect(levelOn([override], "2024-03-01")).toBe("partiallyImplemented");
    const both = [override, takenBack(override, "2024-06-01")];
    expect(levelOn(both, "2024-05-31")).toBe("partiallyImplemented");
    expect(levelOn(both, "2024-06-01")).toBe("notStarted");
  });

  test("another takes its place for good: where that is taken back, the lowest holds again", () => {
    const [one, two] = [set("underWay", "2024-03-01"), set("partiallyImplemented", "2024-05-01")];
    expect(levelOn([two, one], "2024-05-01")).toBe("partiallyImplemented");
    expect(levelOn([one, two, takenBack(two, "2024-07-01")], "2024-07-01")).toBe("notStarted");
    // Withdrawing the first one later takes nothing from the second.
    expect(levelOn([one, two, takenBack(one, "2024-07-01")], "2024-07-01")).toBe("partiallyImplemented");
  });

  test("of two from one day the one recorded last counts", () => {
    const one = set("underWay", "2024-03-01", "2024-03-02T08:00:00Z");
    const two = set("announced", "2024-03-01", "2024-03-01T08:00:00Z");
    expect(levelOn([one, two], "2024-03-01")).toBe("underWay");
    expect(levelOn([two, one], "2024-03-01")).toBe("underWay");
  });

  test("tells the lowest beside it, who set it when and why, and changes nothing else", () => {
    const override = set("partiallyImplemented", "2024-03-01");
    const [bare, overridden] = [whole([], ...parts), whole([override], ...parts)].map((each) =>
      standingOfWhole(each, "2024-04-01"),
    );
    const { assessed: _, override: held, reasons, ...rest } = overridden ?? expect.fail();
    expect(bare).toMatchObject(rest);
    expect(held).toMatchObject({ id: override.id, level: "partiallyImplemented", lowest: "notStarted" });
    expect(reasons.map(explain)).toEqual([
      'the lowest of its parts would be not started; the issuing body set it to partially implemented on 2024-03-01: "The part that is missing weighs little." (R4)',
    ]);
    expect(bare?.reasons.map(explain)).toEqual([
      "it stands at the lowest level that was assessed in its parts: not started (R4)",
    ]);
  });

  test("a part whose level was set counts with that level in the whole", () => {
    const inner = whole([set("substantiallyImplemented", "2024-03-01")], part("notStarted"), part("underWay"));
    const outer = whole([], inner, part("fullyImplemented"));
    expect(standingOfWhole(outer, "2024-02-01").assessed).toBe("notStarted");
    expect(standingOfWhole(outer, "2024-03-01").assessed).toBe("substantiallyImplemented");
  });

  test("stays provisional while anything is unassessed, and implements nothing by itself", () => {
    const done = { ...leaf("fullyImplemented").standing, lifecycle: "closed", closureReason: "implemented" } as const;
    const closed: Whole = { leaves: [{ role: "lead", standing: done }], parts: [], overrides: [] };
    const on = (level: Level, ...some: Whole[]) =>
      standingOfWhole(whole([set(level, "2024-03-01")], ...some), "2024-04-01");
    expect(on("fullyImplemented", closed, part("notAssessed"))).toMatchObject({
      assessed: "fullyImplemented",
      provisional: true,
      unassessedParts: 1,
      lifecycle: "open",
      implemented: false,
    });
    expect(on("fullyImplemented", part("underWay")).implemented).toBe(false);
    expect(on("fullyImplemented", closed).implemented).toBe(true);
    // All is closed as done, and the issuing body finds the whole less than that.
    expect(on("partiallyImplemented", closed)).toMatchObject({ lifecycle: "closed", implemented: false });
  });

  test("property: without one in force it is the lowest, with one it is the one set", () => {
    const levels = fc.constantFrom(...Level.options);
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2024-02-${String(day).padStart(2, "0")}`);
    const acts = fc.array(fc.record({ level: levels, on: days, back: fc.option(days) }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(levels, { minLength: 1, maxLength: 5 }), acts, days, (found, some, day) => {
        const overrides = some.flatMap(({ level, on, back }, index) => {
          const override = set(level, on, `2024-03-01T08:00:0${index}Z`);
          return back === null || back < on ? [override] : [override, takenBack(override, back)];
        });
        const { assessed, override } = standingOfWhole(whole(overrides, ...found.map((each) => part(each))), day);
        const ranked = found.filter((each) => each !== "noLongerApplicable");
        const low = Math.min(...ranked.map((each) => levelRank[each]));
        const rank = (level: typeof assessed) => (levelRank as Record<string, number>)[level];
        // The last one recorded among those with the latest day that has come.
        const latest = some
          .map(({ on }) => on)
          .filter((on) => on <= day)
          .sort()
          .at(-1);
        const held = some.findLast(({ on }) => on === latest);
        const isHeld = held !== undefined && (held.back === null || held.back < held.on || held.back > day);
        if (isHeld) expect([assessed, override?.level]).toEqual([held.level, held.level]);
        else expect(override).toBeUndefined();
        const expected = isHeld ? (override?.lowest ?? "notAssessed") : assessed;
        if (ranked.length === 0) expect(expected).toBe("noLongerApplicable");
        else expect(rank(expected)).toBe(low);
      }),
    );
  });

  test("every reason of an overall level is a sentence", () => {
    const { standing } = leaf("underWay");
    const silent = { ...leaf("underWay"), standing: { ...standing, reported: "notReported" as const } };
    const standings = [
      standingOfWhole(whole([], part("underWay"), part("notAssessed")), "2024-04-01"),
      standingOfWhole(whole([set("announced", "2024-03-01")], part("notAssessed")), "2024-04-01"),
      recommendationStanding([leaf("underWay"), leaf("announced")]),
      recommendationStanding([leaf("underWay"), silent]),
    ];
    const reasons = standings.flatMap((each) => each.reasons);
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(overallReasonCodes));
    for (const reason of reasons) {
      expect(explain(reason)).toMatch(/^[a-z0-9].+ \(R\d+\)$/);
      expect(explain(reason)).not.toMatch(/undefined|\[object/);
    }
  });
});

describe("overriding", () => {
  const reason = { nl: "Wat ontbreekt weegt weinig." };
  const context = (role: "assessor" | "editor" | "respondent" = "assessor"): RegisterContext => {
    let ids = 0;
    return {
      actor: { id: "a", name: "A. Lambert", role, organizations: [] },
      at: "2024-06-03T08:00:00Z",
      today: "2024-06-03",
      newId: () => `new-${++ids}`,
    };
  };
  const overriding = (changed: Partial<Overriding> = {}): Overriding => ({
    id: "w",
    organization: "centre",
    recommendation: { reference: "2023-1" },
    report: { status: "published", publishedOn: "2024-01-10" },
    hasParts: true,
    overrides: [],
    ...changed,
  });
  const fault = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      const { code, issues } = error as { code: string; issues?: { name: string; value: string }[] };
      return { code, places: issues?.map(({ name, value }) => `${name} ${value}`) };
    }
    throw new Error("it was not refused");
  };

  test("counts from today unless it says otherwise, and says who set it", () => {
    expect(overrideLevel(context(), overriding(), { level: "underWay", reason })).toEqual({
      id: "new-1",
      recommendation: "w",
      level: "underWay",
      on: "2024-06-03",
      reason,
      organization: "centre",
      actor: "A. Lambert",
      recordedAt: "2024-06-03T08:00:00Z",
    });
    expect(overrideLevel(context(), overriding(), { level: "underWay", reason, on: "2024-01-10" }).on).toBe(
      "2024-01-10",
    );
  });

  test.each([
    ["a recommendation without parts", { hasParts: false }, {}, "recommendation 2023-1"],
    ["a day before its report", {}, { on: "2024-01-09" }, "on 2024-01-09"],
    ["a day that has not come", {}, { on: "2024-06-04" }, "on 2024-06-04"],
  ])("is refused with its place: %s", (_, changed, input, place) => {
    const refused = fault(() => overrideLevel(context(), overriding(changed), { level: "underWay", reason, ...input }));
    expect(refused).toEqual({ code: "invalidInput", places: [place] });
  });

  test("needs a reason, and is taken back once, from its own day at the earliest", () => {
    expect(fault(() => overrideLevel(context(), overriding(), { level: "underWay" })).code).toBe("invalidInput");
    const override = set("underWay", "2024-03-01");
    const overrides = [override];
    const back = (input: object, among: readonly LevelOverride[] = overrides, id = override.id) =>
      withdrawLevelOverride(context(), overriding({ overrides: among }), id, { reason, ...input });
    expect(back({})).toMatchObject({ withdraws: override.id, on: "2024-06-03", reason });
    expect(fault(() => back({ on: "2024-02-29" }))).toEqual({ code: "invalidInput", places: ["on 2024-02-29"] });
    expect(fault(() => back({}, overrides, "none")).code).toBe("notFound");
    const taken = [override, takenBack(override, "2024-05-01")];
    expect(fault(() => back({}, taken)).code).toBe("invalidStateTransition");
    // A withdrawal is not itself an override.
    expect(fault(() => back({}, taken, taken[1]?.id)).code).toBe("notFound");
  });
});
