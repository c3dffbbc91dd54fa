import { describe, expect, test } from "vitest";
import { type Day, explain, type FollowUpCase } from "../../src/index.ts";
import { implementationBy, item, on } from "../asking.ts";
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

const accepted = answered("2022-12-01", "accepted");
const kept = (on: Day, asOf?: Day) =>
  given("commitmentOutcome", on, { commitment: "promise", outcome: "met", ...(asOf === undefined ? {} : { asOf }) });
const timeliness = (followUp: FollowUpCase) => on("2025-01-01", followUp).timeliness;

/** The final timeliness of each kind, read from the reasons. */
const settled = (followUp: FollowUpCase) =>
  on("2025-01-01", followUp)
    .reasons.filter(({ code }) => code.startsWith("settled"))
    .map(({ facts }) => `${facts?.kind} ${facts?.timeliness}`);

describe("closed otherwise than as done", () => {
  test("a date that did not bind, as it had declined, leaves it released (D20)", () => {
    const declined = [answered("2022-12-01", "rejected"), closed("2024-01-01", "notImplemented")];
    expect(settled(aFollowUp(declined, implementationBy("2023-05-31")))).toEqual(["response metOnTime"]);
    expect(timeliness(aFollowUp(declined, implementationBy("2023-05-31")))).toBe("released");
  });

  test("a date that had passed before it declined did bind: it is not met (D20)", () => {
    const changed = [accepted, answered("2023-07-01", "rejected"), closed("2024-01-01", "notImplemented")];
    expect(timeliness(aFollowUp(changed, implementationBy("2023-06-30")))).toBe("notMet");
    expect(timeliness(aFollowUp(changed, implementationBy("2023-07-01")))).toBe("released");
    const missed = aFollowUp([accepted, answered("2023-04-01", "rejected"), closed("2024-01-01", "notImplemented")], {
      cycles: [roundOf(2022)],
    });
    expect(settled(missed)).toEqual(["response metOnTime", "update notMet"]);
    // Declined on the day on which the update was due: no update was owed any more.
    const inTime = aFollowUp([accepted, answered("2023-03-31", "rejected"), closed("2024-01-01", "notImplemented")], {
      cycles: [roundOf(2022)],
    });
    expect(timeliness(inTime)).toBe("released");
  });

  test("any date that had passed makes it not met: a broken promise before another's date, a response never given (D20)", () => {
    const broken = [accepted, promised("2022-12-01", "2023-03-31"), promised("2022-12-01", "2024-12-31", "second")];
    expect(timeliness(aFollowUp([...broken, closed("2024-01-01", "overtakenByEvents")]))).toBe("notMet");
    expect(timeliness(aFollowUp([...broken, closed("2023-03-31", "overtakenByEvents")]))).toBe("released");
    const silent = [closed("2023-06-01", "overtakenByEvents")];
    expect(timeliness(aFollowUp(silent, implementationBy("2024-12-31")))).toBe("notMet");
    expect(timeliness(aFollowUp([closed("2022-12-19", "overtakenByEvents")], implementationBy("2024-12-31")))).toBe(
      "released",
    );
  });

  test("an answer or an update that had been late stays so, and is told apart (D4a)", () => {
    const late = aFollowUp([answered("2023-02-01", "accepted"), closed("2023-03-01", "overtakenByEvents")]);
    expect(timeliness(late)).toBe("metLate");
    expect(settled(late)).toEqual(["response metLate"]);
    const update = aFollowUp([accepted, updated("2023-05-15", 2022), closed("2023-06-01", "overtakenByEvents")], {
      cycles: [roundOf(2022)],
    });
    expect(settled(update)).toEqual(["response metOnTime", "update metLate"]);
    expect(timeliness(update)).toBe("metLate");
    const missed = aFollowUp([accepted, closed("2023-06-01", "overtakenByEvents")], { cycles: [roundOf(2022)] });
    expect(timeliness(missed)).toBe("notMet");
  });
});

test("what it was settled as stays, whatever its role becomes after the closure", () => {
  const turns = (role: "lead" | "forInformation") =>
    given("roleChange", "2024-02-01", { role, reason: "named by mistake" });
  const broken = [accepted, closed("2024-01-01", "notImplemented")];
  const due = implementationBy("2023-05-31");
  expect(timeliness(aFollowUp([...broken, turns("forInformation")], due))).toBe("notMet");
  const informed = { ...due, followUp: { role: "forInformation" as const } };
  expect(timeliness(aFollowUp([...broken, turns("lead")], informed))).toBe("released");
});

