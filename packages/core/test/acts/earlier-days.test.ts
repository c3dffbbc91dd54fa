import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionRole } from "../../src/acting/action-rule.ts";
import { project } from "../../src/follow-up/standing/projection.ts";
import {
  type ActName,
  addDays,
  type Day,
  DomainError,
  type Entry,
  type FollowUpCase,
  Level,
  Position,
} from "../../src/index.ts";
import { daysWorthAsking, followUpCases, generatedSettings as settings } from "../case-generator.ts";
import { attempt, context } from "./acting.ts";

/** Whatever is recorded by then, and refers to nothing that is not. */
function asRecordedBy(followUpCase: FollowUpCase, today: Day): FollowUpCase {
  const known = new Set<string>();
  const refersToKnown = (entry: Entry) =>
    [
      entry.corrects,
      entry.type === "retraction" ? entry.retracts : undefined,
      entry.type === "commitmentOutcome" ? entry.commitment : undefined,
      entry.type === "commitmentOutcome" ? entry.replacedBy : undefined,
      entry.type === "claimWithdrawal" ? entry.update : undefined,
      entry.type === "deadlineChange" && entry.target.kind === "commitment" ? entry.target.commitment : undefined,
    ].every((id) => id === undefined || known.has(id));
  const entries = followUpCase.entries.filter((entry) => {
    const day = entry.givenOn ?? entry.knownBy ?? "";
    if (entry.recordedAt >= today || day >= today || !refersToKnown(entry)) return false;
    known.add(entry.id);
    return true;
  });
  return { ...followUpCase, entries };
}

type Attempt = {
  /** The days since the act before. */
  later: number;
  role: ActionRole;
  act: ActName;
  /** They choose what it is about and what it says. */
  pick: number;
  other: number;
  due: number;
  dated: boolean;
  says?: object;
};

const chances = { pick: fc.nat(1000), other: fc.nat(1000), due: fc.integer({ min: -10, max: 120 }) };
const oneAct = (role: ActionRole, ...acts: ActName[]): fc.Arbitrary<Attempt> =>
  fc.record({
    ...chances,
    role: fc.constant(role),
    act: fc.constantFrom(...acts),
    later: fc.constantFrom(0, 0, 1, 150),
    dated: fc.boolean(),
  });

/** Acts that often follow each other: about the newest entry, on one day. */
const course = (...acts: (Pick<Attempt, "role" | "act"> & Partial<Attempt>)[]): fc.Arbitrary<Attempt[]> =>
  fc
    .record({ ...chances, later: fc.constantFrom(1, 150) })
    .map((common) => acts.map((each, place) => ({ ...common, dated: true, later: place && 0, ...newest, ...each })));
const newest = { pick: 0, other: 0 };
const respondent = { role: "respondent" as const };
const editor = { role: "editor" as const };

const attempts: fc.Arbitrary<Attempt[]> = fc.oneof(
  oneAct("respondent", "respond", "commit", "reportOutcome", "update", "withdrawClaim", "addEvidence").map((x) => [x]),
  oneAct("respondent", "retract", "correct").map((x) => [x]),
  oneAct("respondent", "retract", "correct").map((x) => [x]),
  oneAct("respondent", "requestDeadlineChange", "withdrawDeadlineRequest").map((x) => [x]),
  oneAct("editor", "commit", "respond", "correct", "retract", "decideDeadlineChange").map((x) => [x]),
  oneAct("assessor", "assess", "close", "reopen").map((x) => [x]),
  // A promise without a date gets one by a decision, or stands for one that had a date.
  course(
    { ...respondent, act: "commit", dated: false },
    { ...respondent, act: "requestDeadlineChange", pick: 3 },
    { ...editor, act: "decideDeadlineChange" },
  ),
  course(
    { ...respondent, act: "commit" },
    { ...respondent, act: "commit", dated: false, later: 150 },
    { ...respondent, act: "reportOutcome", other: 1, pick: 1, dated: false },
  ),
  course({ ...editor, act: "commit" }, { ...editor, act: "correct", dated: false, other: 1 }),
  course(
    { ...respondent, act: "respond", says: { position: "rejected" } },
    { ...respondent, act: "respond", says: { position: "accepted" } },
  ),
);

/** Counted from the last: 0 is the newest. */
const one = <T>(all: readonly T[], pick: number): T | undefined => all.at(-1 - (pick % Math.max(all.length, 1)));

/** What somebody might send: much of it is refused. */
function inputOf(attempt: Attempt, followUpCase: FollowUpCase, today: Day): object {
  return { ...contentOf(attempt, followUpCase, today), ...attempt.says };
}

