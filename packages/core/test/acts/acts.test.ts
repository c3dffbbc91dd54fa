import { describe, expect, test } from "vitest";
import { type ActionRole, type ActionState, actionStates } from "../../src/acting/action-rule.ts";
import { actionStateOf } from "../../src/acts/act.ts";
import { actionsIn, actRecording } from "../../src/acts/actions.ts";
import type { FollowUpAct } from "../../src/acts/follow-up-act.ts";
import { entryKinds, kindOf } from "../../src/follow-up/entries/entry.ts";
import {
  type ActContext,
  type Action,
  type ActionRule,
  type ActName,
  actions,
  acts,
  DomainError,
  type Entry,
  Recommendation,
  Report,
  defaultSettings as settings,
  standing,
} from "../../src/index.ts";
import { discard } from "../../src/register/discard.ts";
import type { Draft } from "../../src/register/draft.ts";
import { publish } from "../../src/register/publish.ts";
import { aFollowUp, answered, claimed, closed, found, given, promised } from "../builders.ts";
import { attempt, context, today } from "./acting.ts";

const roles: readonly ActionRole[] = ["respondent", "editor", "assessor"];
const evidence = [{ kind: "document" as const, title: "The circular", confidential: false }];
const source = { name: "Letter of 30 April 2024" };

/** Entries on every follow-up of these tests, so that every act has something to name. */
const common: Entry[] = [
  answered("2022-11-01", "notCompetent"),
  // It came by letter: the addressee may correct it, and the editor who recorded it.
  { ...answered("2022-12-01", "accepted"), id: "answer", source: { name: "Letter of 1 December 2022" } },
  promised("2022-12-01", "2024-12-31"),
  given("deadlineRequest", "2024-04-01", {
    id: "request",
    target: { kind: "commitment", commitment: "promise" },
    to: { on: "2025-06-30", precision: "day" },
    reason: "the council of state",
    requestedBy: "Minister of Justice",
  }),
  given("deadlineChange", "2024-04-02", {
    id: "move",
    target: { kind: "commitment", commitment: "promise" },
    decision: "granted",
    to: { on: "2025-01-31", precision: "day" },
    reason: "elections",
    requestedBy: "Minister of Justice",
    requestedOn: "2024-03-01",
    decidedBy: "Council of Ministers",
  }),
];
const claim = claimed("2024-02-01", "2024-02-01", "claim");

const changes = [
  {
    id: "split",
    type: "split" as const,
    on: "2025-01-01",
    originals: ["justice"],
    results: [
      { organization: "victims", themes: [] },
      { organization: "prisons", themes: [] },
    ],
    recordedAt: "2024-01-01T00:00:00Z",
  },
];

const cases = {
  draft: aFollowUp(common, { report: { status: "draft" }, changes }),
  open: aFollowUp(common, { changes }),
  pendingVerification: aFollowUp([...common, claim], { changes }),
  closed: aFollowUp([...common, claim, closed("2024-04-30", "overtakenByEvents")], { changes }),
} satisfies Record<ActionState, ReturnType<typeof aFollowUp>>;

/** The two actions that are done on a whole report. */
const onReports = ["publish", "discard"] as const;

