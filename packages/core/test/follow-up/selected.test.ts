import { describe, expect, test } from "vitest";
import type { Selection } from "../../src/cycle/selection.ts";
import { type Day, explain, type FollowUpCase } from "../../src/index.ts";
import { item, late, on } from "../asking.ts";
import { aFollowUp, answered, claimed, closed, found, given, roundOf } from "../builders.ts";

/** The cycle about 2022 opens on 2023-02-01; assessments are due on 2023-06-30. */
const selecting = (selection: Partial<Selection>, entries: Parameters<typeof aFollowUp>[0] = []): FollowUpCase =>
  aFollowUp([answered("2022-12-01", "rejected"), ...entries], {
    cycles: [{ ...roundOf(2022), selections: [{ on: "2023-01-10", reason: "priorities", ...selection }] }],
  });
const isSelected = (selection: Partial<Selection>) =>
  item("2023-03-01", selecting(selection), "verification") !== undefined;

describe("what a cycle selects", () => {
  test("is to be assessed by the cycle's day, claimed or not, and also where the addressee declined", () => {
    const selected = selecting({ themes: ["training"] });
    expect(on("2023-01-31", selected).owed).toEqual([]);
    expect(item("2023-02-01", selected, "verification")).toMatchObject({
      owedBy: "issuingBody",
      due: "2023-06-30",
      missedYears: [2022],
      timeliness: "notDue",
    });
    expect(on("2023-06-30", selected).verificationTimeliness).toBe("dueSoon");
    expect(late("2023-06-30", selected)).toEqual([]);
    expect(late("2023-07-01", selected)).toEqual(["verification"]);
    expect(on("2023-07-01", selected).timeliness).toBe("metOnTime");
    expect(item("2023-02-01", selected, "verification")?.reasons.map(explain)).toEqual([
      "the cycle about 2022 selected it on 2023-02-01; the issuing body assesses it by 2023-06-30 (R36)",
    ]);
  });

  test("is what fits all that it names, of each any, and was published by its day", () => {
    expect(isSelected({ themes: ["other", "training"] })).toBe(true);
    expect(isSelected({ themes: ["other"] })).toBe(false);
    expect(isSelected({ reports: ["report"] })).toBe(true);
    expect(isSelected({ reports: ["another"] })).toBe(false);
    expect(isSelected({ addressees: ["justice"], themes: ["training"] })).toBe(true);
    expect(isSelected({ addressees: ["justice"], themes: ["other"] })).toBe(false);
    expect(isSelected({ addressees: ["interior"] })).toBe(false);
    expect(isSelected({ followUps: ["follow-up"] })).toBe(true);
    expect(isSelected({ followUps: ["another"] })).toBe(false);
    expect(isSelected({ themes: ["training"], on: "2022-10-17" })).toBe(false);
    expect(isSelected({ themes: ["training"], on: "2022-10-18" })).toBe(true);
  });

  test("is owed from the day of the selection where the cycle is open already", () => {
    const selected = selecting({ followUps: ["follow-up"], on: "2023-05-02" });
    expect(item("2023-05-01", selected, "verification")).toBeUndefined();
    expect(item("2023-05-02", selected, "verification")?.due).toBe("2023-06-30");
  });

  test("is assessed by a finding about the cycle's year or a later one, and not by one about an earlier year", () => {
    const lateWith = (...entries: Parameters<typeof aFollowUp>[0] & object) =>
      late("2023-08-01", selecting({ themes: ["training"] }, entries));
    expect(lateWith(found("2023-07-15", "notStarted", "2022-12-31", 2022))).toEqual([]);
    expect(
      late("2023-07-14", selecting({ themes: ["training"] }, [found("2023-07-15", "notStarted", "2022-12-31", 2022)])),
    ).toEqual(["verification"]);
    expect(lateWith(found("2023-07-15", "notStarted", "2023-06-30", 2023))).toEqual([]);
    expect(lateWith(found("2023-07-15", "notStarted", "2021-12-31", 2021))).toEqual(["verification"]);
    expect(lateWith(closed("2023-07-15", "endOfFollowUp"))).toEqual([]);
  });

  test("is one thing owed together with a claim, due when the first of the two is", () => {
    const claim = claimed("2023-05-10", "2023-05-01", "claim");
    const both = aFollowUp([answered("2022-12-01", "accepted"), claim], {
      cycles: [
        { ...roundOf(2022), selections: [{ on: "2023-01-10", reason: "priorities", themes: ["training"] }] },
        roundOf(2023),
      ],
    });
    const owed = on("2023-06-01", both).owed.filter(({ kind }) => kind === "verification");
    expect(owed).toMatchObject([{ due: "2023-06-30", missedYears: [2022] }]);
    expect(owed[0]?.reasons.map(({ code }) => code)).toEqual(["selectedByCycle", "verificationInCycle"]);
    // A finding about 2023 answers the claim, and counts for the year before too.
    const answeredBoth = { ...both, entries: [...both.entries, found("2023-06-15", "underWay", "2023-06-01", 2023)] };
    expect(on("2023-06-15", answeredBoth).owed.filter(({ kind }) => kind === "verification")).toEqual([]);
  });

  test("is owed by nobody where it is addressed for information or closed", () => {
    const cycles = selecting({ themes: ["training"] }).cycles;
    expect(on("2023-08-01", aFollowUp([], { cycles, followUp: { role: "forInformation" } })).owed).toEqual([]);
    expect(on("2023-08-01", aFollowUp([closed("2023-01-20", "endOfFollowUp")], { cycles })).owed).toEqual([]);
  });

  test("cannot be told where a finding of unknown day may be about its year", () => {
    const { givenOn: _, ...rest } = found("2023-09-01", "notStarted", "2022-12-31", 2022);
    const selected = selecting({ themes: ["training"] }, [{ ...rest, knownBy: "2023-09-01" as Day }]);
    expect(late("2023-08-01", selected)).toEqual([]);
    expect(item("2023-08-01", selected, "verification")?.timeliness).toBe("undetermined");
    const other = given("assessment", "2023-09-01", { ...rest, reportingYear: 2021 });
    const { givenOn: __, ...before } = other;
    expect(
      late("2023-08-01", selecting({ themes: ["training"] }, [{ ...before, knownBy: "2023-09-01" as Day }])),
    ).toEqual(["verification"]);
  });
});
