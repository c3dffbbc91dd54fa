import { expect, test } from "vitest";
import { allowedActs } from "../../src/acts/allowed-acts.ts";
import { aFollowUp, claimed } from "../builders.ts";
import { context } from "./acting.ts";

test("only what can be done on a follow-up as it is is allowed", () => {
  expect(allowedActs(context(aFollowUp([]), "respondent"))).toEqual([
    "respond",
    "commit",
    "update",
    "claim",
    "addEvidence",
    "requestDeadlineChange",
  ]);
  expect(allowedActs(context(aFollowUp([]), "assessor"))).toEqual([
    "addEvidence",
    "assess",
    "assessComplete",
    "closeNotImplemented",
    "closeOvertakenByEvents",
    "closeEndOfFollowUp",
    "closeSuperseded",
    "closeWithdrawn",
  ]);
  const withClaim = aFollowUp([claimed("2024-02-01", "2024-02-01")]);
  expect(allowedActs(context(withClaim, "respondent"))).toContain("withdrawClaim");
  expect(allowedActs(context(withClaim, "assessor"))).toContain("closeImplemented");
});

test("nothing is allowed on what is another organization's", () => {
  const other = { organizations: ["interior"] };
  expect(allowedActs(context(aFollowUp([]), "respondent", other))).toEqual([]);
  expect(allowedActs(context(aFollowUp([]), "assessor", other))).toEqual([]);
});
