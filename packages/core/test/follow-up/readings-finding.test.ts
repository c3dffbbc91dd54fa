import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/index.ts";
import { late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, found, promised } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");
const start = [accepted, promised("2022-12-01", "2023-01-31")];

test("regressed is a lower finding about a later situation, not about the same one (R19)", () => {
  const same = [
    found("2023-06-01", "partiallyImplemented", "2022-12-31"),
    found("2024-06-01", "underWay", "2022-12-31"),
  ];
  expect(on("2024-06-01", aFollowUp(same))).toMatchObject({ regressed: false, assessed: "underWay" });
  const later = [
    found("2023-06-01", "partiallyImplemented", "2022-12-31"),
    found("2024-06-01", "underWay", "2023-12-31"),
  ];
  expect(on("2024-06-01", aFollowUp(later)).regressed).toBe(true);
  // A finding that a later one about the same situation corrected is not compared with the next one.
  const corrected = [...same, found("2025-06-01", "underWay", "2024-12-31")];
  expect(on("2025-06-01", aFollowUp(corrected))).toMatchObject({ regressed: false, stalled: true });
});

test("stalled is the same finding for a later year (R19)", () => {
  const years = (first: number, second: number) =>
    aFollowUp([
      found("2023-06-01", "underWay", "2022-12-31", first),
      found("2024-06-01", "underWay", "2023-12-31", second),
    ]);
  expect(on("2024-06-01", years(2022, 2023)).stalled).toBe(true);
  expect(on("2024-06-01", years(2023, 2022)).stalled).toBe(false);
  expect(on("2024-06-01", years(2023, 2023)).stalled).toBe(false);
});

test("a finding about an earlier situation, published later, does not undo a complete one (D17)", () => {
  const full = [...start, found("2023-06-01", "fullyImplemented", "2023-05-31")];
  const earlier = aFollowUp([...full, found("2023-09-01", "underWay", "2022-12-31")]);
  expect(on("2023-09-01", earlier)).toMatchObject({ lifecycle: "pendingVerification", assessed: "fullyImplemented" });
  const claim = [...start, claimed("2023-06-01", "2023-03-01"), found("2023-07-01", "fullyImplemented", "2023-06-30")];
  const between = aFollowUp([...claim, found("2023-09-01", "underWay", "2023-04-30")]);
  expect(on("2023-09-01", between).lifecycle).toBe("pendingVerification");
  const later = aFollowUp([...claim, found("2023-09-01", "underWay", "2023-08-31")]);
  expect(on("2023-09-01", later).lifecycle).toBe("open");
});

test("of two findings of one day about one situation, that of the later reporting year holds, whatever their order", () => {
  const below = found("2023-06-01", "underWay", "2023-05-31", 2021);
  const full = found("2023-06-01", "fullyImplemented", "2023-05-31", 2022);
  for (const both of [
    [below, full],
    [full, below],
  ])
    expect(on("2023-06-01", aFollowUp([...start, ...both]))).toMatchObject({
      assessed: "fullyImplemented",
      lifecycle: "pendingVerification",
      conflicting: false,
    });
});

