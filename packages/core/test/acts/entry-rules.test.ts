import { describe, expect, test } from "vitest";
import type { ActionRole } from "../../src/acting/action-rule.ts";
import type { ActContext, ActName, Entry } from "../../src/index.ts";
import { aFollowUp, answered, claimed, closed, found, given, promised } from "../builders.ts";
import { attempt, context, refusal } from "./acting.ts";

const evidence = [{ kind: "document" as const, title: "The circular", confidential: false }];
const accepted = { ...answered("2022-12-01", "accepted"), id: "answer" };
const promise = promised("2022-12-01", "2024-12-31");
const second = promised("2023-02-01", "2025-06-30", "second");
const third = promised("2023-03-01", "2025-12-31", "third");
const replacing = (commitment: string, replacedBy: string) =>
  given("commitmentOutcome", "2024-04-01", { commitment, outcome: "replaced", replacedBy });
const ended = (commitment: string) => given("commitmentOutcome", "2024-04-01", { commitment, outcome: "abandoned" });
const claim = claimed("2024-02-01", "2024-02-01", "claim");
const full = {
  ...found("2024-04-01", "fullyImplemented", "2024-03-01"),
  id: "finding",
  evidence,
  assessor: "C. Dubois",
};
const request = given("deadlineRequest", "2024-04-20", {
  id: "request",
  target: { kind: "commitment", commitment: "promise" },
  to: { on: "2025-06-30", precision: "day" },
  reason: "the council of state",
  requestedBy: "Minister of Justice",
  actor: "J. Claes",
});

function on(entries: readonly Entry[], role: ActionRole, change: Partial<ActContext> = {}): ActContext {
  return { ...context(aFollowUp(entries), role), ...change };
}

const letter = { name: "Letter of 20 April" };
const due = (day: string) => ({ on: day });
const claiming = { reportingYear: 2023, level: "fullyImplemented", claim: true, evidence };
const finding = { reportingYear: 2023, level: "underWay", rationale: "a draft exists", method: "interview" };
const implemented = { closureReason: "implemented", secondReader: "B. Peeters" };
const asked = {
  target: { kind: "commitment", commitment: "promise" },
  to: due("2025-06-30"),
  reason: "staff",
  requestedBy: "M",
};
const decided = { request: "request", decision: "granted", reason: "yes", decidedBy: "Council of Ministers" };

