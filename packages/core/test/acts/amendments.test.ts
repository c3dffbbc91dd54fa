import { describe, expect, test } from "vitest";
import type { ActionRole } from "../../src/acting/action-rule.ts";
import { amendments, type EntryOwner, ownerOf } from "../../src/acts/amendments.ts";
import type { Author } from "../../src/follow-up/entries/author.ts";
import { DomainError, type Entry } from "../../src/index.ts";
import { aFollowUp, answered, found, given, movedTo } from "../builders.ts";
import { attempt, context, refusal } from "./acting.ts";

const evidence = (author?: Author): Entry => ({
  ...given("evidence", "2024-01-05", {
    id: "shown",
    evidence: [{ kind: "document", title: "A circular", confidential: false }],
  }),
  ...(author && { author }),
});
const entries: Record<EntryOwner, Entry> = {
  addressee: evidence({ side: "addressee", organization: "justice" }),
  onBehalf: evidence({ side: "addressee", organization: "justice", onBehalf: true }),
  issuingBody: evidence({ side: "issuingBody", organization: "centre" }),
  unknown: evidence(),
};
const amends = [
  ["correct", { corrects: "shown", change: { evidence: [{ kind: "document", title: "B" }] } }],
  ["retract", { retracts: "shown", reason: "the wrong follow-up" }],
] as const;

describe.each(Object.entries(entries) as [EntryOwner, Entry][])("an entry of %s", (voice, entry) => {
  for (const [act, input] of amends) {
    for (const role of ["respondent", "assessor", "editor"] as ActionRole[])
      test(`is ${act}ed by who may only: ${role}`, () => {
        const result = attempt(act, input, context(aFollowUp([entry]), role));
        const may = (amendments[voice] as readonly string[]).includes(role);
        expect(result instanceof DomainError ? result.code : "made").toBe(may ? "made" : "missingPermission");
      });
    test.each([
      ["respondent of another organization", "respondent", "interior"],
      ["assessor of another body", "assessor", "auditors"],
      ["editor of another body", "editor", "auditors"],
    ] as const)(`is not ${act}ed by a %s`, (_, role, organization) => {
      const where = context(aFollowUp([entry]), role, { organizations: [organization] });
      expect(refusal(act, input, where).code).toBe("missingPermission");
    });
  }
});

const changes = [
  {
    id: "moved",
    type: "absorbed" as const,
    on: "2024-02-01",
    originals: ["justice"],
    results: [{ organization: "home", themes: [] }],
    recordedAt: "2024-02-01T08:00:00Z",
  },
];

test("a successor amends what its predecessor said, and nothing of an organization that never answered", () => {
  const by = (organization: string) =>
    context(aFollowUp([evidence({ side: "addressee", organization })], { changes }), "respondent", {
      organizations: ["home"],
    });
  const [, [act, input]] = amends;
  expect(attempt(act, input, by("justice"))).toMatchObject([
    { author: { id: "a-lambert", side: "addressee", organization: "home" } },
  ]);
  expect(refusal(act, input, by("interior")).code).toBe("missingPermission");
  const old = context(aFollowUp([evidence({ side: "addressee", organization: "justice" })], { changes }), "respondent");
  expect(refusal(act, input, old).code).toBe("missingPermission");
});

test("a correction keeps the side of what it corrects, and tells who made it", () => {
  const answer = { ...answered("2022-12-01", "accepted"), id: "answer" };
  const change = { corrects: "answer", change: { position: "rejected", source: { name: "Letter" } } };
  expect(attempt("correct", change, context(aFollowUp([answer]), "editor"))).toMatchObject([
    { actor: "A. Lambert", author: { id: "a-lambert", side: "addressee", organization: "justice", onBehalf: true } },
  ]);
  expect(refusal("correct", change, context(aFollowUp([answer]), "assessor")).code).toBe("missingPermission");
});

test("the entries of before are told by their type; a retraction by what it took back", () => {
  const finding = { ...found("2024-01-01", "underWay"), id: "finding" };
  const move = { ...movedTo("2024-01-02", "2025-01-01"), id: "move" };
  const back = (retracts: string) => given("retraction", "2024-02-01", { id: "back", retracts, reason: "wrong" });
  const all = [answered("2023-01-01", "accepted"), finding, move, back("finding")] as const;
  expect(all.map((each) => ownerOf(each, all))).toEqual(["addressee", "issuingBody", "unknown", "issuingBody"]);
  expect(ownerOf(back("move"), [move, back("move")])).toBe("unknown");
});

test("who acted is no slip of the pen: it cannot be corrected", () => {
  const finding = { ...found("2024-01-01", "underWay"), id: "finding" };
  for (const change of [{ assessor: "B. Peeters" }, { actor: "B. Peeters" }, { author: { side: "addressee" } }])
    expect(
      refusal("correct", { corrects: "finding", change }, context(aFollowUp([finding]), "assessor")).places,
    ).toEqual([`change.${Object.keys(change)[0]}`]);
});