describe("two findings of one day about one situation that do not say the same are a conflict", () => {
  const finding = (id: string, level: "fullyImplemented" | "partiallyImplemented" | "underWay", recordedAt: string) =>
    ({ ...found("2023-06-01", level, "2022-12-31"), id, recordedAt }) as Entry;
  const bothOrders = (entries: (hours: readonly [string, string]) => readonly Entry[]) =>
    [
      ["2023-06-01T08:00:00Z", "2023-06-01T09:00:00Z"] as const,
      ["2023-06-01T09:00:00Z", "2023-06-01T08:00:00Z"] as const,
    ]
      .flatMap((hours) => [entries(hours), [...entries(hours)].reverse()])
      .map((each) => aFollowUp([...start, ...each]));

  test("the level is the lower one, whatever their order, and nothing is derived from a change between them", () => {
    for (const followUp of bothOrders(([one, two]) => [
      finding("a", "underWay", one),
      finding("b", "partiallyImplemented", two),
    ]))
      expect(on("2023-06-01", followUp)).toMatchObject({
        assessed: "underWay",
        conflicting: true,
        regressed: false,
        stalled: false,
        lifecycle: "open",
      });
  });

  test("both are named in the reasons", () => {
    const followUp = aFollowUp([
      ...start,
      finding("a", "underWay", "2023-06-01T08:00:00Z"),
      finding("b", "partiallyImplemented", "2023-06-01T08:00:00Z"),
    ]);
    const reason = on("2023-06-01", followUp).reasons.find(({ code }) => code === "findingsConflict");
    expect(reason).toMatchObject({
      rule: "R20",
      entries: ["a", "b"],
      dates: { asOf: "2022-12-31", given: "2023-06-01" },
    });
  });

  test("where one of them says that all is done, neither verifies a claim nor finds it wanting", () => {
    const orders = bothOrders(([one, two]) => [
      claimed("2023-01-15", "2022-12-31"),
      finding("a", "fullyImplemented", one),
      finding("b", "partiallyImplemented", two),
    ]);
    for (const followUp of orders) {
      expect(on("2023-06-01", followUp)).toMatchObject({
        lifecycle: "pendingVerification",
        unverified: true,
        divergent: false,
        assessed: "partiallyImplemented",
      });
      expect(late("2023-06-01", followUp)).toEqual([]);
    }
    for (const followUp of bothOrders(([one, two]) => [
      finding("a", "fullyImplemented", one),
      finding("b", "underWay", two),
    ]))
      expect(on("2023-06-01", followUp).lifecycle).toBe("open");
  });

  test("where both are below, the claim is found wanting", () => {
    for (const followUp of bothOrders(([one, two]) => [
      claimed("2023-01-15", "2022-12-31"),
      finding("a", "underWay", one),
      finding("b", "partiallyImplemented", two),
    ]))
      expect(on("2023-06-01", followUp)).toMatchObject({ lifecycle: "open", divergent: true, unverified: false });
  });

  test("two that say the same, or about two situations, or of two days, are none", () => {
    const same = [found("2023-06-01", "underWay", "2022-12-31"), found("2023-06-01", "underWay", "2022-12-31")];
    expect(on("2023-06-01", aFollowUp(same)).conflicting).toBe(false);
    const situations = [
      found("2023-06-01", "underWay", "2022-12-31"),
      found("2023-06-01", "partiallyImplemented", "2023-05-31"),
    ];
    expect(on("2023-06-01", aFollowUp(situations)).conflicting).toBe(false);
    const days = [
      found("2023-06-01", "underWay", "2022-12-31"),
      found("2023-06-02", "partiallyImplemented", "2022-12-31"),
    ];
    expect(on("2023-06-02", aFollowUp(days))).toMatchObject({ conflicting: false, assessed: "partiallyImplemented" });
  });

  test("ends when one of them is corrected, or when a later situation is found", () => {
    const two = [
      finding("a", "underWay", "2023-06-01T08:00:00Z"),
      finding("b", "partiallyImplemented", "2023-06-01T08:00:00Z"),
    ];
    const taken: Entry = {
      id: "r",
      type: "retraction",
      retracts: "a",
      reason: "a slip",
      givenOn: "2023-07-01",
      recordedAt: "2023-07-01T08:00:00Z",
    };
    expect(on("2023-06-01", aFollowUp([...two, taken]))).toMatchObject({
      conflicting: false,
      assessed: "partiallyImplemented",
    });
    const later = aFollowUp([...two, found("2024-06-01", "underWay", "2023-12-31")]);
    expect(on("2024-06-01", later)).toMatchObject({ conflicting: false, stalled: false, regressed: false });
  });
});