describe("refused, with the place", () => {
  test.each<[string, ActName, object, ActContext, string, string]>([
    [
      "an answer of before the report",
      "respond",
      { position: "accepted", givenOn: "2022-10-17" },
      on([], "respondent"),
      "invalidInput",
      "givenOn",
    ],
    [
      "a promise for a day that has passed",
      "commit",
      { description: "x", due: due("2024-05-01") },
      on([accepted], "respondent"),
      "invalidInput",
      "due",
    ],
    [
      "a situation to come",
      "update",
      { reportingYear: 2024, level: "underWay", asOf: "2024-05-03" },
      on([accepted], "respondent"),
      "invalidInput",
      "asOf",
    ],
    [
      "a reporting year to come",
      "update",
      { reportingYear: 2025, level: "underWay" },
      on([accepted], "respondent"),
      "invalidInput",
      "reportingYear",
    ],
    [
      "a finding about a year to come",
      "assess",
      { ...finding, reportingYear: 2025 },
      on([accepted], "assessor"),
      "invalidInput",
      "reportingYear",
    ],
    [
      "a finding of a situation to come",
      "assess",
      { ...finding, asOf: "2024-06-01" },
      on([accepted], "assessor"),
      "invalidInput",
      "asOf",
    ],
    [
      "all done, with evidence, and yet no claim",
      "update",
      { ...claiming, claim: false },
      on([accepted], "respondent"),
      "invalidInput",
      "claim",
    ],
    [
      "a replaced promise without the new one",
      "reportOutcome",
      { commitment: "promise", outcome: "replaced" },
      on([promise], "respondent"),
      "invalidInput",
      "replacedBy",
    ],
    [
      "a promise replaced by itself",
      "reportOutcome",
      { commitment: "promise", outcome: "replaced", replacedBy: "promise" },
      on([promise], "respondent"),
      "invalidInput",
      "replacedBy",
    ],
    [
      "a second outcome of a promise that was replaced",
      "reportOutcome",
      { commitment: "promise", outcome: "abandoned" },
      on([promise, second, replacing("promise", "second")], "respondent"),
      "invalidStateTransition",
      "commitment",
    ],
    [
      "a second replacement of a promise",
      "reportOutcome",
      { commitment: "promise", outcome: "replaced", replacedBy: "third" },
      on([promise, second, third, replacing("promise", "second")], "respondent"),
      "invalidStateTransition",
      "commitment",
    ],
    [
      "a promise replaced by one that has ended",
      "reportOutcome",
      { commitment: "promise", outcome: "replaced", replacedBy: "second" },
      on([promise, second, ended("second")], "respondent"),
      "invalidStateTransition",
      "replacedBy",
    ],
    [
      "a promise replaced by one that was replaced itself",
      "reportOutcome",
      { commitment: "promise", outcome: "replaced", replacedBy: "second" },
      on([promise, second, third, replacing("second", "third")], "respondent"),
      "invalidStateTransition",
      "replacedBy",
    ],
    [
      "an outcome of a promise that was taken back",
      "reportOutcome",
      { commitment: "promise", outcome: "met" },
      on([promise, given("retraction", "2023-01-01", { retracts: "promise", reason: "x" })], "respondent"),
      "invalidInput",
      "commitment",
    ],
    [
      "a claim that was found wanting, withdrawn",
      "withdrawClaim",
      { update: "claim" },
      on(
        [
          accepted,
          claim,
          found("2024-03-01", "underWay", "2024-03-01"),
          { ...claim, id: "again", givenOn: "2024-04-01" },
        ],
        "respondent",
      ),
      "invalidStateTransition",
      "update",
    ],
    [
      "a deadline moved to an earlier day",
      "requestDeadlineChange",
      { ...asked, to: due("2024-12-31") },
      on([accepted, promise], "respondent"),
      "invalidInput",
      "to",
    ],
    [
      "a later date that has passed, for what has no date",
      "requestDeadlineChange",
      { ...asked, target: { kind: "implementation" }, to: due("2024-04-20") },
      on([accepted], "respondent"),
      "invalidInput",
      "to",
    ],
    [
      "granted to an earlier day",
      "decideDeadlineChange",
      { ...decided, to: due("2024-06-01") },
      on([accepted, promise, request], "editor"),
      "invalidInput",
      "to",
    ],
    [
      "refused, and yet with a date",
      "decideDeadlineChange",
      { ...decided, decision: "refused", to: due("2025-06-01") },
      on([accepted, promise, request], "editor"),
      "invalidInput",
      "to",
    ],
    [
      "decided before it was asked",
      "decideDeadlineChange",
      { ...decided, givenOn: "2024-04-19", source: { name: "Notice" } },
      on([accepted, promise, request], "editor"),
      "invalidInput",
      "givenOn",
    ],
    [
      "two readers and a reason for one",
      "close",
      { ...implemented, singleReader: "ill" },
      on([accepted, claim, full], "assessor"),
      "invalidInput",
      "singleReader",
    ],
    [
      "reopened with a date of the past",
      "reopen",
      { reason: "x", secondReader: "B", newDue: due("2024-05-01") },
      on([closed("2024-04-30", "notImplemented")], "assessor"),
      "invalidInput",
      "newDue",
    ],
    [
      "withdrawn by one person alone",
      "close",
      { closureReason: "withdrawn", reason: "an error" },
      on([accepted], "editor"),
      "invalidInput",
      "secondReader",
    ],
  ])("%s", (_, name, input, where, code, place) => {
    expect(refusal(name, input, where)).toMatchObject({ code, places: [place] });
  });
});

