import { describe, expect, test } from "vitest";
import type { Day, Entry } from "../../src/index.ts";
import { implementationBy, item, late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, closed, found, given, promised, roundOf, updated } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");
const start = [accepted, promised("2022-12-01", "2023-06-30")];
const withdrawn = (on: Day, update: string) => given("claimWithdrawal", on, { update });
const reopened = (on: Day) => given("reopening", on, { reason: "it came back" });

describe("a claim that was withdrawn", () => {
  const back = [...start, claimed("2023-02-01", "2023-02-01", "claim"), withdrawn("2023-03-01", "claim")];

  test("and found done: a finding below full opens it again (R31)", () => {
    const full = [...back, found("2023-04-01", "fullyImplemented")];
    expect(on("2023-04-02", aFollowUp(full)).lifecycle).toBe("pendingVerification");
    const lower = aFollowUp([...full, found("2023-07-15", "partiallyImplemented")]);
    expect(on("2023-07-15", lower)).toMatchObject({ lifecycle: "open", assessed: "partiallyImplemented" });
    expect(late("2023-07-15", lower)).toEqual(["commitment"]);
  });

  test("does not stop the clock a second time for the same situation; for a later one it does (D21)", () => {
    const same = aFollowUp([...back, claimed("2023-04-01", "2023-02-01", "again")]);
    expect(late("2023-07-01", same)).toEqual(["commitment"]);
    const later = aFollowUp([...back, claimed("2023-04-01", "2023-03-31", "again")]);
    expect(late("2023-07-01", later)).toEqual([]);
  });

  test("and was not the waiting one: its level goes as well (R28)", () => {
    const two = [
      updated("2023-01-15", 2022),
      claimed("2023-02-01", "2023-02-01", "first"),
      claimed("2023-03-01", "2023-03-01", "second"),
    ];
    const first = aFollowUp([...start, ...two, withdrawn("2023-04-01", "second")]);
    expect(on("2023-04-01", first)).toMatchObject({ lifecycle: "pendingVerification", unverified: true });
    expect(on("2023-04-01", first).reasons.find(({ code }) => code === "reported")?.dates?.asOf).toBe("2023-02-01");
    const refuted = [
      claimed("2023-02-01", "2023-02-01", "first"),
      found("2023-03-01", "underWay"),
      reopened("2023-05-02"),
    ];
    const taken = aFollowUp([
      ...start,
      ...refuted.slice(0, 2),
      closed("2023-05-01", "notImplemented"),
      refuted[2] as Entry,
      withdrawn("2023-05-03", "first"),
    ]);
    expect(on("2023-05-03", taken).reported).toBe("notReported");
  });
});

describe("a claim after one that was found wanting", () => {
  const wanting = [accepted, claimed("2023-02-01", "2023-02-01", "one"), found("2023-03-01", "underWay")];

  test("owes no update and is not stale while it waits: the issuing body's clock shows (D31)", () => {
    const second = aFollowUp([...wanting, claimed("2023-03-15", "2023-03-15", "two")], {
      cycles: [roundOf(2022), roundOf(2024)],
    });
    expect(late("2023-04-01", second)).toEqual([]);
    // The cycle about 2024 asks for updates until 31 March 2025.
    for (const day of ["2025-02-15", "2025-04-01"] as const)
      expect(on(day, second).owed.map(({ kind }) => kind)).not.toContain("update");
    expect(on("2024-12-01", second)).toMatchObject({ stale: false, verificationTimeliness: "overdue" });
  });

  test("stops the clock again once it was closed and reopened (D21)", () => {
    const again = [...wanting, closed("2023-05-01", "overtakenByEvents"), reopened("2023-06-01")];
    const due = implementationBy("2023-01-31");
    expect(late("2023-07-01", aFollowUp([...again, claimed("2023-06-15", "2023-06-15", "two")], due))).toEqual([]);
    expect(late("2023-05-15", aFollowUp([...wanting, claimed("2023-05-01", "2023-05-01", "two")], due))).toEqual([
      "implementation",
    ]);
  });
});