describe("closed as done", () => {
  const done = [found("2023-09-01", "fullyImplemented", "2023-05-31"), closed("2023-09-10", "implemented")];

  test("an answer or an update that never came is told so, and makes it late (D4a)", () => {
    const silent = aFollowUp(done, { cycles: [roundOf(2022)] });
    expect(settled(silent)).toEqual(["response notMet", "update notMet"]);
    expect(timeliness(silent)).toBe("metLate");
    const [response] = on("2025-01-01", silent).reasons.filter(({ code }) => code === "settled");
    expect(response && explain(response)).toBe("the response was due 2022-12-19 and never given: not met (D4a)");
  });

  test("each kind keeps its own settled timeliness, and the follow-up has the worst (D4a)", () => {
    const late = aFollowUp([answered("2023-02-01", "accepted"), ...done], implementationBy("2023-05-31"));
    expect(settled(late)).toEqual(["response metLate", "implementation metOnTime"]);
    expect(timeliness(late)).toBe("metLate");
  });

  test("a date that did not bind, because it had declined, makes nothing late (D20)", () => {
    const declined = [answered("2022-12-01", "rejected"), ...done];
    expect(timeliness(aFollowUp(declined, implementationBy("2023-04-30")))).toBe("metOnTime");
    expect(settled(aFollowUp(declined, implementationBy("2023-04-30")))).toEqual(["response metOnTime"]);
    const late = [accepted, answered("2023-05-01", "rejected"), ...done];
    expect(timeliness(aFollowUp(late, implementationBy("2023-04-30")))).toBe("metLate");
  });

  test("each promise is settled by its own outcome, not by the day of implementation (D27)", () => {
    const promise = promised("2022-12-01", "2023-03-31");
    expect(timeliness(aFollowUp([accepted, promise, kept("2023-03-15"), ...done]))).toBe("metOnTime");
    expect(timeliness(aFollowUp([accepted, promise, kept("2023-04-15"), ...done]))).toBe("metLate");
    expect(timeliness(aFollowUp([accepted, promise, kept("2023-04-15", "2023-03-30"), ...done]))).toBe("metOnTime");
    // Without an outcome the promise counts as kept when the whole was done.
    expect(timeliness(aFollowUp([accepted, promise, ...done]))).toBe("metLate");
  });

  test("a promise that was given up after its date was not met; before it, it bound no more (D20)", () => {
    const gaveUp = (on: Day) => given("commitmentOutcome", on, { commitment: "promise", outcome: "abandoned" });
    const over = (on: Day) => [
      accepted,
      promised("2022-12-01", "2023-03-31"),
      gaveUp(on),
      closed("2024-01-01", "overtakenByEvents"),
    ];
    expect(timeliness(aFollowUp(over("2023-05-01")))).toBe("notMet");
    expect(timeliness(aFollowUp(over("2023-03-31")))).toBe("released");
  });

  test("of two outcomes of a promise the later one holds (D27)", () => {
    const gaveUp = given("commitmentOutcome", "2023-01-15", { commitment: "promise", outcome: "abandoned" });
    const promise = promised("2022-12-01", "2023-03-31");
    expect(timeliness(aFollowUp([accepted, promise, gaveUp, ...done]))).toBe("metOnTime");
    expect(timeliness(aFollowUp([accepted, promise, gaveUp, kept("2023-04-15"), ...done]))).toBe("metLate");
  });
});

describe("the day of implementation (D33)", () => {
  const by = (day: Day, ...entries: FollowUpCase["entries"]) =>
    timeliness(aFollowUp([accepted, ...entries, closed("2024-06-01", "implemented")], implementationBy(day)));

  test("is not that of a claim which was refuted", () => {
    const refuted = [
      claimed("2023-02-01"),
      found("2023-03-01", "underWay"),
      found("2024-03-01", "fullyImplemented", "2024-01-31"),
    ];
    expect(by("2024-01-30", ...refuted)).toBe("metLate");
    expect(by("2024-01-31", ...refuted)).toBe("metOnTime");
  });

  test("is the claim's as-of date where the finding confirmed it", () => {
    const confirmed = [claimed("2023-02-01", "2023-01-31"), found("2023-03-01", "fullyImplemented")];
    expect(by("2023-01-31", ...confirmed)).toBe("metOnTime");
    expect(by("2023-01-30", ...confirmed)).toBe("metLate");
  });

  test("is the situation of the first complete finding that was not undone, whatever is found later", () => {
    const first = found("2023-03-01", "fullyImplemented", "2023-02-15");
    expect(by("2023-02-15", first, found("2024-03-01", "fullyImplemented", "2024-02-15"))).toBe("metOnTime");
    const undone = [first, found("2023-06-01", "underWay"), found("2024-03-01", "fullyImplemented", "2024-02-15")];
    expect(by("2023-02-15", ...undone)).toBe("metLate");
    const after = [
      accepted,
      first,
      closed("2023-04-01", "implemented"),
      found("2024-03-01", "fullyImplemented", "2024-02-15"),
    ];
    expect(timeliness(aFollowUp(after, implementationBy("2023-02-15")))).toBe("metOnTime");
  });
});