describe("refused", () => {
  test("moving a deadline of what is not owed any more (D24)", () => {
    const answeredAlready = { ...asked, target: { kind: "response" } };
    expect(refusal("requestDeadlineChange", answeredAlready, on([accepted], "respondent")).code).toBe(
      "invalidStateTransition",
    );
    const met = given("commitmentOutcome", "2023-06-01", { commitment: "promise", outcome: "met" });
    expect(refusal("requestDeadlineChange", asked, on([accepted, promise, met], "respondent")).code).toBe(
      "invalidStateTransition",
    );
    // An addressee that declines owes no implementation, but still owes what it promised (D27).
    const declined = answered("2024-04-21", "rejected");
    const implementation = { ...asked, target: { kind: "implementation" } };
    expect(refusal("requestDeadlineChange", implementation, on([accepted, declined], "respondent")).code).toBe(
      "invalidStateTransition",
    );
    expect(
      attempt("decideDeadlineChange", decided, on([accepted, promise, request, declined], "editor")),
    ).toMatchObject([{ type: "deadlineChange" }]);
  });

  test("deciding on one's own request, unless it was recorded for the addressee (D6)", () => {
    const requester = on([accepted, promise, request], "editor", {
      actor: { id: "j-claes", name: "J. Claes", role: "editor", organizations: [] },
    });
    expect(refusal("decideDeadlineChange", decided, requester)).toMatchObject({
      code: "missingPermission",
      places: ["request"],
    });
    const byLetter = { ...request, source: { name: "Letter of 20 April" } };
    expect(
      attempt("decideDeadlineChange", decided, { ...requester, case: aFollowUp([accepted, promise, byLetter]) }),
    ).toMatchObject([{ type: "deadlineChange", from: "2024-12-31", to: { on: "2025-06-30" } }]);
    const accented = { ...decided, decidedBy: "MINISTER  of jústice" };
    expect(refusal("decideDeadlineChange", accented, on([accepted, promise, request], "editor")).code).toBe(
      "missingPermission",
    );
  });

  test("contesting a refusal", () => {
    const no = given("deadlineChange", "2024-04-25", {
      id: "no",
      target: request.target,
      decision: "refused",
      reason: "no",
      requestedBy: "M",
      requestedOn: "2024-04-20",
      decidedBy: "C",
    });
    expect(
      refusal("contestDeadlineChange", { change: "no", reason: "x" }, on([accepted, promise, request, no], "assessor"))
        .places,
    ).toEqual(["change"]);
  });

  test("a second reader who made the finding, whoever closes (R7)", () => {
    const closing = (secondReader: string) =>
      refusal("close", { ...implemented, secondReader }, on([accepted, claim, full], "assessor"));
    expect(closing("C. Dubois").code).toBe("missingPermission");
    expect(closing("c.  dubois").code).toBe("missingPermission");
    expect(closing("A. Lambert").code).toBe("missingPermission");
    expect(refusal("assess", { ...finding, secondReader: "a. lambert" }, on([accepted], "assessor")).code).toBe(
      "missingPermission",
    );
    expect(
      refusal(
        "reopen",
        { reason: "x", secondReader: "A. Lambert" },
        on([closed("2024-04-30", "notImplemented")], "assessor"),
      ).code,
    ).toBe("missingPermission");
  });

  test("closing as another than was found (R7)", () => {
    const otherwise = { ...full, level: "alternativeAction" as const };
    expect(refusal("close", implemented, on([accepted, claim, otherwise], "assessor")).code).toBe(
      "invalidStateTransition",
    );
    expect(
      refusal(
        "close",
        { ...implemented, closureReason: "alternativeAccepted" },
        on([accepted, claim, full], "assessor"),
      ).code,
    ).toBe("invalidStateTransition");
    const gone = { ...full, level: "noLongerApplicable" as const };
    expect(refusal("close", implemented, on([accepted, claim, gone], "assessor")).code).toBe("invalidStateTransition");
  });

  test("closing as done while two findings of one day contradict each other: the refusal names them (R20)", () => {
    const other = { ...full, id: "other", level: "partiallyImplemented" as const };
    const refused = refusal("close", implemented, on([accepted, claim, full, other], "assessor"));
    expect(refused.code).toBe("invalidStateTransition");
    expect(refused.message).toMatch(/contradict each other, .*partially implemented.* \(R20\)/);
  });

  test("an addressee's own act dated back; an editor tells its source (D17)", () => {
    const early = { position: "accepted", givenOn: "2024-04-30" };
    expect(refusal("respond", early, on([], "respondent")).places).toEqual(["givenOn"]);
    const byLetter = { ...early, source: { name: "Letter of 30 April" } };
    expect(attempt("respond", byLetter, on([], "editor"))).toMatchObject([{ givenOn: "2024-04-30" }]);
  });

  test("what the issuing body dates back, without where it was published (D17)", () => {
    const day = { givenOn: "2024-04-30" };
    const source = { name: "Report of 30 April" };
    const over = { closureReason: "endOfFollowUp", reason: "over", singleReader: "one is ill" };
    const acts: [ActName, object, ActContext][] = [
      ["assess", finding, on([accepted], "assessor")],
      ["close", over, on([accepted], "assessor")],
      [
        "reopen",
        { reason: "it came back", singleReader: "one is ill" },
        on([closed("2024-04-29", "notImplemented")], "assessor"),
      ],
      ["retract", { retracts: "answer", reason: "wrong one" }, on([accepted], "editor")],
      ["changeRole", { role: "forInformation", reason: "not theirs" }, on([accepted], "editor")],
      ["observe", { by: "An association", text: "it works" }, on([accepted], "editor")],
    ];
    for (const [name, input, where] of acts) {
      expect(refusal(name, { ...input, ...day }, where).places, name).toEqual(["source"]);
      expect(attempt(name, { ...input, ...day, source }, where), name).toMatchObject([day]);
      expect(attempt(name, input, where), name).toMatchObject([{ givenOn: "2024-05-02" }]);
    }
  });
});

