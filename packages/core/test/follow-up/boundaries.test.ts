import { describe, expect, test } from "vitest";
import { overdueFrom } from "../../src/follow-up/replay/obligations.ts";
import {
  type Entry,
  type FollowUpCase,
  type ObligationOnDay,
  defaultSettings as settings,
  standing,
  successionOf,
} from "../../src/index.ts";
import { aFollowUp, answered, claimed, closed, found, given, movedTo, promised, roundOf } from "../builders.ts";

/** What is owed of a kind on a day. */
function owed(followUpCase: FollowUpCase, asOf: string, kind: ObligationOnDay["kind"]): ObligationOnDay[] {
  return standing(followUpCase, asOf, settings)?.owed.filter((item) => item.kind === kind) ?? [];
}

const accepted = answered("2022-12-01", "accepted");
const asked = (change: object, entries: Entry[] = [accepted]) =>
  aFollowUp(entries, { cycles: [{ ...roundOf(2023), ...change }] });

describe("on the very day", () => {
  test("an update is not missed on the day on which it is due, and is on the day after (D2)", () => {
    expect(owed(asked({}), "2024-03-31", "update")).toMatchObject([{ missedYears: [], daysOverdue: 0 }]);
    expect(owed(asked({}), "2024-04-01", "update")).toMatchObject([{ missedYears: [2023], daysOverdue: 1 }]);
    expect(overdueFrom("2024-03-31", "2024-02-01")).toBe("2024-04-01");
  });

  test("a cycle that opens when the response falls due asks for no update yet (D28)", () => {
    expect(owed(asked({ opensOn: "2022-12-19" }), "2024-04-01", "update")).toEqual([]);
    expect(owed(asked({ opensOn: "2022-12-20" }), "2024-04-01", "update").length).toBe(1);
  });

  test("a claim on the day on which assessments are due is verified in that cycle", () => {
    const claim = { ...claimed("2024-06-30", "2024-06-30"), reportingYear: 2023 };
    expect(owed(asked({}, [accepted, claim]), "2024-06-30", "verification")).toMatchObject([{ due: "2024-06-30" }]);
    const later = { ...claim, givenOn: "2024-07-01" };
    expect(owed(asked({}, [accepted, later]), "2024-07-01", "verification")).toMatchObject([{ due: "2025-07-01" }]);
  });

  test("what is promised when a claim comes back never lay with the issuing body (D11)", () => {
    const back = [accepted, claimed("2024-02-01", "2024-02-01"), found("2024-03-01", "underWay", "2024-03-01")];
    const promise = (day: string) =>
      owed(aFollowUp([...back, promised(day, "2024-03-10")]), "2024-03-20", "commitment");
    expect(promise("2024-03-01")).toMatchObject([{ daysWithIssuer: 0 }]);
    expect(promise("2024-01-31")).toMatchObject([{ daysWithIssuer: 29 }]);
  });
});

test("a second claim after a verdict does not stop the clock, and its days are not the issuing body's (D21)", () => {
  const first = [accepted, claimed("2024-02-01", "2024-02-01", "one"), found("2024-03-01", "underWay", "2024-03-01")];
  const second = [claimed("2024-04-01", "2024-04-01", "two"), found("2024-05-01", "underWay", "2024-05-01")];
  const due = { recommendation: { implementationDue: { on: "2024-01-31", precision: "day" as const } } };
  const late = (asOf: string) => owed(aFollowUp([...first, ...second], due), asOf, "implementation");
  expect(late("2024-02-15")).toEqual([]);
  expect(late("2024-04-15")).toMatchObject([{ daysOverdue: 75, daysWithIssuer: 29 }]);
  expect(late("2024-05-02")).toMatchObject([{ daysOverdue: 92, daysWithIssuer: 29 }]);
});

test("a decision never counts from before its change (R41)", () => {
  const to = (organization: string) => ({ organization, themes: [] });
  const split = {
    id: "split",
    type: "split" as const,
    on: "2024-01-01",
    originals: ["justice"],
    legalBasis: undefined,
  };
  const change = { ...split, results: [to("courts"), to("care")], recordedAt: "2023-12-01T00:00:00Z" };
  const decision = { change: "split", successor: "care", from: "2023-06-01", recordedAt: "2024-02-01T00:00:00Z" };
  expect(successionOf("justice", [], [change], [decision])).toMatchObject([
    { organization: "care", from: "2024-01-01" },
  ]);
});

test("a finding of the very situation that is claimed answers the claim; one of an earlier situation does not", () => {
  const claim = claimed("2024-02-10", "2024-02-01");
  const lifecycle = (asOf: string) =>
    standing(aFollowUp([accepted, claim, found("2024-03-01", "underWay", asOf)]), "2024-03-02", settings)?.lifecycle;
  expect(lifecycle("2024-02-01")).toBe("open");
  expect(lifecycle("2024-01-31")).toBe("pendingVerification");
});

test("a reopened follow-up has no claim any more, and a refused move moves nothing", () => {
  const claim = claimed("2024-02-01", "2024-02-01");
  const again = given("reopening", "2024-04-01", { reason: "it came back" });
  const reopened = aFollowUp([accepted, claim, closed("2024-03-01", "endOfFollowUp"), again]);
  expect(standing(reopened, "2024-04-02", settings)).toMatchObject({ lifecycle: "open", unverified: false });
  const target = { kind: "commitment" as const, commitment: "promise" };
  const refused = movedTo("2024-01-10", "2024-12-31", target, "refused");
  const kept = aFollowUp([accepted, promised("2022-12-01", "2024-01-31"), refused]);
  expect(owed(kept, "2024-02-01", "commitment")).toMatchObject([{ due: "2024-01-31", moves: 0, daysOverdue: 1 }]);
});
