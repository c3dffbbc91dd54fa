import { describe, expect, test } from "vitest";
import { latestLongOutstanding } from "../../src/follow-up/standing/outstanding.ts";
import {
  addDays,
  addMonths,
  type Day,
  defaultSettings,
  type Entry,
  explain,
  type FollowUpCase,
  overdueObligations,
  type Reason,
  standing,
} from "../../src/index.ts";
import { implementationBy, item, late, on } from "../asking.ts";
import {
  aFollowUp,
  answered,
  claimed,
  closed,
  found,
  given,
  movedTo,
  promised,
  roundOf,
  updated,
} from "../builders.ts";

describe("a response", () => {
  // Two months after Tuesday 18 October 2022 is Sunday 18 December: by Regulation 1182/71 the Monday after it.
  const unanswered = aFollowUp();
  test("D1, D10: is due two months after publication, on a working day", () => {
    expect(item("2022-10-18", unanswered, "response")?.due).toBe("2022-12-19");
  });
  test("D2: is not overdue on its due date, and is the day after", () => {
    expect(late("2022-12-19", unanswered)).toEqual([]);
    expect(late("2022-12-20", unanswered)).toEqual(["response"]);
    expect(item("2022-12-20", unanswered, "response")?.daysOverdue).toBe(1);
  });
  test("is nothing before publication", () => {
    expect(standing(unanswered, "2022-10-17", defaultSettings)).toBeUndefined();
  });
  test("D2: is due soon from thirty days before to its due date", () => {
    expect(on("2022-11-18", unanswered).timeliness).toBe("notDue");
    expect(on("2022-11-19", unanswered).timeliness).toBe("dueSoon");
    expect(on("2022-12-19", unanswered).timeliness).toBe("dueSoon");
  });
  test("D8: is long overdue after more than 365 days", () => {
    expect(on("2023-12-19", unanswered).timeliness).toBe("overdue");
    expect(on("2023-12-20", unanswered).timeliness).toBe("longOverdue");
  });
  test("counts from the day it was given, whatever day it was recorded", () => {
    const late2 = aFollowUp([
      given("response", "2022-12-01", { position: "accepted", recordedAt: "2023-03-01T09:00:00Z" }),
    ]);
    expect(late("2023-01-15", late2)).toEqual([]);
    expect(on("2022-11-30", late2).position).toBe("awaiting");
    expect(on("2022-12-01", late2).position).toBe("accepted");
  });
  test("D14: given at the latest on a day, is unknown before and never late", () => {
    const { givenOn: _, ...rest } = answered("2023-06-01", "answeredNotStated");
    const known = aFollowUp([{ ...rest, knownBy: "2023-06-01" }]);
    expect(on("2022-12-19", known).timeliness).toBe("dueSoon");
    expect(on("2023-01-15", known)).toMatchObject({ timeliness: "undetermined", position: "undetermined" });
    expect(late("2023-01-15", known)).toEqual([]);
    expect(on("2023-06-01", known)).toMatchObject({ timeliness: "noDeadline", position: "answeredNotStated" });
  });
  test("given after a day on which its source showed none, is absent until then and unknown between the two", () => {
    const { givenOn: _, ...rest } = answered("2023-06-01", "answeredNotStated");
    const known = aFollowUp([{ ...rest, knownAfter: "2023-02-01", knownBy: "2023-06-01" }]);
    expect(on("2023-02-01", known)).toMatchObject({ timeliness: "overdue", position: "awaiting" });
    expect(late("2023-02-01", known)).toEqual(["response"]);
    expect(on("2023-02-02", known)).toMatchObject({ timeliness: "undetermined", position: "undetermined" });
    expect(on("2023-05-31", known).timeliness).toBe("undetermined");
    expect(on("2023-06-01", known)).toMatchObject({ timeliness: "noDeadline", position: "answeredNotStated" });
  });
  test("a correction keeps the day, unless another edition of its source corrects the day too", () => {
    const { givenOn: _, ...rest } = answered("2023-06-01", "answeredNotStated");
    const first = { ...rest, id: "first", knownBy: "2023-06-01" };
    const nearer = { ...first, id: "nearer", corrects: "first", correctsDay: true as const, knownAfter: "2023-02-01" };
    const said = { ...first, id: "said", corrects: "nearer", position: "accepted" as const, knownBy: "2024-01-01" };
    const changed = aFollowUp([first, nearer, said]);
    expect(on("2023-02-01", changed).position).toBe("awaiting");
    expect(on("2023-02-02", changed).position).toBe("undetermined");
    expect(on("2023-06-01", changed).position).toBe("accepted");
  });
  test("corrected twice is only what the last correction says", () => {
    const first = given("response", "2022-11-01", { id: "first", position: "accepted" });
    const second = given("response", "2022-11-01", { id: "second", corrects: "first", position: "noted" });
    const third = given("response", "2022-11-01", {
      ...{ id: "third", corrects: "second", position: "rejected", recordedAt: "2022-10-20T00:00:00Z" },
    });
    const back = given("retraction", "2022-11-02", { retracts: "third", reason: "a slip" });
    expect(on("2022-11-01", aFollowUp([first, second, third])).position).toBe("rejected");
    expect(on("2022-11-02", aFollowUp([first, second, third, back])).position).toBe("noted");
  });
  test("of a report known by its year is undetermined within that year, and due a period after it", () => {
    const report = { publishedOn: "2022-12-31", publishedOnPrecision: "year" as const };
    const vague = aFollowUp([], { report });
    expect(standing(vague, "2021-12-31", defaultSettings)).toBeUndefined();
    for (const day of ["2022-01-01", "2022-06-30", "2022-12-30"])
      expect(on(day, vague)).toMatchObject({ timeliness: "undetermined", position: "undetermined", owed: [] });
    expect(on("2022-12-31", vague)).toMatchObject({ timeliness: "notDue", position: "awaiting" });
    expect(explain(item("2023-01-01", vague, "response")?.reasons[0] as Reason)).toContain("2 months after 2022, by");
    expect(on("2022-06-30", vague).reasons.map(explain)).toEqual([
      "its report was published in 2022, and its source does not tell on which day (D18)",
    ]);
  });
  test("given by a day is told so, never as given on it", () => {
    const { givenOn: _, ...rest } = answered("2023-06-01", "answeredNotStated");
    const told = (change: object) => on("2023-06-01", aFollowUp([{ ...rest, ...change }])).reasons.map(explain)[0];
    expect(told({ knownBy: "2023-06-01" })).toBe("the addressee gave its position by 2023-06-01 (R12)");
    expect(told({ knownBy: "2023-06-01", knownAfter: "2023-02-01" })).toBe(
      "the addressee gave its position after 2023-02-01 and by 2023-06-01 (R12)",
    );
    expect(told({ knownBy: "2023-06-01", position: "undetermined" })).toBe(
      "its source shows answers by 2023-06-01, and not whether this addressee gave one (R12)",
    );
    expect(told({ givenOn: "2023-06-01" })).toBe("the addressee gave its position on 2023-06-01 (R12)");
  });
  test("R23: that cannot be told is undetermined for good", () => {
    const { givenOn: _, ...rest } = answered("2023-06-01", "undetermined");
    const unclear = aFollowUp([{ ...rest, knownBy: "2023-06-01" }]);
    expect(on("2024-01-01", unclear).timeliness).toBe("undetermined");
    expect(late("2024-01-01", unclear)).toEqual([]);
  });
  test("without a period is owed by no date", () => {
    const none = aFollowUp([], { report: { responsePeriod: "none" } });
    expect(on("2029-01-01", none)).toMatchObject({ timeliness: "noDeadline", position: "awaiting" });
  });
});

