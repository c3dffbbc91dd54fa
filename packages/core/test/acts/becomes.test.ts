import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActionRole, type ActionRule, type ActionState, rolesOf } from "../../src/acting/action-rule.ts";
import { actionStateOf } from "../../src/acts/act.ts";
import { actionOf } from "../../src/acts/actions.ts";
import { allowedActs } from "../../src/acts/allowed-acts.ts";
import type { FollowUpAct } from "../../src/acts/follow-up-act.ts";
import {
  type ActContext,
  type Action,
  type ActName,
  actions,
  acts,
  addDays,
  ClosureReason,
  type Day,
  DomainError,
  type Entry,
  type FollowUpCase,
  Level,
  standing,
} from "../../src/index.ts";
import { aFollowUp, claimed, found } from "../builders.ts";
import { daysWorthAsking, followUpCases, generatedSettings } from "../case-generator.ts";
import { attempt, context, today } from "./acting.ts";

/*
 * The replay decides by the entries what a follow-up becomes, because files and corrections make entries too; the table says
 * it for those who act. These tests hold the two together.
 */
const evidence = [{ kind: "document" as const, title: "a letter", confidential: false }];
const source = { name: "Letter" };
const read = { secondReader: "Zoë Quintens" };

/** Inputs of every act, out of what the case has; most are refused in most states. */
function inputsOf({ entries, changes }: FollowUpCase, day: Day): Record<ActName, object[]> {
  const ids = (type: Entry["type"]) => entries.filter((entry) => entry.type === type).map(({ id }) => id);
  const situations = [
    day,
    addDays(day, -40),
    ...entries.flatMap((entry) => ("asOf" in entry && entry.asOf !== undefined ? [entry.asOf] : [])),
  ];
  const levels = Level.options.flatMap((level) =>
    situations.map((asOf) => ({ level, asOf, reportingYear: Number(asOf.slice(0, 4)) })),
  );
  const targets = [
    { kind: "response" },
    { kind: "implementation" },
    ...ids("commitment").map((commitment) => ({ kind: "commitment", commitment })),
  ];
  const later = { on: addDays(day, 900) };
  return {
    respond: ["accepted", "rejected", "notCompetent"].map((position) => ({ position })),
    commit: [{ description: "a promise", due: later }],
    reportOutcome: ids("commitment").flatMap((commitment) => [
      { commitment, outcome: "met" },
      { commitment, outcome: "abandoned" },
    ]),
    update: levels.flatMap((each) => [each, { ...each, evidence }]),
    withdrawClaim: ids("progressUpdate").map((update) => ({ update })),
    addEvidence: [{ evidence }, ...entries.map(({ id }) => ({ evidence, about: id }))],
    observe: [{ by: "a shelter", text: "nothing changed" }],
    requestDeadlineChange: targets.map((target) => ({ target, to: later, reason: "staff", requestedBy: "Justice" })),
    withdrawDeadlineRequest: ids("deadlineRequest").map((request) => ({ request })),
    decideDeadlineChange: ids("deadlineRequest").map((request) => ({
      ...{ request, decision: "refused", reason: "no", decidedBy: "Council" },
    })),
    contestDeadlineChange: ids("deadlineChange").map((change) => ({ change, reason: "victims wait" })),
    assess: levels.map((each) => ({ ...each, rationale: "found so", method: "interview", evidence })),
    close: ClosureReason.options.map((closureReason) => ({ closureReason, reason: "so decided", ...read })),
    reopen: [
      { reason: "it came back", ...read },
      { reason: "it came back", newDue: later, ...read },
    ],
    decideSuccessor: changes.flatMap(({ id, results }) =>
      results.map(({ organization }) => ({ change: id, successor: organization })),
    ),
    upholdNotCompetent: [{ reason: "another body" }],
    publishAnswer: entries.map(({ id }) => ({ answer: id })),
    changeRole: ["lead", "joint", "forInformation"].map((role) => ({ role, reason: "named by mistake" })),
    correct: entries.flatMap((entry) => correctionsOf(entry).map((change) => ({ corrects: entry.id, change }))),
    retract: entries.map(({ id }) => ({ retracts: id, reason: "wrong follow-up" })),
  };
}

function correctionsOf(entry: Entry): object[] {
  if (entry.type === "progressUpdate" || entry.type === "assessment")
    return Level.options.map((level) => ({ level, ...(entry.type === "progressUpdate" && { claim: false }) }));
  return [{ reason: "in other words" }, { description: "in other words" }];
}

/** What the case was on a day, at a moment after all that was recorded by then. */
function asOnDay(followUpCase: FollowUpCase, day: Day): FollowUpCase {
  const byThen = ({ recordedAt }: { recordedAt: string }) => recordedAt.slice(0, 10) <= day;
  const { entries, replacedBy } = followUpCase;
  return { ...followUpCase, entries: entries.filter(byThen), replacedBy: replacedBy.filter(byThen) };
}

function stateOn(followUpCase: FollowUpCase, day: Day): ActionState {
  return actionStateOf(standing(followUpCase, day, generatedSettings));
}

/** What the table leaves the follow-up to be, when it was something before the action. */
function isAsTableSays({ becomes, otherwise }: ActionRule, before: ActionState, after: ActionState): boolean {
  return after === (becomes ?? before) || (otherwise !== undefined && after === (otherwise.becomes ?? before));
}

