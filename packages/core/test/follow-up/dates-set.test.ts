import { describe, expect, test } from "vitest";
import { type Day, type Entry, explain, type FollowUpCase } from "../../src/index.ts";
import { implementationBy, item, on } from "../asking.ts";
import { aFollowUp, answered, closed, found, given, promised } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");
const day = (on: Day) => ({ on, precision: "day" as const });
const granted = (on: Day, to: Day, target: object = { kind: "implementation" }): Entry =>
  given("deadlineChange", on, {
    ...{ id: `granted-${to}`, target, decision: "granted", to: day(to) },
    ...{ reason: "staff", requestedBy: "Justice", requestedOn: on, decidedBy: "Council of Ministers" },
  } as never);
const reopened = (on: Day, newDue: Day): Entry =>
  given("reopening", on, { id: "reopened", reason: "not done", assessor: "A. Lambert", newDue: day(newDue) } as never);
const replaced = (on: Day, commitment: string, replacedBy: string): Entry =>
  given("commitmentOutcome", on, { commitment, outcome: "replaced", replacedBy });

const owed = (asOf: Day, followUp: FollowUpCase, kind: "implementation" | "commitment" | "response") =>
  item(asOf, followUp, kind);
const told = (asOf: Day, followUp: FollowUpCase, kind: "implementation" | "commitment" | "response") =>
  owed(asOf, followUp, kind)?.reasons.map(explain);

describe("a date that is set where there was none", () => {
  test("by a decision is no move, and nobody else's deadline", () => {
    const first = [accepted, granted("2023-02-01", "2023-06-30")];
    expect(owed("2023-07-10", aFollowUp(first), "implementation")).toMatchObject({
      ...{ due: "2023-06-30", originalDue: "2023-06-30", moves: 0, daysOverdue: 10, daysOverdueOriginal: 10 },
    });
    expect(told("2023-07-10", aFollowUp(first), "implementation")).toEqual([
      "the recommendation has no deadline of its own (D7)",
      "a decision set the date to 2023-06-30 (D6)",
    ]);
    const again = aFollowUp([...first, granted("2023-06-01", "2023-12-31")]);
    expect(owed("2024-01-10", again, "implementation")).toMatchObject({
      ...{ due: "2023-12-31", originalDue: "2023-06-30", moves: 1 },
    });
    expect(told("2024-01-10", again, "implementation")).toEqual([
      "the recommendation has no deadline of its own (D7)",
      "a decision set the date to 2023-06-30 (D6)",
      "the deadline moved from 2023-06-30 to 2023-12-31 (D6)",
    ]);
  });

  test("for a promise without a date, and for an answer without a period", () => {
    const promise = given("commitment", "2022-12-01", { id: "promise", description: "A circular." });
    const decided = granted("2023-02-01", "2023-06-30", { kind: "commitment", commitment: "promise" });
    expect(told("2023-07-10", aFollowUp([accepted, promise, decided]), "commitment")).toEqual([
      "the addressee promised it without a date (D4)",
      "a decision set the date to 2023-06-30 (D6)",
    ]);
    const unset = aFollowUp([granted("2023-02-01", "2023-06-30", { kind: "response" })], {
      report: { responsePeriod: "none" },
    });
    expect(owed("2023-07-10", unset, "response")).toMatchObject({ due: "2023-06-30", moves: 0 });
    expect(told("2023-07-10", unset, "response")).toEqual([
      "its report sets no period for a response (D7)",
      "a decision set the date to 2023-06-30 (D6)",
    ]);
  });

  test("by a reopening is told as such, beside the original date where there is one", () => {
    const again = [
      accepted,
      found("2023-09-01", "fullyImplemented", "2023-05-31"),
      closed("2023-09-10", "implemented"),
      reopened("2023-10-01", "2024-03-31"),
    ];
    expect(told("2024-04-10", aFollowUp(again), "implementation")).toEqual([
      "the recommendation has no deadline of its own (D7)",
      "the reopening set the date to 2024-03-31 (R33)",
    ]);
    const dated = aFollowUp([granted("2023-02-01", "2023-06-30"), ...again], implementationBy("2023-05-31"));
    expect(owed("2024-04-10", dated, "implementation")).toMatchObject({
      ...{ due: "2024-03-31", originalDue: "2023-05-31", moves: 1 },
    });
    expect(told("2024-04-10", dated, "implementation")).toEqual([
      "the recommendation's own deadline was 2023-05-31 (D4)",
      "the reopening set the date to 2024-03-31 (R33)",
      "the deadline moved from 2023-05-31 to 2023-06-30 (D6)",
    ]);
  });
});

