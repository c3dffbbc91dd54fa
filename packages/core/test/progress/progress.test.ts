import { expect, test } from "vitest";
import { defaultSettings, type ProgressCell, progressOf } from "../../src/index.ts";

const cell = (change: Partial<ProgressCell>): ProgressCell => ({
  position: "awaiting",
  reported: "notReported",
  assessed: "notAssessed",
  lifecycle: "open",
  closureReason: null,
  upheld: false,
  singleReader: false,
  age: "old",
  responseTime: "running",
  count: 1,
  ...change,
});

function rates(cells: readonly ProgressCell[]) {
  const { rates: all, ...rest } = progressOf({ group: "all", label: "all" }, cells, "2015-06-30", defaultSettings);
  return { ...rest, ...Object.fromEntries(all.map(({ name, cohort: _, asOf: __, ...rate }) => [name, rate])) };
}

test("who has time left to answer, and who cannot be told, are in neither number (R13)", () => {
  expect(
    rates([
      cell({ position: "accepted", count: 5 }),
      cell({ position: "answeredNotStated", count: 2 }),
      cell({ responseTime: "passed", count: 3 }),
      cell({ responseTime: "running", count: 4 }),
      cell({ position: "undetermined", count: 6 }),
    ]),
  ).toMatchObject({
    followUps: 20,
    responded: { numerator: 7, denominator: 10, tooYoung: 4, undetermined: 6 },
    accepted: { numerator: 5, denominator: 5, undetermined: 8 },
  });
});

test("only what the issuing body closed as implemented counts as implemented, among those old enough", () => {
  expect(
    rates([
      cell({ lifecycle: "closed", closureReason: "implemented", count: 3 }),
      cell({ lifecycle: "closed", closureReason: "alternativeAccepted", count: 1 }),
      cell({ lifecycle: "closed", closureReason: "notImplemented", count: 2 }),
      cell({ reported: "fullyImplemented", lifecycle: "pendingVerification", count: 4 }),
      cell({ lifecycle: "closed", closureReason: "implemented", age: "young", count: 7 }),
      cell({ age: "unknown", count: 9 }),
    ]),
  ).toMatchObject({ implemented: { numerator: 4, denominator: 6, notAssessed: 4, tooYoung: 7, undetermined: 9 } });
});

test("without a deadline the report's age tells who is too young (R13)", () => {
  expect(
    rates([
      cell({ position: "accepted", responseTime: "noDeadline" }),
      cell({ responseTime: "noDeadline", count: 2 }),
      cell({ responseTime: "noDeadline", age: "young", count: 3 }),
      cell({ responseTime: "noDeadline", age: "unknown", count: 4 }),
    ]),
  ).toMatchObject({ responded: { numerator: 1, denominator: 3, tooYoung: 3, undetermined: 4 } });
});

test("where the issuing body found nothing it is not assessed, never 0 % implemented (R11)", () => {
  expect(rates([cell({ count: 3 })])).toMatchObject({
    implemented: { numerator: 0, denominator: 0, notAssessed: 3, tooYoung: 0 },
  });
  expect(rates([cell({ lifecycle: "closed", closureReason: "superseded", count: 3 })])).toMatchObject({
    implemented: { denominator: 0, notAssessed: 3 },
  });
  expect(rates([cell({ count: 3 }), cell({ assessed: "underWay" })])).toMatchObject({
    implemented: { numerator: 0, denominator: 1, notAssessed: 3 },
  });
});

test("where another body was found to be the right one, it is in no rate (R39)", () => {
  expect(
    rates([cell({ position: "notCompetent", upheld: true, count: 2 }), cell({ position: "rejected" })]),
  ).toMatchObject({
    followUps: 3,
    responded: { numerator: 1, denominator: 1 },
    accepted: { numerator: 0, denominator: 1 },
  });
});

test("who never answered by the due date is counted, also once it was closed or claims that all is done (R13)", () => {
  expect(
    rates([
      cell({ position: "accepted" }),
      cell({ responseTime: "passed", lifecycle: "closed", closureReason: "overtakenByEvents" }),
      cell({ responseTime: "passed", lifecycle: "pendingVerification", reported: "fullyImplemented", count: 2 }),
    ]),
  ).toMatchObject({ responded: { numerator: 1, denominator: 4, tooYoung: 0 } });
});

test("what one reader alone closed is counted apart, whatever the reason and the age (R35)", () => {
  const closed = { lifecycle: "closed", closureReason: "implemented", singleReader: true } as const;
  expect(
    rates([
      cell({ ...closed, count: 2 }),
      cell({ ...closed, closureReason: "endOfFollowUp", age: "young" }),
      cell({ ...closed, singleReader: false, count: 4 }),
    ]),
  ).toMatchObject({ closedBySingleReader: 3, byLifecycle: { closed: 7 }, implemented: { numerator: 6 } });
});
