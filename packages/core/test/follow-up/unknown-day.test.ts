import { describe, expect, test } from "vitest";
import type { Day, Entry } from "../../src/index.ts";
import { implementationBy, item, late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, closed, found, given, promised, roundOf } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");

/** Given on an unknown day, this one at the latest. */
function knownBy<E extends Entry>(entry: E, knownAfter?: Day): E {
  const { givenOn, ...rest } = entry;
  return { ...rest, knownBy: givenOn, ...(knownAfter && { knownAfter }) } as E;
}

describe("a finding of unknown day", () => {
  const claim = [accepted, claimed("2023-02-01", "2022-12-31", "claim")];
  const rounds = { cycles: [roundOf(2022)] };

  test("leaves undetermined whether the claim was verified in time", () => {
    for (const level of ["underWay", "fullyImplemented"] as const) {
      const followUp = aFollowUp([...claim, knownBy(found("2024-03-01", level, "2023-03-31"), "2023-05-01")], rounds);
      expect(item("2023-05-01", followUp, "verification")).toMatchObject({ undetermined: false });
      expect(on("2023-07-01", followUp).verificationTimeliness).toBe("undetermined");
      expect(late("2024-02-29", followUp)).toEqual([]);
    }
  });

  test("that does not answer the claim leaves the verification late", () => {
    const earlier = aFollowUp([...claim, knownBy(found("2024-03-01", "underWay", "2022-06-30"))], rounds);
    expect(late("2023-07-01", earlier)).toEqual(["verification"]);
  });

  test("that all is done leaves undetermined all that it ended", () => {
    const done = aFollowUp(
      [accepted, promised("2022-12-01", "2023-05-31"), knownBy(found("2024-03-01", "fullyImplemented", "2023-03-31"))],
      implementationBy("2023-05-31"),
    );
    expect(late("2023-07-01", done)).toEqual([]);
    expect(on("2023-07-01", done).timeliness).toBe("undetermined");
    expect(on("2024-03-01", done)).toMatchObject({ lifecycle: "pendingVerification", owed: [] });
    const below = aFollowUp(
      [accepted, knownBy(found("2024-03-01", "underWay", "2023-03-31"))],
      implementationBy("2023-05-31"),
    );
    expect(late("2023-07-01", below)).toEqual(["implementation"]);
  });

  test("that all was done, about an earlier situation than was found since, ends nothing", () => {
    const wanting = found("2023-06-15", "underWay", "2023-06-15");
    const earlier = knownBy(found("2024-03-01", "fullyImplemented", "2023-03-31"));
    expect(late("2023-07-01", aFollowUp([accepted, wanting, earlier], implementationBy("2023-05-31")))).toEqual([
      "implementation",
    ]);
  });
});

describe("a claim of unknown day", () => {
  test("while another waits leaves the issuing body late", () => {
    const two = [accepted, claimed("2023-02-01", "2022-12-31"), knownBy(claimed("2024-03-01", "2023-12-31"))];
    expect(late("2023-07-01", aFollowUp(two, { cycles: [roundOf(2022)] }))).toEqual(["verification"]);
  });

  test("after one was found wanting leaves the addressee late: it stops no clock", () => {
    const wanting = [accepted, claimed("2023-02-01", "2022-12-31"), found("2023-03-01", "underWay")];
    const followUp = aFollowUp(
      [...wanting, knownBy(claimed("2024-03-01", "2023-12-31"))],
      implementationBy("2023-05-31"),
    );
    expect(late("2023-07-01", followUp)).toEqual(["implementation"]);
    // While a claim waits no update is owed, so nobody can tell whether one is.
    const before = [accepted, claimed("2023-02-01", "2021-12-31"), found("2023-03-01", "underWay")];
    const asked = aFollowUp([...before, knownBy(claimed("2024-03-01", "2021-12-31"))], { cycles: [roundOf(2022)] });
    expect(item("2023-07-01", asked, "update")).toMatchObject({ undetermined: true });
  });

  test("leaves undetermined what the addressee owes, where it would stop the clock", () => {
    const first = aFollowUp([accepted, knownBy(claimed("2024-03-01", "2023-12-31"))], implementationBy("2023-05-31"));
    expect(late("2023-07-01", first)).toEqual([]);
  });
});

test("a closure of unknown day leaves undetermined what both sides owe", () => {
  const followUp = aFollowUp(
    [accepted, claimed("2023-02-01", "2022-12-31"), knownBy(closed("2024-03-01", "implemented"))],
    { cycles: [roundOf(2022)] },
  );
  expect(on("2023-07-01", followUp).verificationTimeliness).toBe("undetermined");
});

test("a withdrawal of unknown day leaves undetermined whether its claim still waits", () => {
  const withdrawal = knownBy(given("claimWithdrawal", "2024-03-01", { update: "claim" }));
  const followUp = aFollowUp([accepted, claimed("2023-02-01", "2022-12-31", "claim"), withdrawal], {
    cycles: [roundOf(2022)],
  });
  expect(on("2023-07-01", followUp).verificationTimeliness).toBe("undetermined");
});

describe("an answer of unknown day", () => {
  const rounds = { cycles: [roundOf(2022)] };

  test("that accepts leaves an update owed that was owed with or without it", () => {
    const followUp = aFollowUp([knownBy(answered("2024-01-15", "accepted"))], rounds);
    expect(late("2023-06-01", followUp)).toEqual(["update"]);
    expect(item("2024-01-15", followUp, "update")).toMatchObject({ missedYears: [2022], undetermined: false });
    const unclear = aFollowUp([knownBy(answered("2024-01-15", "answeredNotStated"))], rounds);
    expect(item("2023-06-01", unclear, "update")).toBeUndefined();
  });

  test("that declines leaves undetermined what a closure settles, before it and after it", () => {
    const refusal = knownBy(answered("2024-01-15", "rejected"));
    for (const closedOn of ["2024-01-01", "2024-02-01"]) {
      const end = closed(closedOn, "notImplemented");
      expect(on("2025-01-01", aFollowUp([accepted, refusal, end], rounds)).timeliness).toBe("undetermined");
      expect(on("2025-01-01", aFollowUp([accepted, refusal, end], implementationBy("2023-05-31"))).timeliness).toBe(
        "undetermined",
      );
    }
  });
});