function ofUnknownDay({ givenOn, ...entry }: Entry): Entry {
  return { ...entry, knownBy: givenOn } as Entry;
}

describe("a position", () => {
  test("D12: who rejects, notes or is not competent owes no implementation", () => {
    for (const position of ["rejected", "noted", "notCompetent"] as const) {
      const declined = aFollowUp([answered("2022-12-01", position)], implementationBy("2023-05-31"));
      expect(late("2024-01-01", declined)).toEqual([]);
      expect(on("2024-01-01", declined).timeliness).toBe("metOnTime");
    }
  });
  test("D12: who has not answered owes both", () => {
    expect(late("2024-01-01", aFollowUp([], implementationBy("2023-05-31")))).toEqual(["response", "implementation"]);
  });
  test("D25: a later rejection ends lateness from its day only", () => {
    const changed = aFollowUp(
      [answered("2022-12-01", "accepted"), answered("2023-08-01", "rejected")],
      implementationBy("2023-05-31"),
    );
    expect(late("2023-07-31", changed)).toEqual(["implementation"]);
    expect(late("2023-08-01", changed)).toEqual([]);
    expect(on("2023-08-01", changed).acceptanceWithdrawnOn).toBe("2023-08-01");
  });
  test("D25: an acceptance that was withdrawn stays told, with the days overdue until then", () => {
    const withdrawn = (day: Day, due: Day) =>
      on("2024-01-01", aFollowUp([answered("2022-12-01", "accepted"), answered(day, "noted")], implementationBy(due)));
    expect(withdrawn("2023-08-01", "2023-05-31").daysOverdueWhenWithdrawn).toBe(61);
    expect(withdrawn("2023-06-02", "2023-05-31").daysOverdueWhenWithdrawn).toBe(1);
    expect(withdrawn("2023-06-01", "2023-05-31").daysOverdueWhenWithdrawn).toBe(0);
    expect(withdrawn("2023-05-01", "2023-05-31").daysOverdueWhenWithdrawn).toBe(0);
    expect(withdrawn("2023-08-01", "2023-05-31").reasons.map(explain)).toContain(
      "the addressee withdrew its acceptance on 2023-08-01; what ended by it was 61 days overdue (D25)",
    );
    const again = aFollowUp(
      [answered("2022-12-01", "accepted"), answered("2023-08-01", "rejected"), answered("2023-09-01", "accepted")],
      implementationBy("2023-05-31"),
    );
    expect(on("2023-08-31", again).daysOverdueWhenWithdrawn).toBe(61);
    // It stays told after it accepted again, until another date is set (D26).
    expect(on("2023-09-01", again)).toMatchObject({
      acceptanceWithdrawnOn: "2023-08-01",
      daysOverdueWhenWithdrawn: 61,
    });
    const inTime = aFollowUp(again.entries, implementationBy("2023-08-01"));
    expect(on("2023-09-01", inTime)).not.toHaveProperty("acceptanceWithdrawnOn");
    expect(on("2023-09-01", inTime)).not.toHaveProperty("daysOverdueWhenWithdrawn");
  });
  test("D25: an update that was missed when the acceptance was withdrawn counts too", () => {
    const missed = aFollowUp([answered("2022-12-01", "accepted"), answered("2023-04-11", "rejected")], {
      cycles: [roundOf(2022)],
    });
    expect(on("2023-05-01", missed).daysOverdueWhenWithdrawn).toBe(10);
  });
  test("D25: on an unknown day it cannot be told how long it was overdue", () => {
    const unknown = aFollowUp(
      [answered("2022-12-01", "accepted"), ofUnknownDay(answered("2023-08-01", "rejected"))],
      implementationBy("2023-05-31"),
    );
    expect(on("2023-08-01", unknown).acceptanceWithdrawnOn).toBe("2023-08-01");
    expect(on("2023-08-01", unknown)).not.toHaveProperty("daysOverdueWhenWithdrawn");
    expect(on("2023-08-01", unknown).reasons.map(explain)).toContain(
      "the addressee withdrew its acceptance by 2023-08-01 (D25)",
    );
  });
  test("D26: who accepts after the due date has none until a commitment sets one", () => {
    const changed = aFollowUp(
      [answered("2022-12-01", "rejected"), answered("2023-08-01", "accepted"), promised("2023-09-01", "2024-01-31")],
      implementationBy("2023-05-31"),
    );
    expect(on("2023-08-15", changed).timeliness).toBe("noDeadline");
    expect(on("2023-09-01", changed).timeliness).toBe("notDue");
    expect(late("2024-02-01", changed)).toEqual(["commitment"]);
  });
  test("R5: who is addressed for information owes nothing", () => {
    const informed = aFollowUp([], { followUp: { role: "forInformation" } });
    expect(on("2030-01-01", informed)).toMatchObject({ owed: [], timeliness: "released" });
  });
});