test("an update that reports with evidence that all is done is a claim (R25)", () => {
  const { claim: _, ...reported } = claiming;
  expect(attempt("update", reported, on([accepted], "respondent"))).toMatchObject([{ claim: true }]);
  expect(attempt("update", { ...reported, evidence: [] }, on([accepted], "respondent"))).toMatchObject([
    { claim: false },
  ]);
});

test("a reopening keeps who read it, as a closure does (R35)", () => {
  const where = on([closed("2024-04-30", "notImplemented")], "assessor");
  expect(attempt("reopen", { reason: "it came back", singleReader: "two of three are ill" }, where)).toMatchObject([
    { assessor: "A. Lambert", singleReader: "two of three are ill" },
  ]);
});

describe("a correction", () => {
  const corrected = (entries: readonly Entry[], corrects: string, change: object, role: ActionRole) =>
    refusal("correct", { corrects, change }, on(entries, role));

  test("cannot make of an entry what could not have been made", () => {
    expect(corrected([accepted, claim], "claim", { evidence: [] }, "respondent").places).toEqual(["evidence"]);
    expect(corrected([accepted, claim], "claim", { level: "underWay" }, "respondent").places).toEqual(["level"]);
    expect(corrected([accepted, full], "finding", { method: "notRecorded" }, "assessor").places).toEqual(["method"]);
    expect(corrected([accepted, full], "finding", { secondReader: "C. Dubois" }, "assessor").code).toBe(
      "missingPermission",
    );
    const end = {
      ...closed("2024-04-30", "notImplemented"),
      id: "end",
      reason: "refused",
      assessor: "A. Lambert",
      secondReader: "B",
    };
    expect(corrected([accepted, end], "end", { closureReason: "implemented" }, "assessor").places).toEqual([
      "change.closureReason",
    ]);
    expect(corrected([accepted, end], "end", { reason: null }, "assessor").places).toEqual(["reason"]);
    expect(corrected([accepted, promise], "promise", { due: due("2022-01-01") }, "respondent").places).toEqual(["due"]);
  });

  test("of what a file brought in mends one thing and need not mend the others (R64)", () => {
    const imported = { ...full, method: "notRecorded" as const, source: { name: "Register" } };
    const change = { rationale: "It is in force." };
    expect(attempt("correct", { corrects: "finding", change }, on([accepted, imported], "assessor"))).toMatchObject([
      { rationale: "It is in force.", method: "notRecorded" },
    ]);
  });

  test("stands again when what took its place was taken back", () => {
    const second = { ...answered("2022-12-01", "rejected"), id: "second", corrects: "answer" };
    const undone = given("retraction", "2024-01-01", { id: "undone", retracts: "second", reason: "wrong follow-up" });
    expect(corrected([accepted, second], "answer", { position: "noted" }, "respondent").code).toBe(
      "invalidStateTransition",
    );
    expect(
      attempt(
        "correct",
        { corrects: "answer", change: { position: "noted", source: letter } },
        on([accepted, second, undone], "editor"),
      ),
    ).toMatchObject([{ corrects: "answer", position: "noted" }]);
  });
});

