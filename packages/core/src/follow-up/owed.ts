import type { Id } from "../source.ts";
import { addDays, type Day, later } from "../time/day.ts";
import { endOfPeriod } from "../time/period.ts";
import type { ReportingCycle } from "../time/reporting-cycle.ts";
import type { Entry } from "./entry.ts";
import type { History } from "./history.ts";
import { declines, type OverdueKind, type Position } from "./levels.ts";
import type { Reason } from "./reason.ts";
import { type Deadline, type State, stateOn } from "./state.ts";

/** One thing owed on a day; nothing in it depends on how far that day is from the due date. */
export type Owed = {
  kind: OverdueKind;
  /** The commitment's id; absent for the other kinds. */
  commitment?: Id;
  owedBy: "addressee" | "issuingBody";
  /** Absent: owed without a date. */
  due?: Day;
  /** The due date before any move (D5). */
  originalDue?: Day;
  moves: number;
  missedYears: readonly number[];
  /** It cannot be told whether it is still owed: never counted as late (decision 1). */
  undetermined: boolean;
  /** Days that a claim lay with the issuing body before the clock went on (D11). */
  daysWithIssuer: number;
  reasons: readonly Reason[];
};

/** All that is owed on the day of a state. */
export function owedOn(history: History, state: State): Owed[] {
  if (state.role === "forInformation" || state.lifecycle === "closed") return [];
  const verification = verificationOwed(history, state);
  if (addresseeClockStands(state)) return verification;
  return [
    ...responseOwed(history, state),
    ...(owesImplementation(state.position)
      ? [...implementationOwed(state), ...commitmentsOwed(state), ...updateOwed(history, state)]
      : []),
    ...verification,
  ];
}

/** D11, decision 26: from claim to verdict, and from a full verdict to the closure, the addressee is not late. */
export function addresseeClockStands(state: State): boolean {
  return state.lifecycle === "pendingVerification" && (state.verified || state.claim?.stopsClock === true);
}

/** D12: who declined owes no implementation; who has not answered owes both. */
function owesImplementation(position: Position): boolean {
  return !declines(position);
}

function responseOwed(history: History, state: State): Owed[] {
  const answered = state.position !== "awaiting" && state.position !== "undetermined";
  if (answered) return [];
  const reasons = [history.responseReason, ...movedReasons(state.responseDeadline)];
  if (state.uncertain.response) reasons.push({ rule: "decision 5", code: "answerUnknown" });
  return [owed("response", state, state.responseDeadline, reasons, state.uncertain.response)];
}

function implementationOwed(state: State): Owed[] {
  const { implementationDeadline: deadline } = state;
  const reasons: Reason[] =
    deadline.due === undefined
      ? [{ rule: "D7", code: "noImplementationDeadline" }]
      : [
          { rule: "D4", code: "implementationDeadline", dates: { due: deadline.originalDue ?? deadline.due } },
          ...movedReasons(deadline),
        ];
  if (state.position === "awaiting") reasons.push({ rule: "D12", code: "unansweredOwesBoth" });
  return [owed("implementation", state, deadline, [...reasons, ...wantingReasons(state)], false)];
}

function commitmentsOwed(state: State): Owed[] {
  return state.commitments
    .filter(({ outcome }) => outcome === undefined)
    .map((promised) => {
      // What was promised after the clock went back never lay with the issuing body.
      const promisedOn = promised.entry.givenOn ?? promised.entry.knownBy ?? state.day;
      const lay = state.returnedOn !== undefined && promisedOn < state.returnedOn;
      return {
        ...owed(
          "commitment",
          state,
          promised,
          [
            {
              rule: "D4",
              code: promised.originalDue === undefined ? "commitmentWithoutDate" : "commitmentNotKept",
              ...(promised.originalDue === undefined ? {} : { dates: { due: promised.originalDue } }),
              entries: [promised.entry.id],
              ...(promised.entry.due?.wording === undefined ? {} : { facts: { wording: promised.entry.due.wording } }),
            },
            ...movedReasons(promised),
            ...(lay ? wantingReasons(state) : []),
          ],
          state.uncertain.commitments.has(promised.id),
        ),
        ...(lay ? {} : { daysWithIssuer: 0 }),
        commitment: promised.id,
      };
    });
}

/** Decision 32: several missed years are one item, due since the first of them. */
function updateOwed(history: History, state: State): Owed[] {
  if (!owesUpdates(state.position)) return [];
  const unsettled = history.cycles.filter(({ year }) => year > state.updatedThrough);
  const missed = unsettled.filter((cycle) => cycle.updatesDueOn < state.day && wasOwedAnUpdate(history, cycle));
  const running = unsettled.find(
    (cycle) =>
      cycle.opensOn <= state.day && state.day <= cycle.updatesDueOn && responseWasDueBefore(history, state, cycle),
  );
  const cycle = missed[0] ?? running;
  if (cycle === undefined) return [];
  const missedYears = missed.map(({ year }) => year);
  const due = cycle.updatesDueOn;
  const reason: Reason = {
    rule: "D4",
    code: missedYears.length > 0 ? "updateMissed" : "updateAsked",
    dates: { opens: cycle.opensOn, due },
    facts: { reportingYears: missedYears.length > 0 ? missedYears.join(", ") : cycle.year },
  };
  const deadline: Deadline = { due, originalDue: due, moves: 0, movedBy: [] };
  return [
    { ...owed("update", state, deadline, [reason, ...wantingReasons(state)], state.uncertain.update), missedYears },
  ];
}