describe("a commitment", () => {
  const accepted = answered("2022-12-01", "accepted");
  test("D24: a move counts from the day it was decided", () => {
    const moved = aFollowUp([accepted, promised("2022-12-01", "2023-06-30"), movedTo("2023-07-15", "2023-12-31")]);
    expect(late("2023-06-30", moved)).toEqual([]);
    expect(late("2023-07-01", moved)).toEqual(["commitment"]);
    expect(late("2023-07-14", moved)).toEqual(["commitment"]);
    expect(late("2023-07-15", moved)).toEqual([]);
    expect(late("2024-01-01", moved)).toEqual(["commitment"]);
  });
  test("D5: is late against the original and against the current date", () => {
    const moved = aFollowUp([accepted, promised("2022-12-01", "2023-06-30"), movedTo("2023-06-01", "2023-12-31")]);
    expect(item("2024-01-10", moved, "commitment")).toMatchObject({
      due: "2023-12-31",
      originalDue: "2023-06-30",
      daysOverdue: 10,
      daysOverdueOriginal: 194,
      moves: 1,
    });
    expect(item("2023-07-10", moved, "commitment")).toMatchObject({ daysOverdue: 0, daysOverdueOriginal: 10 });
  });
  test("a refused move changes nothing", () => {
    const refused = aFollowUp([
      accepted,
      promised("2022-12-01", "2023-06-30"),
      movedTo("2023-06-01", "2023-12-31", { kind: "commitment", commitment: "promise" }, "refused"),
    ]);
    expect(item("2023-07-10", refused, "commitment")).toMatchObject({ due: "2023-06-30", moves: 0, daysOverdue: 10 });
  });
  test("that was met, replaced or abandoned is owed no more", () => {
    for (const outcome of ["met", "replaced", "abandoned"] as const) {
      const done = aFollowUp([
        accepted,
        promised("2022-12-01", "2023-06-30"),
        given("commitmentOutcome", "2023-08-01", { commitment: "promise", outcome }),
      ]);
      expect(late("2023-07-31", done)).toEqual(["commitment"]);
      expect(late("2023-08-01", done)).toEqual([]);
    }
  });
});

