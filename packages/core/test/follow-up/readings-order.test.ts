import { describe, expect, test } from "vitest";
import { withAmendedBy } from "../../src/follow-up/entries/amended-by.ts";
import type { Entry } from "../../src/index.ts";
import { item, late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, given, movedTo, promised } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");

describe("an entry comes after what it refers to; nothing is lost (R53)", () => {
  const promise = { ...promised("2022-12-01", "2023-06-30"), recordedAt: "2022-12-01T15:00:00Z" };

  test("an outcome that was recorded before its promise", () => {
    const kept = given("commitmentOutcome", "2022-12-01", {
      commitment: "promise",
      outcome: "met",
      recordedAt: "2022-12-01T09:00:00Z",
    });
    expect(late("2023-07-01", aFollowUp([accepted, kept, promise]))).toEqual([]);
    const sameMoment = { ...kept, recordedAt: promise.recordedAt };
    expect(late("2023-07-01", aFollowUp([accepted, sameMoment, promise]))).toEqual([]);
    const dayBefore = { ...kept, givenOn: "2022-11-30" };
    expect(late("2023-07-01", aFollowUp([accepted, dayBefore, promise]))).toEqual([]);
  });

  test("an outcome that was given before its promise, from that one's day: staleness runs from it", () => {
    const undated = given("commitment", "2023-03-01", { id: "promise", description: "A circular is sent." });
    const before = given("commitmentOutcome", "2023-02-01", { commitment: "promise", outcome: "abandoned" });
    const followUp = aFollowUp([accepted, before, undated]);
    expect(on("2024-06-01", followUp)).toMatchObject({ stale: false, owed: [{ kind: "implementation" }] });
    expect(on("2024-06-02", followUp).staleFrom).toBe("2024-06-02");
  });

  test("a move that was recorded before its promise", () => {
    const moved = { ...movedTo("2022-12-01", "2023-12-31"), recordedAt: "2022-12-01T09:00:00Z" };
    expect(item("2023-07-01", aFollowUp([accepted, moved, promise]), "commitment")).toMatchObject({
      due: "2023-12-31",
      moves: 1,
    });
  });

  test("a withdrawal that was recorded before its claim", () => {
    const claim = { ...claimed("2023-02-01", "2023-02-01", "claim"), recordedAt: "2023-02-01T15:00:00Z" };
    const back = given("claimWithdrawal", "2023-02-01", { update: "claim", recordedAt: "2023-02-01T09:00:00Z" });
    expect(on("2023-02-01", aFollowUp([accepted, back, claim]))).toMatchObject({
      lifecycle: "open",
      reported: "notReported",
    });
  });
});

describe("a retraction (R52)", () => {
  const wrong: Entry = given("response", "2022-12-01", { id: "wrong", position: "rejected" });
  const right: Entry = given("response", "2023-03-01", { id: "right", position: "accepted", corrects: "wrong" });
  const taken = (retracts: string) =>
    given("retraction", "2023-04-01", { id: "taken", retracts, reason: "another follow-up's" });

  test("of an entry that had been corrected takes all its versions", () => {
    expect(on("2023-05-01", aFollowUp([wrong, right, taken("wrong")])).position).toBe("awaiting");
    const third: Entry = given("response", "2023-03-02", { id: "third", position: "noted", corrects: "right" });
    expect(on("2023-05-01", aFollowUp([wrong, right, third, taken("wrong")])).position).toBe("awaiting");
    expect(on("2023-05-01", aFollowUp([wrong, right, third, taken("right")])).position).toBe("rejected");
  });

  test("a correction of a correction is the one that stands, alone", () => {
    const third: Entry = given("response", "2023-03-02", { id: "third", position: "noted", corrects: "right" });
    const promise = promised("2022-12-01", "2023-06-30");
    const second: Entry = { ...promise, id: "second", corrects: "promise" };
    const last: Entry = { ...promise, id: "last", corrects: "second" };
    const owed = on("2023-05-01", aFollowUp([third, right, wrong, last, second, promise])).owed;
    expect(owed.map(({ kind, commitment }) => [kind, commitment])).toEqual([["commitment", "promise"]]);
  });

  test("of two corrections of one entry the one recorded last holds, in any order, and promises once", () => {
    const other: Entry = { ...right, id: "other", position: "noted", recordedAt: "2023-03-02T12:00:00Z" };
    const promise = promised("2022-12-01", "2023-06-30");
    const second: Entry = { ...promise, id: "second", corrects: "promise", recordedAt: "2022-12-02T12:00:00Z" };
    const third: Entry = { ...promise, id: "third", corrects: "promise", recordedAt: "2022-12-03T12:00:00Z" };
    for (const entries of [
      [wrong, right, other],
      [wrong, other, right],
    ])
      expect(on("2023-05-01", aFollowUp(entries)).position).toBe("noted");
    const owed = on("2023-05-01", aFollowUp([accepted, third, promise, second])).owed;
    expect(owed.flatMap(({ commitment }) => commitment ?? [])).toEqual(["promise"]);
    expect(on("2023-05-01", aFollowUp([wrong, other, right, taken("other")])).position).toBe("accepted");
    expect(withAmendedBy([wrong, other, right]).map(({ correctedBy }) => correctedBy)).toEqual([
      "other",
      undefined,
      "other",
    ]);
  });

  test("of a correction brings back what it had corrected; and taken back itself, it takes nothing", () => {
    expect(on("2023-05-01", aFollowUp([wrong, right, taken("right")])).position).toBe("rejected");
    const undone = given("retraction", "2023-05-01", { retracts: "taken", reason: "it was right" });
    expect(on("2023-05-01", aFollowUp([wrong, right, taken("wrong"), undone])).position).toBe("accepted");
  });
});