/** Decision 32: an accepting or awaiting position; whose answer cannot be told is not flagged. */
function owesUpdates(position: Position): boolean {
  return position === "awaiting" || position.startsWith("accepted");
}

function wasOwedAnUpdate(history: History, cycle: ReportingCycle): boolean {
  const known = history.updateWasOwed.get(cycle.id);
  if (known !== undefined) return known;
  return rememberUpdateOwed(history, cycle, stateOn(history, cycle.updatesDueOn));
}

/** Whether a cycle's update was owed, by the state on the day when it was due; kept, because every later day asks. */
export function rememberUpdateOwed(history: History, cycle: ReportingCycle, then: State): boolean {
  const was =
    history.opened <= cycle.updatesDueOn &&
    then.lifecycle === "open" &&
    owesUpdates(then.position) &&
    responseWasDueBefore(history, then, cycle);
  history.updateWasOwed.set(cycle.id, was);
  return was;
}

/** Whether the response was due before the cycle opened: asked when it opens, and no later move undoes it (decision 32). */
function responseWasDueBefore(history: History, state: State, cycle: ReportingCycle): boolean {
  const known = history.responseWasDue.get(cycle.id);
  if (known !== undefined) return known;
  const moved = history.entries.some(({ entry, from }) => from > cycle.opensOn && movesResponse(entry));
  return rememberResponseDue(history, cycle, moved ? stateOn(history, cycle.opensOn) : state);
}

/** Whether it may change when the response is due. */
function movesResponse(entry: Entry): boolean {
  return entry.type === "roleChange" || (entry.type === "deadlineChange" && entry.target.kind === "response");
}

/**
 * The same by the state on the day when the cycle opened; kept, because every later day asks. Where no date is set for the
 * response, the first cycle that asks is about a year after the report's own.
 */
export function rememberResponseDue(history: History, { id, year, opensOn }: ReportingCycle, opening: State): boolean {
  const { due } = opening.responseDeadline;
  const wasDue = due === undefined ? year > history.case.report.reportingYear : due < opensOn;
  const was = history.opened < opensOn && wasDue;
  history.responseWasDue.set(id, was);
  return was;
}

/** The Centre is held to its own deadlines too (D4): those of the claim's cycle, else a period after the claim. */
function verificationOwed(history: History, state: State): Owed[] {
  const { claim } = state;
  if (state.lifecycle !== "pendingVerification" || state.verified || claim === undefined) return [];
  const { entry, from } = claim.update;
  const cycle = history.cycles.find(({ year }) => year === entry.reportingYear);
  const inCycle = cycle !== undefined && cycle.assessmentsDueOn >= from;
  const due = inCycle
    ? cycle.assessmentsDueOn
    : endOfPeriod(from, history.settings.verificationPeriod, history.settings.periodRules);
  const { amount, unit } = history.settings.verificationPeriod;
  const reason: Reason = {
    rule: "D11",
    code: inCycle ? "verificationInCycle" : "verificationPeriod",
    dates: { claimed: from, due },
    entries: [entry.id],
    facts: inCycle ? { reportingYear: cycle.year } : { period: `${amount} ${unit}` },
  };
  const deadline: Deadline = { due, originalDue: due, moves: 0, movedBy: [] };
  return [{ ...owed("verification", state, deadline, [reason], false), owedBy: "issuingBody", daysWithIssuer: 0 }];
}

function owed(
  kind: OverdueKind,
  state: State,
  deadline: Deadline,
  reasons: readonly Reason[],
  undetermined: boolean,
): Owed {
  return {
    kind,
    owedBy: "addressee",
    ...(deadline.due === undefined ? {} : { due: deadline.due, originalDue: deadline.originalDue ?? deadline.due }),
    moves: deadline.moves,
    missedYears: [],
    undetermined: undetermined || state.uncertain.everything,
    daysWithIssuer: state.daysWithIssuer,
    reasons,
  };
}

function movedReasons({ due, originalDue, moves, movedBy }: Deadline): Reason[] {
  if (moves === 0 || due === undefined || originalDue === undefined) return [];
  return [
    { rule: "D6", code: "deadlineMoved", dates: { from: originalDue, to: due }, entries: movedBy, facts: { moves } },
  ];
}

function wantingReasons(state: State): Reason[] {
  if (state.daysWithIssuer === 0) return [];
  return [{ rule: "D11", code: "claimFoundWanting", facts: { daysWithIssuer: state.daysWithIssuer } }];
}

/** D2: overdue means strictly after the due date. */
export function lateFrom(due: Day, owedFrom: Day): Day {
  return later(addDays(due, 1), owedFrom);
}
