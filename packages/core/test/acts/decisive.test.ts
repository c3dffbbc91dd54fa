import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/index.ts";
import { aFollowUp, answered, found, given, movedTo, promised } from "../builders.ts";
import { attempt, context, refusal, today } from "./acting.ts";

const answer: Entry = {
  ...answered(today, "accepted"),
  id: "answer",
  recordedAt: `${today}T08:00:00Z`,
  author: { id: "ministry", side: "addressee", organization: "justice" },
};
const corrected: Entry = {
  ...answered(today, "noted"),
  id: "corrected",
  recordedAt: `${today}T08:30:00Z`,
  corrects: "answer",
  author: { id: "editor", side: "addressee", organization: "justice", onBehalf: true },
};
const change = (id: string) => ({ corrects: id, change: { position: "rejected" } });

test("R55: what makes an addressee overdue or not is its own to correct on its own day", () => {
  expect(attempt("correct", change("answer"), context(aFollowUp([answer]), "respondent"))).toMatchObject([
    { position: "rejected" },
  ]);
  const earlier = { ...answer, givenOn: "2024-05-01" };
  expect(refusal("correct", change("answer"), context(aFollowUp([earlier]), "respondent"))).toMatchObject({
    code: "missingPermission",
    places: ["change.position"],
    message: expect.stringMatching(/day .* has passed.*\(R55\)/),
  });
});

test("R55: not after a finding, and not after an editor corrected it", () => {
  const finding = { ...found(today, "notStarted"), recordedAt: `${today}T08:45:00Z` };
  for (const [id, entries] of [
    ["answer", [answer, finding]],
    ["corrected", [answer, corrected]],
  ] as const) {
    const followUp = aFollowUp([...entries]);
    expect(refusal("correct", change(id), context(followUp, "respondent"))).toMatchObject({
      code: "missingPermission",
      message: expect.stringContaining(id === "answer" ? "an assessment followed it" : "an editor corrected it"),
    });
    const retraction = { retracts: id, reason: "a mistake" };
    expect(refusal("retract", retraction, context(followUp, "respondent")).code).toBe("missingPermission");
    const byLetter = { corrects: id, change: { position: "rejected", source: { name: "Letter" } } };
    expect(attempt("correct", byLetter, context(followUp, "editor"))).toMatchObject([{ position: "rejected" }]);
  }
});

test("R55: its own correction of that day does not end this, and what decides nothing stays its own", () => {
  const own = { ...corrected, author: answer.author };
  expect(attempt("correct", change("corrected"), context(aFollowUp([answer, own]), "respondent"))).toMatchObject([{}]);
  const note = { corrects: "corrected", change: { reason: "Voir la circulaire." } };
  expect(attempt("correct", note, context(aFollowUp([answer, corrected]), "respondent"))).toMatchObject([{}]);
});

describe("R55: a promise without a date decides too, so on a later day only an editor retracts it", () => {
  const earlier = "2023-02-01";
  const undated = given("commitment", earlier, { id: "promise", description: "A circular is sent." });
  const author = { id: "ministry", side: "addressee" as const, organization: "justice" };
  const histories: Record<string, [Entry, ...Entry[]]> = {
    "it has its date from a decision": [{ ...undated, author }, movedTo("2023-02-10", "2023-05-31")],
    "an editor recorded it for the ministry": [
      { ...undated, author: { ...author, onBehalf: true } },
      movedTo("2023-02-10", "2023-05-31"),
    ],
    "it replaces one that had a date": [
      { ...undated, author },
      promised("2023-01-10", "2023-04-30", "first"),
      given("commitmentOutcome", earlier, { commitment: "first", outcome: "replaced", replacedBy: "promise" }),
    ],
    "an editor corrected that it has no date": [
      { ...undated, id: "corrected", corrects: "promise", author: { ...author, onBehalf: true } },
      { ...promised(earlier, "2023-05-31"), author },
    ],
  };
  test.for(Object.keys(histories))("%s", (name) => {
    const entries = histories[name] as [Entry, ...Entry[]];
    const followUp = aFollowUp(entries);
    const input = { retracts: entries[0].id, reason: "wrong" };
    expect(refusal("retract", input, context(followUp, "respondent"))).toMatchObject({
      code: "missingPermission",
      places: ["retracts"],
    });
    expect(attempt("retract", input, context(followUp, "editor"))).toMatchObject([{ type: "retraction" }]);
  });

  test("on its own day it is the respondent's own", () => {
    const own = { ...undated, givenOn: today, recordedAt: `${today}T08:00:00Z`, author };
    const input = { retracts: "promise", reason: "wrong" };
    expect(attempt("retract", input, context(aFollowUp([own]), "respondent"))).toMatchObject([{ type: "retraction" }]);
  });
});

describe("R55: an editor's amendment of any version ends the respondent's right", () => {
  const author = { id: "ministry", side: "addressee" as const, organization: "justice" };
  const byEditor = { id: "editor", side: "issuingBody" as const, organization: "centre" };
  const at = (minute: number) => ({ recordedAt: `${today}T08:${minute}:00Z`, givenOn: today });
  const recorded: Entry = { ...answer, author: { ...author, onBehalf: true }, source: { name: "Letter" } };
  const own: Entry = { ...corrected, author };
  const retracts = (id: string, by: Entry["author"], retraction = "retraction", minute = 40): Entry => ({
    ...{ id: retraction, type: "retraction", retracts: id, reason: "a mistake", ...at(minute) },
    ...(by && { author: by }),
  });
  const histories: Record<string, [readonly Entry[], string]> = {
    "it corrected what it had recorded for the addressee": [[recorded, corrected], "corrected"],
    "it retracted the addressee's correction": [[answer, own, retracts("corrected", byEditor)], "answer"],
    "it undid the addressee's retraction": [
      [answer, retracts("answer", author), retracts("retraction", byEditor, "undone", 50)],
      "answer",
    ],
    "a file corrected it": [[answer, { ...corrected, author: undefined }], "corrected"],
  };
  test.for(Object.keys(histories))("%s", (name) => {
    const [entries, id] = histories[name] as [readonly Entry[], string];
    const where = context(aFollowUp([...entries]), "respondent");
    for (const [act, input] of [
      ["correct", change(id)],
      ["retract", { retracts: id, reason: "no" }],
    ] as const)
      expect(refusal(act, input, where).code).toBe("missingPermission");
  });

  test("but what an editor recorded for it, and nobody amended, it still amends on that day", () => {
    const where = context(aFollowUp([recorded]), "respondent");
    expect(attempt("correct", change("answer"), where)).toMatchObject([
      { position: "rejected", author: { side: "addressee", organization: "justice" } },
    ]);
  });
});
