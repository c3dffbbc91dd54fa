import { expect, test } from "vitest";
import type { Day } from "../../src/index.ts";
import { implementationBy, item, late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, closed, given, promised, roundOf, updated } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");

test("an answer that does not tell its content leaves the position told before", () => {
  const again = aFollowUp([accepted, answered("2023-03-01", "answeredNotStated")]);
  expect(on("2023-03-01", again).position).toBe("accepted");
  const first = aFollowUp([answered("2022-12-01", "answeredNotStated"), answered("2023-03-01", "accepted")]);
  expect(on("2023-03-01", first).position).toBe("accepted");
  for (const told of ["accepted", "rejected", "answeredNotStated"] as const) {
    const unclear = aFollowUp([answered("2022-12-01", told), answered("2023-03-01", "undetermined")]);
    expect(on("2023-03-01", unclear).position).toBe(told);
    expect(item("2023-03-01", unclear, "response")).toBeUndefined();
  }
});

test("who may have answered before its answer is on record is not called late", () => {
  const answer = (day: Day) => [answered("2022-12-01", "undetermined"), answered(day, "rejected")];
  expect(on("2025-01-01", aFollowUp(answer("2023-06-01"))).timeliness).toBe("undetermined");
  expect(on("2025-01-01", aFollowUp(answer("2022-12-10"))).timeliness).toBe("metOnTime");
});

test("a withdrawn claim still counts as the update for its year; its level does not", () => {
  const claim = { ...claimed("2023-03-01", "2022-12-31", "claim"), reportingYear: 2022 };
  const withdrawn = given("claimWithdrawal", "2023-03-15", { update: "claim" });
  const followUp = aFollowUp([accepted, claim, withdrawn], { cycles: [roundOf(2022), roundOf(2023)] });
  expect(on("2023-06-01", followUp)).toMatchObject({ reported: "notReported", lifecycle: "open" });
  expect(late("2023-06-01", followUp)).toEqual([]);
  expect(late("2024-04-01", followUp)).toEqual(["update"]);
});

test("an update for a year settles the years before it (D29)", () => {
  const skipped = aFollowUp([accepted, updated("2024-03-01", 2023)], { cycles: [roundOf(2022), roundOf(2023)] });
  expect(late("2024-02-15", skipped)).toEqual(["update"]);
  expect(late("2024-04-01", skipped)).toEqual([]);
});

test("a new answer takes back that another body was found to be the right one, whatever it says (R39)", () => {
  const upheld = given("notCompetentUpheld", "2023-01-15", { reason: "it is for the regions" });
  const again = aFollowUp([answered("2022-12-01", "notCompetent"), upheld, answered("2023-03-01", "notCompetent")]);
  expect(on("2023-02-28", again).notCompetentUpheld).toBe(true);
  expect(on("2023-03-01", again).notCompetentUpheld).toBe(false);
});

test("staleness counts by the plain calendar", () => {
  // Fifteen months after 1 December 2022 is a Friday; after 2 December it is a Saturday, which is not moved to the
  // Monday.
  const said = aFollowUp([answered("2022-12-02", "accepted")]);
  expect(on("2024-03-02", said).stale).toBe(false);
  expect(on("2024-03-03", said)).toMatchObject({ stale: true, staleFrom: "2024-03-03" });
});

test("what is owed by a date is not stale, however long nothing is said (D7)", () => {
  expect(on("2025-01-01", aFollowUp([accepted], implementationBy("2030-06-30")))).toMatchObject({
    stale: false,
    timeliness: "notDue",
  });
});

test("who is addressed for information owes nothing, and nobody owes a verification of its claim", () => {
  const informed = aFollowUp([claimed("2023-02-01")], { followUp: { role: "forInformation" } });
  expect(on("2025-01-01", informed)).toMatchObject({ owed: [], timeliness: "released" });
  expect(on("2025-01-01", informed).verificationTimeliness).toBeUndefined();
});

test("a claim that waits comes before a declined position", () => {
  const claim = [answered("2022-12-01", "rejected"), promised("2022-12-02", "2023-03-31"), claimed("2023-02-01")];
  expect(on("2023-04-15", aFollowUp(claim))).toMatchObject({
    position: "rejected",
    timeliness: "notDue",
    unverified: true,
  });
});

test("silence never becomes a level by itself, however long it lasts (R6, R11)", () => {
  const silent = aFollowUp([accepted], { cycles: [roundOf(2022), roundOf(2023)] });
  for (const day of ["2023-06-01", "2024-06-01", "2040-01-01"])
    expect(on(day, silent)).toMatchObject({ reported: "notReported", assessed: "notAssessed", lifecycle: "open" });
});

test("what is closed is not long outstanding, however long ago it was first asked (D8)", () => {
  const asked = { asked: { times: 1, first: "2012-10-18" } };
  const over = aFollowUp([accepted, closed("2023-06-01", "endOfFollowUp")], asked);
  expect(on("2023-05-31", over).asked.longOutstanding).toBe(true);
  expect(on("2023-06-01", over).asked.longOutstanding).toBe(false);
});