describe("a correction of what an act of its own decides", () => {
  const correcting = (entry: Entry, change: object, role: ActionRole, others: readonly Entry[] = []) =>
    refusal("correct", { corrects: "old", change }, on([accepted, promise, ...others, { ...entry, id: "old" }], role));
  const decision = given("deadlineChange", "2024-04-25", {
    ...{ target: request.target, request: "request", decision: "refused", reason: "no", requestedBy: "M" },
    ...{ requestedOn: "2024-04-20", decidedBy: "Council" },
  });

  test.each<[string, Entry, object]>([
    ["the decision on a later date", decision, { decision: "granted", to: due("2035-01-01") }],
    ["what a decision is about", decision, { target: { kind: "implementation", commitment: null } }],
    ["why it was closed", closed("2024-04-30", "withdrawn"), { closureReason: "implemented" }],
    ["the level of a finding", full, { level: "underWay" }],
    ["the role", given("roleChange", "2024-04-01", { role: "joint", reason: "x" }), { role: "forInformation" }],
    ["the date of a reopening", given("reopening", "2024-04-01", { reason: "x" }), { newDue: due("2030-01-01") }],
    ["what a request is about", request, { target: { kind: "response", commitment: null } }],
  ])("is refused: %s", (_, entry, change) => {
    for (const role of ["assessor", "editor", "respondent"] as const)
      expect(["invalidInput", "missingPermission"]).toContain(correcting(entry, change, role, [request]).code);
    const others = ["editor", "assessor", "respondent"] as const;
    expect(others.map((role) => correcting(entry, change, role, [request]).places[0])).toContain(
      `change.${Object.keys(change)[0]}`,
    );
  });

  test("is for who may do that act", () => {
    expect(correcting(decision, { reason: "x" }, "assessor", [request]).code).toBe("missingPermission");
    expect(correcting(full, { rationale: "x" }, "editor").code).toBe("missingPermission");
    const withdrawn = { ...closed("2024-04-30", "withdrawn"), reason: "x", secondReader: "Q Z" };
    const given = { corrects: "old", change: { reason: "an error" } };
    const where = on([accepted, { ...withdrawn, id: "old", assessor: "E. Maes" }], "editor");
    expect(attempt("correct", given, where)).toMatchObject([{ reason: "an error" }]);
  });

  test("makes nobody the second reader of what he writes himself (R7)", () => {
    expect(correcting(full, { secondReader: "A. Lambert" }, "assessor").places).toEqual(["secondReader"]);
    expect(correcting({ ...full, secondReader: "A. Lambert" }, { rationale: "x" }, "assessor").places).toEqual([
      "secondReader",
    ]);
  });

  test("that changes nothing is refused", () => {
    expect(correcting(accepted, {}, "respondent").message).toBe("nothing would change by this");
    expect(correcting(accepted, { position: "accepted" }, "editor").message).toBe("nothing would change by this");
  });

  test("of a request still asks for a later date of what is owed", () => {
    const today = { ...request, givenOn: "2024-05-02", recordedAt: "2024-05-02T07:00:00Z" };
    expect(correcting(today, { to: due("2024-06-01") }, "respondent").places).toEqual(["to"]);
    const change = { corrects: "old", change: { to: due("2025-01-31") } };
    expect(attempt("correct", change, on([accepted, promise, { ...today, id: "old" }], "respondent"))).toMatchObject([
      { to: { on: "2025-01-31" } },
    ]);
  });

  test("of what replaced a promise may be made again, once it stands no more", () => {
    const outcome = { ...replacing("promise", "second"), id: "outcome" };
    const input = { commitment: "promise", outcome: "abandoned" };
    const back = (id: string) => given("retraction", "2024-04-02", { retracts: id, reason: "a slip" });
    for (const retracted of ["second", "outcome"])
      expect(
        attempt("reportOutcome", input, on([promise, second, outcome, back(retracted)], "respondent")),
      ).toMatchObject([{ outcome: "abandoned" }]);
    const change = { corrects: "outcome", change: { replacedBy: "third", source: letter } };
    expect(attempt("correct", change, on([promise, second, third, outcome], "editor"))).toMatchObject([
      { replacedBy: "third" },
    ]);
  });

  test("names what is on the follow-up", () => {
    const shown = given("evidence", "2024-04-01", { evidence });
    expect(correcting(shown, { about: "nope" }, "editor").places).toEqual(["about"]);
    const replaced = given("commitmentOutcome", "2024-04-01", { commitment: "promise", outcome: "met" });
    const change = { outcome: "replaced", replacedBy: "nope" };
    expect(correcting(replaced, change, "editor").places).toEqual(["replacedBy"]);
  });

  test("tells no situation of before the report", () => {
    const report = { ...finding, asOf: "2020-01-01" };
    expect(refusal("assess", report, on([accepted], "assessor")).places).toEqual(["asOf"]);
    expect(correcting(full, { asOf: "2020-01-01" }, "assessor").places).toEqual(["asOf"]);
    const outcome = { commitment: "promise", outcome: "met", asOf: "0001-01-01" };
    expect(refusal("reportOutcome", outcome, on([accepted, promise], "respondent")).places).toEqual(["asOf"]);
  });
});