describe("a claim", () => {
  const start = [answered("2022-12-01", "accepted"), promised("2022-12-01", "2023-06-30")];
  test("R2: waits for verification and is not implemented", () => {
    expect(on("2023-05-01", aFollowUp([...start, claimed("2023-05-01")]))).toMatchObject({
      lifecycle: "pendingVerification",
      reported: "fullyImplemented",
      assessed: "notAssessed",
      unverified: true,
    });
  });
  test("D11: stops the addressee's clock and starts the Centre's, due after twelve months without a cycle", () => {
    const claim = aFollowUp([...start, claimed("2023-05-02")]);
    expect(late("2024-05-02", claim)).toEqual([]);
    expect(late("2024-05-03", claim)).toEqual(["verification"]);
    expect(on("2024-05-03", claim)).toMatchObject({ timeliness: "notDue", verificationTimeliness: "overdue" });
  });
  test("D23: is to be verified when the assessments of its cycle are due", () => {
    const claim = aFollowUp([...start, claimed("2023-03-15", "2022-12-31")], { cycles: [roundOf(2022)] });
    expect(late("2023-06-30", claim)).toEqual([]);
    expect(late("2023-07-01", claim)).toEqual(["verification"]);
  });
  test("D11: found wanting, the clock goes on from the date that was due", () => {
    const wanting = aFollowUp([...start, claimed("2023-06-01"), found("2023-09-01", "partiallyImplemented")]);
    expect(late("2023-08-31", wanting)).toEqual([]);
    expect(item("2023-09-01", wanting, "commitment")).toMatchObject({ daysOverdue: 63, daysWithIssuer: 92 });
    expect(on("2023-09-01", wanting)).toMatchObject({ lifecycle: "open", divergent: true, unverified: false });
  });
  test("D21: a second claim after that does not stop the clock", () => {
    const again = aFollowUp([
      ...start,
      claimed("2023-06-01"),
      found("2023-09-01", "partiallyImplemented"),
      claimed("2023-10-01"),
    ]);
    expect(late("2023-10-02", again)).toEqual(["commitment"]);
    expect(on("2023-10-02", again)).toMatchObject({
      lifecycle: "pendingVerification",
      divergent: false,
      unverified: true,
    });
  });
  test("D22: assessed in full waits for its closure, and nobody is late", () => {
    const full = aFollowUp([...start, claimed("2023-06-01"), found("2023-09-01", "fullyImplemented")]);
    expect(late("2030-01-01", full)).toEqual([]);
    expect(on("2030-01-01", full).lifecycle).toBe("pendingVerification");
  });
  test("a finding about an earlier situation does not answer it", () => {
    const earlier = aFollowUp([...start, claimed("2023-06-01"), found("2023-09-01", "underWay", "2022-12-31")]);
    expect(on("2023-09-02", earlier)).toMatchObject({ lifecycle: "pendingVerification", unverified: true });
  });
  test("that is withdrawn leaves the addressee where it was", () => {
    const withdrawn = aFollowUp([
      ...start,
      claimed("2023-06-01", "2023-06-01", "claim"),
      given("claimWithdrawal", "2023-08-01", { update: "claim" }),
    ]);
    expect(late("2023-08-01", withdrawn)).toEqual(["commitment"]);
    expect(on("2023-08-01", withdrawn)).toMatchObject({
      lifecycle: "open",
      reported: "notReported",
      unverified: false,
    });
  });
});