/** A valid input for every other action of the table. */
const inputs: Record<Exclude<Action, (typeof onReports)[number]>, [ActName, object]> = {
  respond: ["respond", { position: "acceptedInPart" }],
  commit: ["commit", { description: "A circular is sent.", due: { on: "2025-01-01" } }],
  reportOutcome: ["reportOutcome", { commitment: "promise", outcome: "met" }],
  update: ["update", { reportingYear: 2023, level: "underWay" }],
  claim: ["update", { reportingYear: 2023, level: "fullyImplemented", claim: true, evidence }],
  withdrawClaim: ["withdrawClaim", { update: "claim" }],
  addEvidence: ["addEvidence", { evidence, about: "answer" }],
  observe: ["observe", { by: "A shelter", text: "Nothing changed for the victims." }],
  requestDeadlineChange: [
    "requestDeadlineChange",
    { target: { kind: "implementation" }, to: { on: "2025-01-01" }, reason: "staff", requestedBy: "Justice" },
  ],
  withdrawDeadlineRequest: ["withdrawDeadlineRequest", { request: "request" }],
  decideDeadlineChange: [
    "decideDeadlineChange",
    { request: "request", decision: "granted", reason: "yes", decidedBy: "Council of Ministers" },
  ],
  contestDeadlineChange: ["contestDeadlineChange", { change: "move", reason: "victims wait" }],
  assess: ["assess", { reportingYear: 2023, level: "underWay", rationale: "a draft exists", method: "interview" }],
  assessComplete: [
    "assess",
    { reportingYear: 2023, level: "fullyImplemented", rationale: "it is in force", method: "courtRecord", evidence },
  ],
  closeImplemented: ["close", { closureReason: "implemented", secondReader: "B. Peeters" }],
  closeAlternativeAccepted: ["close", { closureReason: "alternativeAccepted", secondReader: "B. Peeters" }],
  closeNotImplemented: ["close", { closureReason: "notImplemented", reason: "refused", secondReader: "B. Peeters" }],
  closeOvertakenByEvents: ["close", { closureReason: "overtakenByEvents", reason: "new law", singleReader: "ill" }],
  closeEndOfFollowUp: ["close", { closureReason: "endOfFollowUp", reason: "ten years", secondReader: "B. Peeters" }],
  closeSuperseded: ["close", { closureReason: "superseded", reason: "asked anew in 2023", secondReader: "B" }],
  closeWithdrawn: ["close", { closureReason: "withdrawn", reason: "an error", secondReader: "B. Peeters" }],
  reopen: ["reopen", { reason: "it came back", secondReader: "B. Peeters" }],
  decideSuccessor: ["decideSuccessor", { change: "split", successor: "victims" }],
  upholdNotCompetent: ["upholdNotCompetent", { reason: "a matter of the communities" }],
  publishAnswer: ["publishAnswer", { answer: "waiting" }],
  changeRole: ["changeRole", { role: "joint", reason: "the council shares it" }],
  correct: ["correct", { corrects: "answer", change: { reason: "a word was missing" } }],
  retract: ["retract", { retracts: "letter", reason: "the wrong follow-up" }],
};

/** The case after an action on its report; undefined when nothing is left of it. */
function decidedOnReport(
  action: (typeof onReports)[number],
  followUpCase: ActContext["case"],
  where: ActContext,
): ActContext["case"] | undefined {
  const { report, recommendation, followUp } = followUpCase;
  const draft: Draft = {
    report: Report.parse({ reference: "2022", ...report }),
    recommendations: [
      {
        ...Recommendation.parse({ ...recommendation, report: report.id, reference: "2022-1" }),
        followUps: [followUp],
      },
    ],
  };
  if (action === "discard") {
    discard(where, draft);
    return undefined;
  }
  return { ...followUpCase, entries: [], report: publish(where, draft, { publishedOn: "2024-05-01" }) };
}

/** A case that has everything an act needs besides the state. */
function readyFor(action: Action, state: ActionState): ActContext["case"] {
  const followUpCase = cases[state];
  if (action === "upholdNotCompetent")
    return { ...followUpCase, entries: [...followUpCase.entries, answered("2024-05-01", "notCompetent")] };
  if (action === "publishAnswer") {
    const waiting: Entry = { ...answered("2024-05-01", "accepted"), id: "waiting", publication: "byAct" };
    return { ...followUpCase, entries: [...followUpCase.entries, waiting] };
  }
  if (action === "retract") {
    const author = { id: "ministry", side: "addressee" as const, organization: "justice" };
    const letter = given("evidence", "2023-01-01", { id: "letter", evidence, author });
    return { ...followUpCase, entries: [...followUpCase.entries, letter] };
  }
  const level = action === "closeImplemented" ? "fullyImplemented" : "alternativeAction";
  if (state === "pendingVerification" && (action === "closeImplemented" || action === "closeAlternativeAccepted"))
    return {
      ...followUpCase,
      entries: [...followUpCase.entries, { ...found("2024-04-01", level, "2024-03-01"), evidence }],
    };
  return followUpCase;
}

