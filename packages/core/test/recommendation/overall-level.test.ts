import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AssessedLevel,
  defaultSettings,
  type Entry,
  type LeafStanding,
  Role,
  recommendationStanding,
  standing,
} from "../../src/index.ts";
import { aFollowUp, answered, claimed, closed, found, given } from "../builders.ts";

/** What one addressee's entries lead to on the first day of 2025. */
function leafOf(entries: readonly Entry[], role: Role = "lead"): LeafStanding {
  const derived = standing(aFollowUp(entries, { followUp: { role } }), "2025-01-01", defaultSettings);
  return { role: derived?.role ?? role, standing: derived ?? expect.fail("it is published") };
}

const accepted = answered("2022-11-01", "accepted");
const done = leafOf([
  accepted,
  claimed("2023-02-01"),
  found("2023-05-01", "fullyImplemented", "2023-02-01"),
  closed("2023-06-01", "implemented"),
]);
const started = leafOf([accepted, found("2023-05-01", "underWay")]);
const rejecting = leafOf([answered("2022-11-01", "rejected"), found("2023-05-01", "notStarted")]);
const unassessed = leafOf([accepted]);
const elsewhere = leafOf([
  answered("2022-11-01", "notCompetent"),
  given("notCompetentUpheld", "2023-01-10", { reason: "It is for the communities." }),
  found("2023-05-01", "contraryAction"),
]);
const notAgreed = leafOf([answered("2022-11-01", "notCompetent"), found("2023-05-01", "contraryAction")]);
const informed = leafOf([found("2023-05-01", "contraryAction")], "forInformation");
const pointless = leafOf([accepted, found("2023-05-01", "noLongerApplicable")]);

const level = (...leaves: LeafStanding[]) => recommendationStanding(leaves).assessed;

/** In either order: nothing follows from it. */
const bothWays = (...leaves: LeafStanding[]) => [level(...leaves), level(...leaves.reverse())];

describe("the overall level of what was said and found", () => {
  test("R4: is the lowest, not the highest, and not the first or the last", () => {
    expect(bothWays(done, started)).toEqual(["underWay", "underWay"]);
    expect(bothWays(started, done, started)).toEqual(["underWay", "underWay"]);
  });

  test("R5: leaves out who is addressed for information, until that changes", () => {
    expect(bothWays(started, informed)).toEqual(["underWay", "underWay"]);
    expect(recommendationStanding([done, informed])).toMatchObject({ lifecycle: "closed", implemented: true });
    const asked = given("roleChange", "2023-01-10", { role: "joint", reason: "It answers for it too." });
    const askedNow = leafOf([asked, found("2023-05-01", "contraryAction")], "forInformation");
    expect(bothWays(started, askedNow)).toEqual(["contraryAction", "contraryAction"]);
  });

  test("R38: is provisional while anything is not assessed, and then not implemented, whatever the others are", () => {
    for (const leaves of [
      [done, unassessed],
      [unassessed, done, done],
    ])
      expect(recommendationStanding(leaves)).toMatchObject({
        assessed: "fullyImplemented",
        provisional: true,
        unassessedParts: 1,
        implemented: false,
      });
    // A closure by hand is not an assessment.
    const bare = leafOf([accepted, closed("2023-06-01", "implemented")]);
    expect(recommendationStanding([done, bare])).toMatchObject({ lifecycle: "closed", implemented: false });
    expect(recommendationStanding([done, done])).toMatchObject({ provisional: false, implemented: true });
  });

  test("R39: leaves out who is not competent once the issuing body agrees, and nobody else who declines", () => {
    expect(bothWays(started, elsewhere)).toEqual(["underWay", "underWay"]);
    expect(bothWays(started, notAgreed)).toEqual(["contraryAction", "contraryAction"]);
    expect(bothWays(started, rejecting)).toEqual(["notStarted", "notStarted"]);
    expect(recommendationStanding([done, rejecting]).implemented).toBe(false);
  });

  test("R17: leaves out what is no longer applicable, unless all is", () => {
    expect(bothWays(started, pointless)).toEqual(["underWay", "underWay"]);
    expect(bothWays(pointless, pointless)).toEqual(["noLongerApplicable", "noLongerApplicable"]);
  });

  test("property: it is the lowest of those that owe and were assessed, and nothing else of them moves it", () => {
    // Written out: the order of the code is what is tested.
    const order = [
      ["contraryAction"],
      ["noEvidence"],
      ["notStarted"],
      ["announced"],
      ["underWay"],
      ["partiallyImplemented"],
      ["substantiallyImplemented"],
      ["alternativeAction", "fullyImplemented"],
      ["noLongerApplicable"],
      ["notAssessed"],
    ];
    const leaves = fc.array(
      fc.record({
        role: fc.constantFrom(...Role.options),
        assessed: fc.constantFrom(...AssessedLevel.options),
        notCompetentUpheld: fc.boolean(),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(leaves, (given) => {
        const { assessed, provisional, unassessedParts } = recommendationStanding(
          given.map(({ role, ...answers }) => ({ role, standing: { ...started.standing, ...answers } })),
        );
        const counted = given.filter(
          ({ role, notCompetentUpheld }) => role !== "forInformation" && !notCompetentUpheld,
        );
        const found = counted.map((each) => each.assessed);
        const lowest = order.find((some) => some.some((each) => found.includes(each as AssessedLevel)));
        expect(lowest ?? ["notAssessed"]).toContain(assessed);
        const missing = found.filter((each) => each === "notAssessed").length;
        expect([provisional, unassessedParts]).toEqual([missing > 0, missing]);
      }),
    );
  });
});