describe("a level", () => {
  test("D17: is that of the latest situation, however late it is told", () => {
    const told = aFollowUp([
      found("2023-06-01", "underWay", "2023-05-31"),
      found("2023-09-01", "notStarted", "2022-12-31"),
    ]);
    expect(on("2023-09-01", told).assessed).toBe("underWay");
    expect(on("2023-05-31", told).assessed).toBe("notAssessed");
  });
  test("R19: is stalled or regressed by comparison only", () => {
    const stalled = aFollowUp([
      found("2023-06-01", "underWay", "2022-12-31"),
      found("2024-06-01", "underWay", "2023-12-31"),
    ]);
    expect(on("2024-06-01", stalled)).toMatchObject({ stalled: true, regressed: false });
    const back = aFollowUp([
      found("2023-06-01", "underWay", "2022-12-31"),
      found("2024-06-01", "notStarted", "2023-12-31"),
    ]);
    expect(on("2024-06-01", back)).toMatchObject({ stalled: false, regressed: true });
  });
});

describe("an update", () => {
  const rounds = { cycles: [roundOf(2022), roundOf(2023)] };
  const accepted = answered("2022-12-01", "accepted");
  test("D28: is owed for a cycle that opened after the response was due", () => {
    const silent = aFollowUp([accepted], rounds);
    expect(item("2023-01-31", silent, "update")).toBeUndefined();
    expect(item("2023-02-01", silent, "update")).toMatchObject({ due: "2023-03-31", timeliness: "notDue" });
    expect(late("2023-03-31", silent)).toEqual([]);
    expect(late("2023-04-01", silent)).toEqual(["update"]);
  });
  test("D29: several missed years are one item, due since the first", () => {
    expect(item("2024-04-01", aFollowUp([accepted], rounds), "update")).toMatchObject({
      due: "2023-03-31",
      missedYears: [2022, 2023],
    });
  });
  test("is taken late, and then owed no more", () => {
    const given2 = aFollowUp([accepted, updated("2023-05-15", 2022)], rounds);
    expect(late("2023-05-14", given2)).toEqual(["update"]);
    expect(late("2023-05-15", given2)).toEqual([]);
  });
  test("is not owed by who declined, nor when the response fell due after the cycle opened", () => {
    expect(late("2024-05-01", aFollowUp([answered("2022-12-01", "rejected")], rounds))).toEqual([]);
    const recent = aFollowUp([accepted], { ...rounds, report: { publishedOn: "2022-12-20" } });
    expect(late("2023-05-01", recent)).toEqual([]);
  });
});