describe("a promise that replaces another", () => {
  const first = promised("2022-12-01", "2023-03-31", "first");
  const second = promised("2023-04-10", "2024-12-31", "second");
  const commitment = (asOf: Day, ...entries: Entry[]) =>
    on(asOf, aFollowUp([accepted, ...entries])).owed.filter(({ kind }) => kind === "commitment");

  test("keeps its original date and its moves, so that the days overdue go on (D5)", () => {
    const moved = granted("2023-01-10", "2023-04-05", { kind: "commitment", commitment: "first" });
    const entries = [first, moved, second, replaced("2023-04-11", "first", "second")];
    expect(commitment("2023-04-10", ...entries)).toMatchObject([
      { commitment: "first", originalDue: "2023-03-31", moves: 1 },
      { commitment: "second", originalDue: "2024-12-31", moves: 0 },
    ]);
    const [left, ...others] = commitment("2023-05-10", ...entries);
    expect(others).toEqual([]);
    expect(left).toMatchObject({
      ...{ commitment: "second", due: "2024-12-31", originalDue: "2023-03-31", moves: 1 },
      ...{ daysOverdue: 0, daysOverdueOriginal: 40, timeliness: "notDue" },
    });
    expect(left?.reasons.map(explain)).toContain("it replaces a promise: the original date is that of 2023-03-31 (D5)");
  });

  test("also along several promises, and not once the outcome is taken back", () => {
    const third = promised("2023-06-01", "2025-12-31", "third");
    const chain = [
      first,
      second,
      third,
      replaced("2023-04-11", "first", "second"),
      replaced("2023-06-02", "second", "third"),
    ];
    expect(commitment("2023-07-10", ...chain)).toMatchObject([{ commitment: "third", originalDue: "2023-03-31" }]);
    const outcome = { ...replaced("2023-04-11", "first", "second"), id: "outcome" };
    const back = given("retraction", "2023-04-12", { retracts: "outcome", reason: "a slip" });
    expect(commitment("2023-07-10", first, second, outcome, back)).toMatchObject([
      { commitment: "first", originalDue: "2023-03-31" },
      { commitment: "second", originalDue: "2024-12-31" },
    ]);
  });

  test("whatever is told of the replaced one afterwards, and by whatever else it is replaced (D5)", () => {
    const third = promised("2023-04-20", "2025-12-31", "third");
    const replacing = [first, second, replaced("2023-04-11", "first", "second")];
    for (const later of [
      given("commitmentOutcome", "2023-04-21", { commitment: "first", outcome: "abandoned" }),
      given("commitmentOutcome", "2023-04-21", { commitment: "first", outcome: "met", asOf: "2023-03-15" }),
    ])
      expect(commitment("2023-05-10", ...replacing, later)).toMatchObject([
        { commitment: "second", originalDue: "2023-03-31", daysOverdueOriginal: 40 },
      ]);
    const twice = [...replacing, third, replaced("2023-04-21", "first", "third")];
    expect(commitment("2023-05-10", ...twice)).toMatchObject([
      { commitment: "second", originalDue: "2023-03-31" },
      { commitment: "third", originalDue: "2023-03-31" },
    ]);
  });

  test("is owed again when the one in its place is retracted (D5)", () => {
    const back = given("retraction", "2023-04-12", { retracts: "second", reason: "on the wrong follow-up" });
    expect(commitment("2023-05-10", first, second, replaced("2023-04-11", "first", "second"), back)).toMatchObject([
      { commitment: "first", due: "2023-03-31", daysOverdue: 40 },
    ]);
  });

  test("is not later than it was: of two original dates the earlier one stays", () => {
    const early = promised("2022-12-01", "2023-02-28", "early");
    expect(commitment("2023-07-10", early, second, replaced("2023-04-11", "second", "early"))).toMatchObject([
      { commitment: "early", due: "2023-02-28", originalDue: "2023-02-28" },
    ]);
  });

  test("and an outcome holds for all versions of its promise, whichever it names", () => {
    const corrected = (id: string, corrects: string) => ({ ...first, id, corrects, description: id }) as Entry;
    const entries = [
      first,
      corrected("two", "first"),
      replaced("2023-04-11", "two", "second"),
      second,
      corrected("three", "two"),
    ];
    expect(commitment("2023-07-10", ...entries)).toMatchObject([{ commitment: "second", originalDue: "2023-03-31" }]);
  });
});
