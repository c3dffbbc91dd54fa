import { expect, test } from "vitest";
import type { FollowUpCase, OrganizationChange } from "../../src/index.ts";
import { aFollowUp } from "../builders.ts";
import { attempt, context, refusal } from "./acting.ts";

const change = (type: OrganizationChange["type"], ...results: OrganizationChange["results"]): OrganizationChange => ({
  ...{ id: "change", type, on: "2023-06-01", originals: ["justice"], results, recordedAt: "2023-06-01T09:00:00Z" },
});
const to = (organization: string, ...themes: string[]) => ({ organization, themes });
const rejected = { position: "rejected" };

/** Acts of a respondent of one organization, after a change of the addressee. */
const answering = (made: OrganizationChange, organization: string, themes = ["training"]) =>
  context(aFollowUp([], { changes: [made], recommendation: { themes } }), "respondent", {
    organizations: [organization],
  });

test("nobody answers for a dissolved organization, or after a split until an editor decides (R41, R42)", () => {
  const dissolved = refusal("respond", rejected, answering(change("dissolved"), "justice"));
  expect(dissolved).toMatchObject({ code: "missingPermission", message: expect.stringContaining("(R42)") });
  const split = change("split", to("courts", "prosecution"), to("care", "victims"));
  expect(refusal("respond", rejected, answering(split, "justice")).message).toContain("(R41)");
  for (const candidate of ["courts", "care"])
    expect(refusal("respond", rejected, answering(split, candidate)).code).toBe("missingPermission");
  expect(attempt("respond", rejected, answering(split, "courts", ["prosecution"]))).toMatchObject([rejected]);
});

test("who gave away a part of its competence answers until an editor decides, as it is a candidate (R41)", () => {
  const transfer = change("competenceTransferred", to("care", "victims"));
  const both = ["victims", "training"];
  expect(attempt("respond", rejected, answering(transfer, "justice", both))).toMatchObject([rejected]);
  expect(refusal("respond", rejected, answering(transfer, "care", both)).code).toBe("missingPermission");
  // Where it kept nothing, it is no candidate.
  const given = change("competenceTransferred", to("care", "victims"), to("courts", "training"));
  expect(refusal("respond", rejected, answering(given, "justice", both)).message).toContain("(R41)");
});

test("nor does anybody where the organization itself gives the day on which it ended; an editor records what is said", () => {
  const followUp: FollowUpCase = aFollowUp();
  const ended = { ...context(followUp, "respondent"), dissolved: ["justice"] };
  expect(refusal("respond", rejected, ended).message).toContain("(R42)");
  const coordinator = { ...context(followUp, "respondent", { organizations: ["chair"] }), coordinators: ["chair"] };
  expect(attempt("respond", rejected, coordinator)).toMatchObject([rejected]);
  expect(refusal("respond", rejected, { ...coordinator, dissolved: ["chair"] }).code).toBe("missingPermission");
  const letter = { ...rejected, source: { name: "a letter" } };
  expect(attempt("respond", letter, context(followUp, "editor"))).toMatchObject([rejected]);
});