describe("a closure", () => {
  const start = [answered("2022-12-01", "accepted"), promised("2022-12-01", "2023-06-30")];
  test("D4a: as implemented is on time by the day on which it was so", () => {
    const full = [
      ...start,
      claimed("2023-07-20", "2023-06-29"),
      found("2023-09-01", "fullyImplemented"),
      closed("2023-09-10", "implemented"),
    ];
    expect(on("2023-09-10", aFollowUp(full))).toMatchObject({ lifecycle: "closed", timeliness: "metOnTime", owed: [] });
    const after = [
      ...start,
      claimed("2023-07-20", "2023-07-01"),
      found("2023-09-01", "fullyImplemented"),
      closed("2023-09-10", "implemented"),
    ];
    expect(on("2023-09-10", aFollowUp(after)).timeliness).toBe("metLate");
  });
  test("D20: otherwise it was not met when the due date had passed, else released", () => {
    expect(on("2024-01-01", aFollowUp([...start, closed("2023-07-01", "notImplemented")])).timeliness).toBe("notMet");
    expect(on("2024-01-01", aFollowUp([...start, closed("2023-06-30", "overtakenByEvents")])).timeliness).toBe(
      "released",
    );
  });
  test("R33: closed days stay closed, and reopened it is late from the old due date or a new one", () => {
    const reopened = (newDue?: Day) =>
      aFollowUp([
        ...start,
        closed("2023-07-10", "overtakenByEvents"),
        given("reopening", "2024-02-01", {
          reason: "the law was annulled",
          ...(newDue === undefined ? {} : { newDue: { on: newDue, precision: "day" as const } }),
        }),
      ]);
    expect(on("2024-01-31", reopened())).toMatchObject({ lifecycle: "closed", owed: [] });
    expect(item("2024-02-01", reopened(), "commitment")?.daysOverdue).toBe(216);
    expect(on("2024-02-01", reopened()).reopenedCount).toBe(1);
    expect(late("2024-02-01", reopened("2024-06-30"))).toEqual([]);
    expect(late("2024-07-01", reopened("2024-06-30"))).toContain("commitment");
  });
});

describe("a correction", () => {
  test("R52: keeps the day of what it corrects; a retraction takes it back", () => {
    const wrong = given("response", "2022-12-01", { id: "wrong", position: "rejected" });
    const right = given("response", "2023-03-01", { id: "right", position: "accepted", corrects: "wrong" });
    expect(on("2022-12-01", aFollowUp([wrong, right])).position).toBe("accepted");
    const taken = given("retraction", "2023-04-01", { retracts: "right", reason: "no mistake after all" });
    expect(on("2022-12-01", aFollowUp([wrong, right, taken])).position).toBe("rejected");
  });
});

describe("no deadline", () => {
  test("D7: is a state of its own, and stale fifteen months after the last entry", () => {
    const accepted = aFollowUp([answered("2022-12-01", "accepted")]);
    expect(on("2024-03-01", accepted)).toMatchObject({ timeliness: "noDeadline", stale: false });
    expect(on("2024-03-02", accepted)).toMatchObject({ timeliness: "noDeadline", stale: true });
    expect(overdueObligations(on("2030-01-01", accepted))).toEqual([]);
  });
});

test("D18: without any date it is stale fifteen months after its edition, or after it was recorded", () => {
  const undated = (change: Partial<FollowUpCase>, followUp: Partial<FollowUpCase["followUp"]> = {}) =>
    aFollowUp([], { report: { publishedOn: undefined as never }, followUp, ...change });
  const at = { recordedAt: "2024-01-15T23:30:00Z" };
  expect(on("2025-04-16", undated(at))).toMatchObject({ timeliness: "noDeadline", stale: false });
  expect(on("2025-04-17", undated(at))).toMatchObject({ stale: true, staleFrom: "2025-04-17" });
  const shown = undated(at, { source: { name: "register", on: "2022-10-01" } });
  expect(on("2024-01-02", shown)).toMatchObject({ stale: true, staleFrom: "2024-01-02" });
  expect(on("2035-01-01", undated({})).stale).toBe(false);
});

