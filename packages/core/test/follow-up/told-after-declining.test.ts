import { describe, expect, test } from "vitest";
import { type Entry, explain, type FollowUpCase } from "../../src/index.ts";
import { implementationBy, item, on } from "../asking.ts";
import { aFollowUp, answered, claimed, closed, found, given, promised } from "../builders.ts";

const due = implementationBy("2023-05-31");
const accepted = answered("2022-12-01", "accepted");
const at = (entry: Entry, minute: number): Entry => ({ ...entry, recordedAt: `${entry.givenOn}T12:${minute}:00Z` });
const told = (followUp: FollowUpCase, day = "2023-11-01") => {
  const { acceptanceWithdrawnOn, daysOverdueWhenWithdrawn } = on(day, followUp);
  return [acceptanceWithdrawnOn, daysOverdueWhenWithdrawn];
};

describe("D25, D26: a claim hides no day of what is told after declining", () => {
  const claim = claimed("2023-07-31", "2023-07-31", "claim");
  const withdrawn = given("claimWithdrawal", "2023-08-01", { update: "claim" });
  const flip = [at(answered("2023-08-01", "rejected"), 30), at(answered("2023-08-01", "accepted"), 40)];
  const found61 = ["2023-08-01", 61];
  const histories: Record<string, readonly Entry[]> = {
    "no claim": flip,
    "the claim is withdrawn before": [claim, at(withdrawn, 20), ...flip],
    "the claim is withdrawn between": [claim, ...flip, at(withdrawn, 35)],
    "the claim is withdrawn after": [claim, ...flip, at(withdrawn, 50)],
    "the claim is found wanting later": [claim, ...flip, found("2023-09-01", "partiallyImplemented", "2023-08-20")],
    "another claim waits since": [claim, at(withdrawn, 20), ...flip, claimed("2023-10-01", "2023-10-01", "later")],
    "it is reopened that day": [
      found("2023-07-01", "fullyImplemented"),
      closed("2023-07-02", "implemented"),
      given("reopening", "2023-08-01", { reason: "an error" }),
      ...flip,
    ],
  };
  test.for(Object.keys(histories))("%s", (name) => {
    const entries = histories[name] ?? [];
    expect(told(aFollowUp([accepted, ...entries], due))).toEqual(found61);
    const promise = promised("2022-12-01", "2023-05-31");
    expect(told(aFollowUp([accepted, promise, ...entries]))).toEqual(found61);
  });

  test("while the claim waits, or once it is confirmed, its days are not overdue", () => {
    const waits = aFollowUp([accepted, claim, ...flip], due);
    expect(told(waits)).toEqual(["2023-08-01", 0]);
    const confirmed = aFollowUp([...waits.entries, found("2023-10-01", "fullyImplemented", "2023-09-30")], due);
    expect(told(confirmed)).toEqual(["2023-08-01", 0]);
  });
});

describe("D26: each day that is told has its own days overdue", () => {
  const twice = [
    accepted,
    answered("2023-07-01", "rejected"),
    answered("2023-07-02", "accepted"),
    answered("2023-09-01", "rejected"),
  ];
  test("declining again moves no day", () => {
    expect(told(aFollowUp(twice, due))).toEqual(["2023-07-01", 30]);
    expect(on("2023-11-01", aFollowUp(twice, due)).reasons.map(explain)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/declined on 2023-07-01 and accepted later; what it had missed was 30 days overdue/),
        expect.stringMatching(/withdrew its acceptance on 2023-09-01; what ended by it was not overdue/),
      ]),
    );
    expect(told(aFollowUp([...twice, answered("2023-09-02", "accepted")], due))).toEqual(["2023-07-01", 30]);
  });

  test("the longest is told, also of a promise that was missed by the second", () => {
    const promise = promised("2023-07-03", "2023-07-15");
    const again = aFollowUp([...twice, promise, answered("2023-09-02", "accepted")], due);
    expect(told(again)).toEqual(["2023-09-01", 48]);
  });
});

describe("R33: days with the issuing body after a reopening", () => {
  test("end with the finding, and the claim is not said to have been found wanting", () => {
    const reopened = aFollowUp(
      [
        accepted,
        claimed("2023-02-20", "2023-02-20", "claim"),
        found("2023-03-12", "fullyImplemented", "2023-02-20"),
        closed("2023-04-20", "implemented"),
        given("reopening", "2023-05-01", { reason: "an error" }),
      ],
      due,
    );
    const implementation = item("2023-11-01", reopened, "implementation");
    expect(implementation?.daysWithIssuer).toBe(20);
    const sentences = implementation?.reasons.map(explain).join("\n");
    expect(sentences).not.toContain("not confirmed");
    expect(sentences).toMatch(/a claim was confirmed.*reopened.*20 days/);
  });
});

describe("reasons that are true", () => {
  const sentences = (followUp: FollowUpCase, day = "2023-11-01") => on(day, followUp).reasons.map(explain).join("\n");

  test("D22: found done without a claim, it waits for its closure and for no verification", () => {
    const done = sentences(aFollowUp([accepted, found("2023-03-12", "fullyImplemented")], due));
    expect(done).toContain("has still to close it (D22)");
    expect(done).not.toContain("claim");
  });

  test("R5: nobody has to verify the claim of an addressee for information", () => {
    const claim = claimed("2023-03-01", "2023-03-01", "claim");
    const followUp = aFollowUp([claim], { ...due, followUp: { role: "forInformation" } });
    expect(on("2023-11-01", followUp).owed).toEqual([]);
    expect(sentences(followUp)).toMatch(/addressed for information, so nobody has to verify it \(R5\)/);
    expect(sentences(followUp)).not.toContain("has to verify it (R2)");
  });

  test("D32: a deadline that had passed before it was asked binds by no date", () => {
    const followUp = aFollowUp([given("roleChange", "2023-07-02", { role: "lead", reason: "it leads now" })], {
      ...due,
      followUp: { role: "forInformation" },
    });
    const owed = item("2023-07-02", followUp, "implementation");
    expect(owed).toMatchObject({ daysOverdue: 0, daysOverdueOriginal: 0 });
    expect(owed).not.toHaveProperty("originalDue");
    const why = owed?.reasons.map(explain).join("\n");
    expect(why).toMatch(/2023-05-31 had passed before.*\(D32\)/);
    expect(why).not.toContain("D26");
  });
});