describe("what makes the addressee late, or not, by itself (D25, R52)", () => {
  const today = { givenOn: "2024-05-02", recordedAt: "2024-05-02T06:00:00Z" };
  const met = given("commitmentOutcome", "2024-04-01", { id: "met", commitment: "promise", outcome: "met" });
  const back = given("claimWithdrawal", "2024-04-01", { id: "back", update: "claim" });
  const everything: [Entry, object | undefined][] = [
    [accepted, { position: "rejected" }],
    [{ ...claim, id: "claim" }, { asOf: "2023-12-31" }],
    [{ ...claim, id: "claim" }, { level: "alternativeAction" }],
    [{ ...claim, id: "claim" }, { reportingYear: 2023 - 1 }],
    [met, { asOf: "2024-01-01" }],
    [request, { to: due("2025-07-31") }],
    [promise, undefined],
    [back, undefined],
  ];
  const base = [accepted, promise, claim, met, request, back].map((each) => [each.id, each] as const);
  const record = (entry: Entry, more: readonly Entry[] = []) => [
    ...new Map<string, Entry>([...base, [entry.id, entry]]).values(),
    ...more,
  ];

  test.each(everything)("is amended by an editor alone once its day is over: %o, %o", (entry, change) => {
    const input = { corrects: entry.id, change: change ?? {} };
    const retraction = { retracts: entry.id, reason: "x" };
    const asWell = { ...entry, ...today };
    const judged = { ...found("2024-05-02", "underWay", "2024-05-02"), recordedAt: "2024-05-02T08:00:00Z" };
    if (change !== undefined) {
      expect(refusal("correct", input, on(record(entry), "respondent")).code).toBe("missingPermission");
      expect(refusal("correct", input, on(record(asWell, [judged]), "respondent")).code).toBe("missingPermission");
      const backdated = { ...asWell, givenOn: "2024-05-01" };
      expect(refusal("correct", input, on(record(backdated), "respondent")).code).toBe("missingPermission");
      expect(refusal("correct", input, on(record(entry), "editor")).places).toEqual(["change.source"]);
      const byLetter = { ...input, change: { ...change, source: letter } };
      expect(attempt("correct", byLetter, on(record(entry), "editor"))).toMatchObject([{ corrects: entry.id }]);
    }
    expect(refusal("retract", retraction, on(record(entry), "respondent")).code).toBe("missingPermission");
    expect(refusal("retract", retraction, on(record(asWell, [judged]), "respondent")).code).toBe("missingPermission");
    expect(attempt("retract", retraction, on(record(asWell), "respondent"))).toMatchObject([{ retracts: entry.id }]);
    expect(attempt("retract", retraction, on(record(entry), "editor"))).toMatchObject([{ retracts: entry.id }]);
  });

  test("goes by the first version's day, whatever was corrected since", () => {
    const second = { ...accepted, ...{ id: "second", corrects: "answer" }, recordedAt: "2024-05-02T06:00:00Z" };
    const input = { corrects: "second", change: { position: "rejected" } };
    expect(refusal("correct", input, on([accepted, second], "respondent")).code).toBe("missingPermission");
    const words = { corrects: "second", change: { reason: "a word was missing" } };
    expect(attempt("correct", words, on([accepted, second], "respondent"))).toMatchObject([{ corrects: "second" }]);
  });
});