describe("a claim that was made while another waited", () => {
  const first = claimed("2023-02-01", "2022-12-31", "first");
  const second = claimed("2023-03-01", "2023-02-28", "second");

  test("waits alone once the first is withdrawn: it has no finding yet (R2, R30)", () => {
    const followUp = aFollowUp([...start, first, second, withdrawn("2023-04-01", "first")], {
      cycles: [roundOf(2022), roundOf(2023)],
    });
    expect(item("2023-03-31", followUp, "verification")).toMatchObject({ due: "2023-06-30" });
    expect(on("2023-04-01", followUp)).toMatchObject({ lifecycle: "pendingVerification", unverified: true });
    expect(item("2023-04-01", followUp, "verification")).toMatchObject({ due: "2024-06-30" });
    expect(late("2023-07-15", followUp)).toEqual([]);
    const both = aFollowUp([
      ...start,
      first,
      second,
      withdrawn("2023-04-01", "first"),
      withdrawn("2023-05-01", "second"),
    ]);
    expect(on("2023-05-01", both)).toMatchObject({ lifecycle: "open", unverified: false });
    expect(item("2023-05-01", both, "implementation")).toMatchObject({ daysWithIssuer: 89 });
  });

  test("waits where the finding about the first describes an earlier situation than its own", () => {
    const wanting = [...start, first, second, found("2023-04-01", "underWay", "2023-01-31")];
    expect(on("2023-04-01", aFollowUp(wanting))).toMatchObject({ lifecycle: "pendingVerification", unverified: true });
    expect(late("2023-07-15", aFollowUp(wanting))).toEqual([]);
    const both = aFollowUp([...wanting, found("2023-07-01", "underWay", "2023-02-28")]);
    expect(on("2023-07-01", both)).toMatchObject({ lifecycle: "open", divergent: true });
    expect(late("2023-07-01", both)).toEqual(["commitment"]);
  });

  test("is answered together with the first where the finding describes its situation too", () => {
    const wanting = aFollowUp([...start, first, second, found("2023-04-01", "underWay", "2023-02-28")]);
    expect(on("2023-04-01", wanting)).toMatchObject({ lifecycle: "open", unverified: false });
    expect(item("2023-04-01", wanting, "implementation")).toMatchObject({ daysWithIssuer: 59 });
  });
});

test("a claim about a day before a newer finding waits for one of its own, and stops the clock (D21)", () => {
  const one = aFollowUp([...start, found("2023-03-01", "underWay"), claimed("2023-06-01", "2022-12-31")]);
  expect(on("2023-05-31", one)).toMatchObject({ lifecycle: "open" });
  expect(on("2023-06-01", one)).toMatchObject({ lifecycle: "pendingVerification", owed: [{ kind: "verification" }] });
});

test("a claim on a closed follow-up is kept and shown, and changes nothing (R29)", () => {
  const closedOne = [...start, found("2023-03-01", "partiallyImplemented"), closed("2023-05-01", "notImplemented")];
  const claim = [...closedOne, claimed("2023-06-01"), found("2023-07-01", "underWay")];
  expect(on("2023-07-01", aFollowUp(claim))).toMatchObject({
    reported: "fullyImplemented",
    divergent: false,
    unverified: false,
    lifecycle: "closed",
  });
  // It does not end a divergence either.
  const divergent = [
    ...start,
    claimed("2023-02-01"),
    found("2023-03-01", "underWay"),
    closed("2023-05-01", "notImplemented"),
  ];
  expect(on("2023-06-01", aFollowUp([...divergent, claimed("2023-06-01", "2023-06-01")])).divergent).toBe(true);
});