describe("every action in every state for every role", () => {
  for (const [action, [name, input]] of Object.entries(inputs) as [keyof typeof inputs, [ActName, object]][])
    for (const state of actionStates)
      for (const role of roles) {
        const rule: ActionRule = actions[action];
        const onBehalf = rule.onBehalf === true && role === "editor" && !rule.roles.includes(role);
        const mayRole = rule.roles.includes(role) || onBehalf;
        // An author corrects and retracts his own entries; an editor may do so for all.
        const own = (action !== "correct" && action !== "retract") || role !== "assessor";
        const allowed = rule.states.includes(state) && mayRole && own;
        test(`${action} while ${state} by ${role} is ${allowed ? "allowed" : "refused"}`, () => {
          const followUpCase = readyFor(action, state);
          expect(actionStateOf(standing(followUpCase, today, settings))).toBe(state);
          const result = attempt(name, onBehalf ? { ...input, source } : input, context(followUpCase, role));
          if (!allowed) {
            expect(result).toBeInstanceOf(DomainError);
            expect(["invalidStateTransition", "missingPermission"]).toContain((result as DomainError).code);
            return;
          }
          expect(result).toBeInstanceOf(Array);
          const after = { ...followUpCase, entries: [...followUpCase.entries, ...(result as Entry[])] };
          if (rule.becomes !== undefined && rule.becomes !== "derivedAgain")
            expect(actionStateOf(standing(after, today, settings))).toBe(rule.becomes);
          else if (state !== "draft" && action !== "retract")
            expect(actionStateOf(standing(after, today, settings))).toBe(state);
        });
      }

  for (const action of onReports)
    for (const state of actionStates)
      for (const role of roles) {
        const rule: ActionRule = actions[action];
        const allowed = rule.states.includes(state) && rule.roles.includes(role);
        test(`${action} while ${state} by ${role} is ${allowed ? "allowed" : "refused"}`, () => {
          const followUpCase = cases[state];
          expect(actionStateOf(standing(followUpCase, today, settings))).toBe(state);
          const attempted = () => decidedOnReport(action, followUpCase, context(followUpCase, role));
          if (!allowed) {
            expect(attempted).toThrow(DomainError);
            return;
          }
          const after = attempted();
          // A discarded report has no follow-up any more; a published one has it open.
          if (action === "discard") expect(after).toBeUndefined();
          else expect(after && actionStateOf(standing(after, today, settings))).toBe(rule.becomes);
        });
      }

  for (const [action, [name, input]] of Object.entries(inputs) as [keyof typeof inputs, [ActName, object]][])
    if (actions[action].secondReader)
      test(`${action} is refused without a second reader, as its row says`, () => {
        const { secondReader: _, singleReader: __, ...alone } = input as Record<string, unknown>;
        const [state, role] = [actions[action].states[0], actions[action].roles[0]] as [ActionState, ActionRole];
        const refused = attempt(name, alone, context(readyFor(action, state), role));
        expect((refused as DomainError).issues).toMatchObject([{ name: "secondReader" }]);
      });

  test("each type of entry is recorded by one act, which has the rules of what it says", () => {
    const recorded = Object.values<FollowUpAct>(acts).flatMap(({ records }) => records ?? []);
    expect(recorded.toSorted()).toEqual(Object.keys(entryKinds).toSorted());
    for (const act of Object.values<FollowUpAct>(acts))
      if (act.records !== undefined) expect(actRecording({ type: act.records })).toBe(act);
  });

  test("nobody but the issuing body closes or reopens, in any state (R1)", () => {
    const ends = (Object.keys(inputs) as (keyof typeof inputs)[]).filter((action) => /^close|^reopen/.test(action));
    expect(ends).toHaveLength(8);
    for (const action of ends)
      for (const state of actions[action].states) {
        const [name, input] = inputs[action];
        const refusal = attempt(name, input, context(readyFor(action, state), "respondent"));
        expect(refusal, `${action} ${state}`).toMatchObject({ code: "missingPermission" });
      }
  });

  test("what a role may do in a state is what the table says", () => {
    expect(actionsIn("closed", "respondent")).toEqual(["addEvidence", "correct", "retract"]);
    expect(actionsIn("closed", "assessor")).toEqual(["addEvidence", "reopen", "correct", "retract"]);
    expect(actionsIn("draft", "respondent")).toEqual(["correct", "retract"]);
    expect(actionsIn("open", "editor")).toContain("respond");
  });
});