describe("deciding a successor (R14, R41)", () => {
  const change = {
    id: "split",
    type: "split" as const,
    on: "2024-01-01",
    originals: ["justice"],
    results: [
      { organization: "courts", themes: [] },
      { organization: "victims", themes: [] },
    ],
    recordedAt: "2023-12-01T00:00:00Z",
  };
  const after = (made: object) => ({ ...context(aFollowUp([], { changes: [{ ...change, ...made }] }), "editor") });
  const decision = { change: "split", successor: "courts" };

  test("is among the candidates, from the day of the change on", () => {
    expect(attempt("decideSuccessor", decision, after({}))).toMatchObject([{ successor: "courts", of: "addressee" }]);
    expect(refusal("decideSuccessor", { ...decision, successor: "justice" }, after({})).places).toEqual(["successor"]);
    expect(refusal("decideSuccessor", { ...decision, from: "2023-12-31" }, after({})).places).toEqual(["from"]);
    expect(refusal("decideSuccessor", { ...decision, change: "other" }, after({})).places).toEqual(["change"]);
    expect(refusal("decideSuccessor", { ...decision, of: "issuingBody" }, after({})).code).toBe(
      "invalidStateTransition",
    );
  });

  test("has nothing to decide where the change tells by itself, or has no day yet", () => {
    const renamed = { type: "renamed", results: [{ organization: "courts", themes: [] }] };
    expect(refusal("decideSuccessor", decision, after(renamed)).code).toBe("invalidStateTransition");
    const themed = { results: [{ organization: "courts", themes: ["training"] }, change.results[1]] };
    expect(refusal("decideSuccessor", decision, after(themed)).code).toBe("invalidStateTransition");
    expect(refusal("decideSuccessor", decision, after({ on: undefined })).code).toBe("invalidStateTransition");
  });

  test("may be decided anew", () => {
    const before = given("successorDecision", "2024-02-01", { change: "split", successor: "victims", of: "addressee" });
    const where = context(aFollowUp([before], { changes: [change] }), "editor");
    expect(attempt("decideSuccessor", decision, where)).toMatchObject([{ successor: "courts" }]);
  });

  test("is held to the same when it is corrected, and is an editor's", () => {
    const before = given("successorDecision", "2024-02-01", {
      ...{ id: "decision", change: "split", successor: "victims", of: "addressee" },
    });
    const where = (role: ActionRole) => context(aFollowUp([before], { changes: [change] }), role);
    const corrected = (made: object) => ({ corrects: "decision", change: made });
    expect(attempt("correct", corrected({ successor: "courts" }), where("editor"))).toMatchObject([
      { successor: "courts" },
    ]);
    expect(refusal("correct", corrected({ successor: "courts" }), where("assessor")).code).toBe("missingPermission");
    for (const [name, value] of [
      ["successor", "interior"],
      ["from", "0001-01-01"],
      ["change", "other"],
      ["of", "issuingBody"],
    ] as const) {
      const refused = refusal("correct", corrected({ [name]: value }), where("editor"));
      expect([refused.code, refused.places[0]?.replace("change.", "")]).toEqual(["invalidInput", name]);
    }
    const wrong = { ...before, successor: "nobody" };
    const again = context(aFollowUp([wrong], { changes: [change] }), "editor");
    expect(refusal("correct", corrected({ successor: "interior" }), again).places).toEqual(["successor"]);
  });
});

test("R28: a claim that nobody has to verify can be withdrawn", () => {
  const { report } = aFollowUp();
  const followUp = aFollowUp([accepted, claim], { report: { ...report, verificationPeriod: "none" } });
  const withdrawal = attempt("withdrawClaim", { update: "claim" }, context(followUp, "respondent"));
  expect(withdrawal).toMatchObject([{ type: "claimWithdrawal" }]);
});

test("all that is wrong with an input is told at once, also where some of it is missing", () => {
  const where = on([accepted], "respondent");
  const claimOfNothing = { reportingYear: 2025, level: "underWay", asOf: "2024-06-01", claim: true };
  const told = refusal("update", claimOfNothing, where);
  expect(told).toMatchObject({ code: "invalidInput", places: ["asOf", "reportingYear", "level", "evidence"] });
  const { level: _, ...withoutLevel } = claimOfNothing;
  const places = ["level", "asOf", "reportingYear", "evidence"];
  expect(refusal("update", withoutLevel, where)).toMatchObject({ code: "invalidInput", places });
  const unwritten = { reportingYear: 2025, level: "underWay", method: "interview" };
  expect(refusal("assess", unwritten, on([accepted], "assessor")).places).toEqual(["rationale", "reportingYear"]);
  expect(refusal("commit", { due: due("2024-05-01") }, where).places).toEqual(["description", "due"]);
});