describe("a divergence (R30)", () => {
  const divergent = [...start, claimed("2023-02-01"), found("2023-03-01", "partiallyImplemented")];

  test("holds after a closure as not done and after a reopening", () => {
    const over = aFollowUp([...divergent, closed("2023-05-01", "notImplemented"), reopened("2023-06-01")]);
    expect(on("2023-05-15", over).divergent).toBe(true);
    expect(on("2023-06-01", over).divergent).toBe(true);
  });

  test("ends by a new claim, by a new account, and by closing as done", () => {
    expect(on("2023-04-01", aFollowUp([...divergent, claimed("2023-04-01")])).divergent).toBe(false);
    expect(on("2024-01-15", aFollowUp([...divergent, updated("2024-01-15", 2023)])).divergent).toBe(false);
    expect(on("2023-04-01", aFollowUp([...divergent, closed("2023-04-01", "implemented")])).divergent).toBe(false);
  });

  test("is told of a new claim also where an update in between was about a later situation", () => {
    const claimedAgain = [updated("2024-01-15", 2023), claimed("2024-02-01", "2023-06-30", "again")];
    const below = found("2024-03-01", "underWay", "2024-02-01");
    expect(on("2024-03-01", aFollowUp([...divergent, ...claimedAgain, below])).divergent).toBe(true);
    expect(on("2024-03-01", aFollowUp([...divergent, updated("2024-01-15", 2023), below])).divergent).toBe(false);
  });

  test("does not end by a finding about an earlier situation, published later (D17)", () => {
    const earlier = aFollowUp([...divergent, found("2023-04-01", "underWay", "2022-12-31")]);
    expect(on("2023-04-01", earlier)).toMatchObject({ divergent: true, assessed: "partiallyImplemented" });
  });

  test("does not begin by a finding about an earlier situation than the one told (R30)", () => {
    const earlier = [...start, claimed("2023-06-01", "2023-05-31"), found("2023-07-01", "underWay", "2023-01-31")];
    expect(on("2023-07-01", aFollowUp(earlier))).toMatchObject({ divergent: false, assessed: "underWay" });
  });

  test("holds by the newest finding about that situation or a later one, whatever it finds below", () => {
    const lower = aFollowUp([...divergent, found("2023-04-01", "underWay", "2023-04-01")]);
    expect(on("2023-04-01", lower).divergent).toBe(true);
    const full = aFollowUp([...divergent, found("2023-04-01", "fullyImplemented", "2023-04-01")]);
    expect(on("2023-04-01", full).divergent).toBe(false);
  });
});

describe("the days with the issuing body (D34)", () => {
  const claim = [claimed("2023-02-01", "2023-02-01", "one"), found("2023-03-01", "underWay")];

  test("are those on which this thing was owed: what was promised meanwhile counts from its own day", () => {
    const followUp = aFollowUp([accepted, promised("2023-02-11", "2023-02-28"), ...claim]);
    expect(item("2023-03-10", followUp, "commitment")).toMatchObject({ daysWithIssuer: 18 });
    expect(item("2023-03-10", followUp, "implementation")).toMatchObject({ daysWithIssuer: 28 });
  });

  test("are none on an update that was not asked yet", () => {
    const followUp = aFollowUp(
      [accepted, ...claim, closed("2023-04-01", "overtakenByEvents"), reopened("2023-04-02")],
      {
        cycles: [roundOf(2024)],
      },
    );
    expect(item("2025-04-01", followUp, "update")).toMatchObject({ daysWithIssuer: 0 });
  });

  test("are counted once, also when a finding of full came between", () => {
    const twice = [...claim, found("2023-04-01", "fullyImplemented"), found("2023-05-01", "underWay")];
    expect(item("2023-05-10", aFollowUp([accepted, ...twice]), "implementation")).toMatchObject({ daysWithIssuer: 28 });
  });

  test("last until a closure, where nobody found anything", () => {
    const waiting = [accepted, claimed("2023-02-01"), closed("2023-02-21", "endOfFollowUp"), reopened("2023-06-01")];
    expect(item("2023-06-10", aFollowUp(waiting), "implementation")).toMatchObject({ daysWithIssuer: 20 });
  });
});