describe("what was done stays done", () => {
  test("who answered in time and changes its mind later has still answered in time", () => {
    const changed = aFollowUp([answered("2022-12-01", "accepted"), answered("2024-05-01", "rejected")]);
    expect(on("2024-06-01", changed)).toMatchObject({ position: "rejected", timeliness: "metOnTime" });
  });

  test("who declines after a date had passed without what was due has not met it (D20, D25)", () => {
    const accepting = answered("2022-12-01", "accepted");
    const declining = answered("2023-06-01", "rejected");
    const declined = (entries: readonly Entry[], change: Parameters<typeof aFollowUp>[1] = {}) =>
      on("2024-06-01", aFollowUp(entries, change));
    const until = (day: Day) => ({ recommendation: { implementationDue: { on: day, precision: "day" as const } } });
    const rejected = declined([accepting, declining], until("2023-04-12"));
    expect(rejected).toMatchObject({ timeliness: "notMet", daysOverdueWhenWithdrawn: 49 });
    expect(rejected.reasons.map((each) => explain(each))).toContain(
      "the implementation was due 2023-04-12 and never done: not met (D4a)",
    );
    expect(declined([accepting, declining], until("2023-06-01")).timeliness).toBe("metOnTime");
    const cycles = { cycles: [roundOf(2022)] };
    expect(declined([accepting, declining], cycles).timeliness).toBe("notMet");
    expect(declined([accepting, updated("2023-03-31", 2022), declining], cycles).timeliness).toBe("metOnTime");
    expect(declined([accepting, updated("2023-04-01", 2022), declining], cycles).timeliness).toBe("metLate");
    expect(declined([accepting, answered("2023-03-31", "noted")], cycles).timeliness).toBe("metOnTime");
    const kept = (day: Day) =>
      given("commitmentOutcome", day, { commitment: "promise", outcome: "met" as const, asOf: day });
    const promise = promised("2022-12-01", "2023-03-31");
    expect(declined([accepting, promise, kept("2023-04-15"), declining]).timeliness).toBe("metLate");
    expect(declined([accepting, promise, kept("2023-03-15"), declining]).timeliness).toBe("metOnTime");
    expect(declined([accepting, declining, answered("2023-07-01", "accepted")], cycles).timeliness).toBe("longOverdue");
  });

  test("a promise that was kept leaves nothing unmet when the follow-up is closed for another reason", () => {
    const kept = given("commitmentOutcome", "2023-05-31", { commitment: "promise", outcome: "met" });
    const accepted = answered("2022-12-01", "accepted");
    const ended = closed("2024-01-31", "endOfFollowUp");
    const followUp = (more: (typeof ended)[] | (typeof kept | typeof ended)[]) =>
      aFollowUp([accepted, promised("2022-12-01", "2023-06-30"), ...more]);
    expect(on("2024-02-01", followUp([kept, ended])).timeliness).toBe("released");
    expect(on("2024-02-01", followUp([ended])).timeliness).toBe("notMet");
  });

  test("what is promised after a claim was found wanting never lay with the issuing body", () => {
    const followUp = aFollowUp([
      answered("2022-12-01", "accepted"),
      promised("2022-12-01", "2023-06-30"),
      claimed("2023-06-01"),
      found("2023-10-01", "partiallyImplemented"),
      promised("2023-11-01", "2024-03-31", "second"),
    ]);
    const owed = on("2024-04-30", followUp).owed.filter(({ kind }) => kind === "commitment");
    expect(owed.map(({ commitment, daysWithIssuer }) => [commitment, daysWithIssuer])).toEqual([
      ["promise", 122],
      ["second", 0],
    ]);
    expect(owed[1]?.reasons.map(({ code }) => code)).not.toContain("claimFoundWanting");
  });
});

test("D8, R5: long outstanding five years after the first asking, until it is closed; not who is addressed for information", () => {
  const asked = { asked: { times: 2, first: "2016-02-29" as Day } };
  const longOn = (day: Day, followUp: FollowUpCase) => on(day, followUp).asked.longOutstanding;
  const entries = [answered("2022-12-01", "accepted"), closed("2024-01-10", "endOfFollowUp")];
  const young = { asked: { times: 1, first: "2022-10-18" as Day } };
  expect(longOn("2023-01-10", aFollowUp(entries, asked))).toBe(true);
  expect(longOn("2024-01-10", aFollowUp(entries, asked))).toBe(false);
  expect(longOn("2027-10-17", aFollowUp([], young))).toBe(false);
  expect(longOn("2027-10-18", aFollowUp([], young))).toBe(true);
  expect(longOn("2030-01-01", aFollowUp([], { ...young, followUp: { role: "forInformation" } }))).toBe(false);
  expect(longOn("2030-01-01", aFollowUp([], { asked: { times: 1 } }))).toBe(false);
});

test("D8: the latest first asking that is long outstanding is the last whose anniversary has come", () => {
  for (const asOf of ["2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2029-02-28", "2030-12-31"] as Day[]) {
    const latest = latestLongOutstanding(asOf, defaultSettings);
    expect(addMonths(latest, 60) <= asOf, asOf).toBe(true);
    expect(addMonths(addDays(latest, 1), 60) <= asOf, asOf).toBe(false);
  }
});