describe("an act is refused", () => {
  const refused = (name: ActName, input: object, where = context(cases.open, "respondent")) => {
    const result = attempt(name, input, where);
    expect(result).toBeInstanceOf(DomainError);
    return result as DomainError;
  };

  test.each([
    ["an unknown property", "respond", { position: "accepted", colour: "red" }, "unknownInput", "colour"],
    ["a position that only files have", "respond", { position: "answeredNotStated" }, "invalidInput", "position"],
    ["a day to come", "respond", { position: "accepted", givenOn: "2024-05-03" }, "invalidInput", "givenOn"],
    ["31 February", "respond", { position: "accepted", givenOn: "2024-02-31" }, "invalidInput", "givenOn"],
    ["due before the report", "commit", { description: "x", due: { on: "2022-10-17" } }, "invalidInput", "due"],
    ["no such promise", "reportOutcome", { commitment: "none", outcome: "met" }, "invalidInput", "commitment"],
    [
      "an entry of another type",
      "reportOutcome",
      { commitment: "answer", outcome: "met" },
      "invalidInput",
      "commitment",
    ],
    [
      "a claim without evidence",
      "update",
      { reportingYear: 2023, level: "fullyImplemented", claim: true },
      "invalidInput",
      "evidence",
    ],
    [
      "a claim of less",
      "update",
      { reportingYear: 2023, level: "underWay", claim: true, evidence },
      "invalidInput",
      "level",
    ],
    [
      "a correction of the day",
      "correct",
      { corrects: "answer", change: { givenOn: "2023-01-01" } },
      "invalidInput",
      "change.givenOn",
    ],
  ] as [string, ActName, object, string, string][])("for %s", (_, name, input, code, place) => {
    const error = refused(name, input, context(cases.open, name === "decideSuccessor" ? "editor" : "respondent"));
    expect(error.code).toBe(code);
    expect(error.issues.map((issue) => issue.name)).toEqual([place]);
  });

  test("for another organization's follow-up", () => {
    const other = context(cases.open, "respondent", { organizations: ["interior"] });
    expect(refused("respond", { position: "accepted" }, other).code).toBe("missingPermission");
  });

  test("for an editor without a source", () => {
    expect(refused("respond", { position: "accepted" }, context(cases.open, "editor")).issues[0]?.name).toBe("source");
  });

  test("for an addressee who calls it invented, also by a correction", () => {
    const invented = { ...source, illustrative: true };
    const said = { position: "accepted", source: invented };
    const placesOf = (name: ActName, input: object) =>
      refused(name, input, context(cases.open, "respondent")).issues.map((issue) => issue.name);
    expect(placesOf("respond", said)).toEqual(["source.illustrative"]);
    const change = { corrects: "promise", change: { source: invented } };
    expect(placesOf("correct", change)).toEqual(["change.source.illustrative"]);
    expect(attempt("respond", said, context(cases.open, "editor"))).toMatchObject([{ source: invented }]);
  });

  test("when the requester decides, or a request is decided twice (D6)", () => {
    const decision = { request: "request", decision: "granted", reason: "yes", decidedBy: "minister of justice" };
    expect(refused("decideDeadlineChange", decision).code).toBe("missingPermission");
    const where = context(cases.open, "editor");
    const made = attempt("decideDeadlineChange", { ...decision, decidedBy: "Council of Ministers" }, where) as Entry[];
    const decided = context(aFollowUp([...cases.open.entries, ...made]), "editor");
    expect(refused("decideDeadlineChange", { ...decision, decidedBy: "Council" }, decided).code).toBe(
      "invalidStateTransition",
    );
  });

  test("when it closes as implemented without a full finding with evidence, or without a second reader (R7, R8)", () => {
    const assessor = (entries: Entry[]) =>
      context(aFollowUp([...cases.pendingVerification.entries, ...entries]), "assessor");
    const bare = found("2024-04-01", "fullyImplemented", "2024-03-01");
    const implemented = { closureReason: "implemented", secondReader: "B. Peeters" };
    expect(refused("close", implemented, assessor([])).message).toContain("R7");
    expect(refused("close", implemented, assessor([{ ...bare, evidence: [] }])).message).toContain("R7");
    const full = assessor([{ ...bare, evidence }]);
    expect(refused("close", { closureReason: "implemented" }, full).issues[0]?.name).toBe("secondReader");
    expect(refused("close", { closureReason: "implemented", secondReader: "a. lambert" }, full).code).toBe(
      "missingPermission",
    );
    expect(refused("close", { closureReason: "notImplemented", secondReader: "B" }, full).issues[0]?.name).toBe(
      "reason",
    );
  });
});

test("a correction keeps the day of what it corrects and takes its place", () => {
  const where = context(cases.open, "editor");
  const [corrected] = attempt("correct", { corrects: "answer", change: { position: "rejected" } }, where) as Entry[];
  expect(corrected).toMatchObject({
    corrects: "answer",
    type: "response",
    position: "rejected",
    givenOn: "2022-12-01",
  });
});

test("each type of entry is recorded by one act, and each reference of an entry is to a type that there is", () => {
  const recorded = Object.values<FollowUpAct>(acts).flatMap(({ records }) => records ?? []);
  expect(recorded.sort()).toEqual(Object.keys(entryKinds).sort());
  const named = Object.values(cases).flatMap(({ entries }) =>
    entries.flatMap((entry) => (kindOf(entry).references?.(entry) ?? []).flatMap(({ type }) => type ?? [])),
  );
  expect(Object.keys(entryKinds)).toEqual(expect.arrayContaining(named));
});
