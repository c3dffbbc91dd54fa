import { describe, expect, test } from "vitest";
import { explain, type LeafStanding, type Role, recommendationStanding } from "../../src/index.ts";

/**
 * One addressee's follow-up of the recommendation, or of one of its parts; open and on time unless it says otherwise.
 */
function leaf(standing: Partial<LeafStanding["standing"]>, role: Role = "lead"): LeafStanding {
  return {
    role,
    standing: {
      assessed: "underWay",
      reported: "underWay",
      lifecycle: "open",
      timeliness: "notDue",
      notCompetentUpheld: false,
      ...standing,
    },
  };
}
const done = leaf({
  assessed: "fullyImplemented",
  reported: "fullyImplemented",
  lifecycle: "closed",
  closureReason: "implemented",
  timeliness: "metOnTime",
});

describe("R4: a recommendation with parts", () => {
  test("stands at the lowest level of its parts, in each voice apart", () => {
    const parts = [
      leaf({ assessed: "partiallyImplemented", reported: "fullyImplemented" }),
      leaf({ assessed: "notStarted", reported: "substantiallyImplemented" }),
      leaf({ assessed: "announced", reported: "partiallyImplemented" }),
    ];
    for (const each of [parts, [...parts].reverse()])
      expect(recommendationStanding(each)).toMatchObject({ assessed: "notStarted", reported: "partiallyImplemented" });
  });

  test("stands where the issuing body puts it, with a reason", () => {
    const override = {
      ...({ id: "o", recommendation: "w", level: "partiallyImplemented", on: "2024-03-01" } as const),
      ...{ reason: { en: "The part that is missing weighs little." }, recordedAt: "2024-03-01T08:00:00Z" },
    };
    expect(recommendationStanding([leaf({ assessed: "notStarted" })], override)).toMatchObject({
      assessed: "partiallyImplemented",
      reported: "underWay",
    });
  });

  test("from low to high: what goes against it is below no evidence, and that below not started", () => {
    const lowest = (...levels: LeafStanding["standing"]["assessed"][]) =>
      recommendationStanding(levels.map((assessed) => leaf({ assessed }))).assessed;
    expect(lowest("noEvidence", "contraryAction", "notStarted")).toBe("contraryAction");
    expect(lowest("notStarted", "noEvidence")).toBe("noEvidence");
    expect(lowest("substantiallyImplemented", "alternativeAction")).toBe("substantiallyImplemented");
  });

  test("leaves out what is no longer applicable, unless that is all there is", () => {
    expect(recommendationStanding([leaf({ assessed: "noLongerApplicable" }), leaf({})]).assessed).toBe("underWay");
    expect(recommendationStanding([leaf({ assessed: "noLongerApplicable" })]).assessed).toBe("noLongerApplicable");
  });
});

describe("R5: several addressees", () => {
  test("stand at the lowest of lead and joint; who is addressed for information counts for nothing", () => {
    const all = [
      leaf({ assessed: "partiallyImplemented" }),
      leaf({ assessed: "announced" }, "joint"),
      leaf({ assessed: "contraryAction", timeliness: "longOverdue" }, "forInformation"),
    ];
    expect(recommendationStanding(all)).toMatchObject({ assessed: "announced", timeliness: "notDue" });
  });

  test("a recommendation that is addressed to nobody, or for information only, owes nothing", () => {
    for (const leaves of [[], [leaf({}, "forInformation")]]) {
      const standing = recommendationStanding(leaves);
      expect(standing).toEqual({
        assessed: "notAssessed",
        reported: "notReported",
        unreportedParts: 0,
        provisional: false,
        unassessedParts: 0,
        implemented: false,
        reasons: [],
      });
    }
  });
});

describe("R37: the whole of a recommendation", () => {
  test("it is closed when all that owe are, waits when the others do, and is open while one is", () => {
    const waiting = leaf({ lifecycle: "pendingVerification" });
    expect(recommendationStanding([done, done]).lifecycle).toBe("closed");
    expect(recommendationStanding([done, waiting]).lifecycle).toBe("pendingVerification");
    expect(recommendationStanding([done, waiting, leaf({})]).lifecycle).toBe("open");
    expect(recommendationStanding([done, leaf({}, "forInformation")]).lifecycle).toBe("closed");
  });

  test("its timeliness is the worst", () => {
    const late = leaf({ timeliness: "overdue" });
    expect(recommendationStanding([done, leaf({ timeliness: "dueSoon" }), late]).timeliness).toBe("overdue");
  });

  test("how many have no reported level is told beside the lowest of the others (R18)", () => {
    const reporting = (reported: LeafStanding["standing"]["reported"]) => leaf({ reported });
    const half = recommendationStanding([reporting("fullyImplemented"), reporting("notReported")]);
    expect(half).toMatchObject({ reported: "fullyImplemented", unreportedParts: 1 });
    expect(half.reasons.map((each) => explain(each))).toContain(
      "one follow-up has no reported level: fully implemented is the lowest of what was reported for the others (R18)",
    );
    const whole = recommendationStanding([], undefined, [half, recommendationStanding([reporting("notReported")])]);
    expect(whole).toMatchObject({ reported: "fullyImplemented", unreportedParts: 2 });
    const none = recommendationStanding([reporting("notReported")]);
    expect([none.unreportedParts, none.reasons]).toEqual([1, []]);
  });

  test("a level is provisional while anything is unassessed, and then never counts as implemented (R38)", () => {
    const unassessed = leaf({ ...done.standing, assessed: "notAssessed" });
    expect(recommendationStanding([done, unassessed])).toMatchObject({
      assessed: "fullyImplemented",
      provisional: true,
      unassessedParts: 1,
      lifecycle: "closed",
      implemented: false,
    });
    expect(recommendationStanding([done, done])).toMatchObject({ provisional: false, implemented: true });
  });

  test("counts as implemented when every follow-up was closed as such or with an accepted alternative", () => {
    const alternative = leaf({ ...done.standing, assessed: "alternativeAction", closureReason: "alternativeAccepted" });
    const ended = leaf({ ...done.standing, closureReason: "endOfFollowUp" });
    expect(recommendationStanding([done, alternative]).implemented).toBe(true);
    expect(recommendationStanding([done, ended]).implemented).toBe(false);
    expect(recommendationStanding([done, leaf({ assessed: "fullyImplemented" })]).implemented).toBe(false);
  });

  test("who is not competent, as the issuing body agrees, is left out; who rejects is not", () => {
    const elsewhere = leaf({ assessed: "notStarted", notCompetentUpheld: true });
    expect(recommendationStanding([done, elsewhere])).toMatchObject({
      assessed: "fullyImplemented",
      implemented: true,
    });
    const rejecting = leaf({ assessed: "notStarted" });
    expect(recommendationStanding([done, rejecting])).toMatchObject({ assessed: "notStarted", implemented: false });
  });
});