function contentOf({ role, act, pick, other, due, dated }: Attempt, { entries }: FollowUpCase, today: Day): object {
  const of = (type: Entry["type"], by: number) =>
    one(
      entries.filter((each) => each.type === type),
      by,
    )?.id;
  const on = { on: addDays(today, due) };
  const year = Number(today.slice(0, 4)) - (pick % 2);
  const evidence = [{ kind: "document", title: "a letter" }];
  const spoken = role === "editor" ? { source: { name: "a letter" } } : {};
  switch (act) {
    case "respond":
      return { ...spoken, position: one(Position.options, pick) };
    case "commit":
      return { ...spoken, description: "a promise", ...(dated && { due: on }) };
    case "reportOutcome": {
      const outcome = one(["met", "replaced", "abandoned"] as const, pick);
      const replacedBy = outcome === "replaced" ? { replacedBy: of("commitment", Math.max(other - 1, 0)) } : {};
      const asOf = dated ? { asOf: addDays(today, -Math.abs(due)) } : {};
      return { ...spoken, commitment: of("commitment", other), outcome, ...replacedBy, ...asOf };
    }
    case "update":
      return { ...spoken, reportingYear: year, level: one(Level.options, other), ...(dated && { evidence }) };
    case "withdrawClaim":
      return { ...spoken, update: of("progressUpdate", pick) };
    case "requestDeadlineChange": {
      const promise = { kind: "commitment", commitment: of("commitment", other) };
      const target = one([promise, promise, { kind: "response" }, { kind: "implementation" }], pick);
      return { ...spoken, target, to: on, reason: "a reason", requestedBy: "the ministry" };
    }
    case "decideDeadlineChange": {
      const request = of("deadlineRequest", pick);
      return { request, decision: dated ? "granted" : "refused", reason: "a reason", decidedBy: "the council", to: on };
    }
    case "withdrawDeadlineRequest":
      return { ...spoken, request: of("deadlineRequest", pick) };
    case "assess":
      return { reportingYear: year, level: one(Level.options, pick), method: "interview", rationale: "as seen" };
    case "reopen":
      return { reason: "not done", secondReader: "Z. Zulu", ...(dated && { newDue: on }) };
    case "close":
      return { closureReason: "notImplemented", reason: "a reason", secondReader: "Z. Zulu" };
    case "addEvidence":
      return { ...spoken, evidence };
    case "retract":
      return { retracts: one(entries, pick)?.id, reason: "on the wrong follow-up" };
    default:
      return correctionOf(one(entries, pick), { other, on, dated });
  }
}

function correctionOf(entry: Entry | undefined, { other, on, dated }: { other: number; on: object; dated: boolean }) {
  const changes: Partial<Record<Entry["type"], object>> = {
    response: { position: one(Position.options, other) },
    commitment: dated ? { description: "in other words" } : { due: other % 2 ? null : on },
    commitmentOutcome: dated ? { outcome: "abandoned", replacedBy: null } : { asOf: null },
    progressUpdate: dated ? { level: one(Level.options, other) } : { narrative: "in other words" },
    deadlineRequest: { to: on },
  };
  return { corrects: entry?.id, change: (entry && changes[entry.type]) ?? { reason: "in other words" } };
}

/** How overdue each thing is on each day before today, against the current and the original date; and how many years are missed. */
function overdueBefore(followUpCase: FollowUpCase, days: readonly Day[]): Map<string, number> {
  const overdue = new Map<string, number>();
  const { owed } = project(followUpCase, settings);
  for (const day of days)
    for (const { kind, commitment = "", due, originalDue, missedYears, ...late } of owed) {
      const name = `${day} ${kind} ${commitment}`;
      const add = (against: string, since: Day | undefined) =>
        overdue.set(`${name} ${against}`, Date.parse(day) - Date.parse(since ?? day));
      if (late.lateFrom <= day && day < late.lateUntil) {
        add("current", due);
        overdue.set(`${name} years`, missedYears.length);
      }
      if (late.lateFromOriginal <= day && day < late.lateUntilOriginal) add("original", originalDue);
    }
  return overdue;
}

/** What was overdue on the days before, and is less so now. */
function lessOverdue(before: FollowUpCase, after: FollowUpCase, today: Day): string[] {
  const days = [...new Set([...daysWorthAsking(after), addDays(today, -1)])].filter((day) => day < today).sort();
  const now = overdueBefore(after, days);
  return [...overdueBefore(before, days)].flatMap(([thing, by]) => ((now.get(thing) ?? 0) < by ? [thing] : []));
}

const everyOrganization = ["justice", "interior", "home", "courts", "care"];

test("R55: no act of a respondent, in any order, makes an earlier day's overdue answer less overdue", {
  timeout: 240_000,
}, () => {
  const done: Record<string, number> = {};
  const allowed = (followUp: FollowUpCase, { role, act }: Attempt, input: object, today: Day, step: number) => {
    const [id, name] = role === "respondent" ? ["ministry", "J. Just"] : [role, `The ${role}`];
    const organizations = role === "respondent" ? everyOrganization : [];
    const made = attempt(act, input, {
      ...context(followUp, role, { id, name, organizations }),
      ...{ at: `${today}T${String(10 + (step % 10))}:00:00Z`, today, settings, newId: () => `act-${step}` },
    });
    return made instanceof DomainError ? [] : made;
  };
  fc.assert(
    fc.property(
      followUpCases,
      fc.integer({ min: 60, max: 900 }),
      fc.array(attempts, { minLength: 3, maxLength: 12 }).map((courses) => courses.flat()),
      (generated, start, attempts) => {
        let today = addDays("2019-03-14", start);
        let followUp = asRecordedBy(generated, today);
        attempts.forEach((each, step) => {
          today = addDays(today, each.later);
          const made = allowed(followUp, each, inputOf(each, followUp, today), today, step);
          const after = { ...followUp, entries: [...followUp.entries, ...made] };
          if (made.length > 0 && each.role === "respondent") {
            done[each.act] = (done[each.act] ?? 0) + 1;
            expect(lessOverdue(followUp, after, today)).toEqual([]);
          }
          followUp = after;
        });
      },
    ),
    // The counts below must not depend on chance.
    { numRuns: 400, seed: 55 },
  );
  // The generator must reach the acts that the test is about.
  for (const act of ["respond", "commit", "reportOutcome", "update", "retract", "correct"])
    expect(done[act] ?? 0, act).toBeGreaterThan(2);
});