describe("a move decided after the fact takes effect on the day of decision; what was late stays late (D24)", () => {
  test("after a late answer", () => {
    const moved = [answered("2023-02-01", "rejected"), movedTo("2023-02-02", "2023-03-31", { kind: "response" })];
    expect(timeliness(aFollowUp(moved))).toBe("metLate");
    const before = [movedTo("2023-01-31", "2023-03-31", { kind: "response" }), answered("2023-02-01", "rejected")];
    expect(timeliness(aFollowUp(before))).toBe("metOnTime");
  });

  test("after a closure", () => {
    const ended = [accepted, promised("2022-12-01", "2023-03-31"), closed("2023-06-01", "endOfFollowUp")];
    expect(timeliness(aFollowUp([...ended, movedTo("2023-06-02", "2024-12-31")]))).toBe("notMet");
    const done = [accepted, found("2023-06-01", "fullyImplemented"), closed("2023-06-10", "implemented")];
    const moved = movedTo("2023-06-12", "2023-12-31", { kind: "implementation" });
    expect(timeliness(aFollowUp([...done, moved], implementationBy("2023-05-31")))).toBe("metLate");
  });

  test("after a promise was kept late", () => {
    const late = [promised("2022-12-01", "2023-03-31"), kept("2023-05-01"), movedTo("2023-05-02", "2023-12-31")];
    expect(timeliness(aFollowUp([accepted, ...late, closed("2024-01-01", "endOfFollowUp")]))).toBe("metLate");
  });
});

test("closed is not closed again: a later link or closure leaves the first as it is (R32)", () => {
  const done = [accepted, found("2023-06-01", "fullyImplemented"), closed("2023-06-10", "implemented")];
  const link = { id: "link", type: "supersedes" as const, on: "2024-02-01", recordedAt: "2024-02-01T09:00:00Z" };
  expect(on("2024-03-01", aFollowUp(done, { replacedBy: [link] })).closureReason).toBe("implemented");
  expect(on("2024-03-01", aFollowUp([...done, closed("2024-02-01", "withdrawn")])).closureReason).toBe("implemented");
  // The link closes what is open.
  expect(on("2024-03-01", aFollowUp([accepted], { replacedBy: [link] })).closureReason).toBe("superseded");
});

test("a finding below it after it was closed as done is shown as contradicting; it stays closed (R34)", () => {
  const done = [accepted, found("2023-06-01", "fullyImplemented"), closed("2023-06-10", "implemented")];
  expect(on("2024-03-01", aFollowUp(done)).contradicted).toBe(false);
  const lower = aFollowUp([...done, found("2024-02-01", "partiallyImplemented")]);
  expect(on("2024-01-31", lower).contradicted).toBe(false);
  expect(on("2024-02-01", lower)).toMatchObject({
    contradicted: true,
    lifecycle: "closed",
    closureReason: "implemented",
  });
  expect(on("2024-02-01", lower).reasons.map(({ code }) => code)).toContain("contradicted");
  expect(item("2024-02-01", lower, "implementation")).toBeUndefined();
});

describe("a newer recommendation (R50, R51)", () => {
  const link = { id: "link", type: "sharpens" as const, on: "2023-02-01", recordedAt: "2023-02-01T09:00:00Z" };
  const newer = { addressee: "justice", role: "lead" as const, themes: ["training"], entries: [] };
  const report = { publishedOn: "2023-01-15", reportingYear: 2022 };
  const asked = (change: object, more: Partial<Parameters<typeof aFollowUp>[1]> = {}) =>
    on(
      "2024-01-01",
      aFollowUp([accepted], { replacedBy: [{ ...link, newer: { ...newer, report, ...change } }], ...more }),
    );

  test("closes nothing where it asks for information only", () => {
    expect(asked({}).closureReason).toBe("superseded");
    expect(asked({ role: "forInformation" }).lifecycle).toBe("open");
    const asksLater = {
      role: "forInformation",
      entries: [given("roleChange", "2023-06-01", { role: "lead", reason: "So." })],
    };
    expect(asked(asksLater).closureReason).toBe("superseded");
  });

  test("closes it where it names whoever answers for the older one then, and not where it names another", () => {
    const renamed = {
      ...{ id: "change", type: "renamed" as const, on: "2023-01-01", originals: ["justice"], legalBasis: "a law" },
      ...{ results: [{ organization: "next", themes: [] }], recordedAt: "2023-01-01T08:00:00Z" },
    };
    expect(asked({ addressee: "next" }, { changes: [renamed] }).closureReason).toBe("superseded");
    expect(asked({ addressee: "next" }).lifecycle).toBe("open");
  });
});