/** The case as if what a retraction or correction amends had never been said as it was. */
function withoutWhatItAmends(followUpCase: FollowUpCase, made: Entry): FollowUpCase {
  const amended = made.type === "retraction" ? made.retracts : made.corrects;
  if (made.type === "retraction")
    return { ...followUpCase, entries: followUpCase.entries.filter(({ id }) => id !== amended) };
  const entries = followUpCase.entries.map((entry) =>
    entry.id === amended ? { ...made, id: entry.id, recordedAt: entry.recordedAt, corrects: entry.corrects } : entry,
  );
  return { ...followUpCase, entries: entries as Entry[] };
}

test("after every act that is given today the follow-up is what the table of actions says (R54)", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(followUpCases, fc.nat(), fc.nat(), (generated, dayPick, pick) => {
      const days = daysWorthAsking(generated).filter((each) => each > "2019-03-14" && each < "2023-01-01");
      const day = days[dayPick % days.length] as Day;
      const followUpCase = asOnDay(generated, day);
      const before = stateOn(followUpCase, day);
      for (const [name, inputs] of Object.entries(inputsOf(followUpCase, day)) as [ActName, object[]][]) {
        const act: FollowUpAct = acts[name];
        const input = inputs[pick % inputs.length];
        if (input === undefined) continue;
        for (const role of new Set(Object.values(act.actions).flatMap(rolesOf))) {
          const made = entryOf(name, followUpCase, day, role, input);
          if (made === undefined) continue;
          const action = name === "correct" || name === "retract" ? name : actionOf(made);
          const rule = actions[action];
          expect(allowedActs(contextOf(followUpCase, day, role)), `${action} by ${role}`).toContain(action);
          const after = stateOn({ ...followUpCase, entries: [...followUpCase.entries, made] }, day);
          const told = `${action} ${JSON.stringify(input)} while ${before}: ${after}`;
          if (rule.becomes === "derivedAgain")
            expect(after, told).toBe(stateOn(withoutWhatItAmends(followUpCase, made), day));
          else if (rule.otherwise?.becomes === "derivedAgain" && after !== before) {
            const alone = { ...followUpCase, replacedBy: [] };
            expect(stateOn({ ...alone, entries: [...alone.entries, made] }, day), told).toBe(stateOn(alone, day));
          } else expect(isAsTableSays(rule, before, after), told).toBe(true);
        }
      }
    }),
    { numRuns: 250 },
  );
});

type Circumstances = { act: ActName; role: ActionRole; input: object; on: FollowUpCase };
const reporting = { rationale: "found so", method: "interview", reportingYear: 2023, asOf: "2023-06-01", evidence };

/** Where each action that says so leaves something else than usual. */
const otherwise: Partial<Record<Action, Circumstances>> = {
  withdrawClaim: {
    act: "withdrawClaim",
    role: "respondent",
    input: { update: "claim" },
    on: aFollowUp([claimed("2024-02-01", "2024-02-01", "claim"), claimed("2024-03-01", "2024-03-01")]),
  },
  assess: {
    act: "assess",
    role: "assessor",
    input: { ...reporting, level: "underWay" },
    on: aFollowUp([claimed("2024-02-01", "2024-02-01")]),
  },
  assessComplete: {
    act: "assess",
    role: "assessor",
    input: { ...reporting, level: "fullyImplemented" },
    on: aFollowUp([found("2024-02-01", "underWay", "2024-01-01")]),
  },
  decideSuccessor: {
    act: "decideSuccessor",
    role: "editor",
    input: { change: "split", successor: "victims" },
    on: aFollowUp([], {
      changes: [
        {
          ...{ id: "split", type: "split", on: "2023-01-01", recordedAt: "2023-01-01T00:00:00Z" },
          originals: ["justice"],
          results: [
            { organization: "victims", themes: [] },
            { organization: "prisons", themes: [] },
          ],
        },
      ],
      replacedBy: [
        {
          ...{ id: "link", type: "supersedes", on: "2023-10-18", recordedAt: "2023-10-18T00:00:00Z" },
          newer: {
            ...{ addressee: "victims", role: "lead", themes: [], entries: [] },
            report: { reportingYear: 2022, publishedOn: "2023-10-18" },
          },
        },
      ],
    }),
  },
};

test("where the table tells another outcome, there is one", () => {
  const told = (Object.keys(actions) as Action[]).filter((action) => actions[action].otherwise !== undefined);
  expect(Object.keys(otherwise).sort()).toEqual(told.sort());
  for (const [action, { act, role, input, on }] of Object.entries(otherwise) as [Action, Circumstances][]) {
    const { becomes, otherwise: other }: ActionRule = actions[action];
    const [before, made] = [stateOn(on, today), entryOf(act, on, today, role, input)];
    if (made === undefined) throw new Error(`${action} was refused`);
    expect(actionOf(made)).toBe(action);
    const after = stateOn({ ...on, entries: [...on.entries, made] }, today);
    expect(after, action).not.toBe(becomes ?? before);
    if (other?.becomes !== "derivedAgain") expect(after, action).toBe(other?.becomes ?? before);
  }
});

function entryOf(
  name: ActName,
  followUpCase: FollowUpCase,
  day: Day,
  role: ActionRole,
  input: object,
): Entry | undefined {
  const made = attempt(
    name,
    { ...input, ...(role === "editor" && name !== "correct" && { source }) },
    contextOf(followUpCase, day, role),
  );
  return made instanceof DomainError ? undefined : made[0];
}

function contextOf(followUpCase: FollowUpCase, day: Day, role: ActionRole): ActContext {
  const organizations = role === "respondent" ? ["justice", "interior", "home", "care", "courts", "prosecution"] : [];
  return {
    ...context(followUpCase, role, { organizations }),
    ...{ at: `${day}T23:00:00Z`, today: day, settings: generatedSettings, newId: () => "made" },
  };
}
