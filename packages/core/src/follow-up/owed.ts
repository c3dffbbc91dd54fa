import { settingsOn } from "../settings.ts";
import type { Id } from "../source.ts";
import { addDays, type Day, daysBetween, later } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { endOfPeriod } from "../time/period.ts";
import type { ReportingCycle } from "../time/reporting-cycle.ts";
import { precisionsOf } from "../time/shown-date.ts";
import { type Deadline, deadline } from "./deadline.ts";
import type { Entry } from "./entry.ts";
import type { History } from "./history.ts";

import { declines, type OverdueKind } from "./levels.ts";
import { givenDates, givenPrecision } from "./live-entries.ts";
import { factsOf, type Reason } from "./reason.ts";
import { type State, stateOn, statesOver } from "./state.ts";

/** One thing owed on a day; nothing in it depends on how far that day is from the due date. */
export type Owed = {
  kind: OverdueKind;
  /** The commitment's id; absent for the other kinds. */
  commitment?: Id;
  owedBy: "addressee" | "issuingBody";
  /** Absent when it is owed without a date. */
  due?: Day;
  /** The due date before any move (D5). */
  originalDue?: Day;
  /**
   * How exactly the two dates are known, when they are not days: the date is then the last day of a month or a year.
   */
  duePrecision?: Precision;
  originalDuePrecision?: Precision;
  moves: number;
  missedYears: readonly number[];
  /** Nobody can tell whether it is still owed: it never counts as overdue (D14). */
  undetermined: boolean;
  /** The days that a claim lay with the issuing body before the clock ran on (D11). */
  daysWithIssuer: number;
  reasons: readonly Reason[];
};

/** Everything that is owed on the day of a state. */
export function owedOn(history: History, state: State): Owed[] {
  if (state.role === "forInformation" || state.lifecycle === "closed") return [];
  const verification = verificationOwed(history, state);
  if (addresseeClockStands(state)) return verification;
  return [
    ...responseOwed(state),
    // A promise ends only by its outcome: an addressee that declines still owes it.
    ...(declines(state.position) ? [] : implementationOwed(state)),
    ...commitmentsOwed(state),
    ...(declines(state.position) ? [] : updatesOwed(history, state)),
    ...verification,
  ];
}

/** D11, D22: from claim to finding, and from a complete finding to the closure, the addressee is not overdue. */
export function addresseeClockStands(state: State): boolean {
  return state.lifecycle === "pendingVerification" && (state.verified || state.clockStopped);
}

function responseOwed(state: State): Owed[] {
  const answered = state.position !== "awaiting" && state.position !== "undetermined";
  if (answered) return [];
  const reasons = [state.responseReason, ...movedReasons(state.responseDeadline)];
  if (state.uncertain.response) reasons.push({ rule: "R23", code: "answerUnknown" });
  return [owed("response", state, state.responseDeadline, reasons, { undetermined: state.uncertain.response })];
}

/**
 * D12: an addressee that has not answered owes both the answer and the implementation; when it may have declined,
 * nobody can tell whether the implementation is owed.
 */
function implementationOwed(state: State): Owed[] {
  const { implementationDeadline: deadline } = state;
  const reasons: Reason[] = [
    ...(deadline.originalDue === undefined
      ? [{ rule: "D7", code: "noImplementationDeadline" } as const]
      : [{ rule: "D4", code: "implementationDeadline", ...originally(deadline) } as const]),
    ...movedReasons(deadline),
    ...lapsedReasons(deadline),
  ];
  if (state.position === "awaiting") reasons.push({ rule: "D12", code: "unansweredOwesBoth" });
  if (state.contentUnknown) reasons.push({ rule: "R22", code: "contentUnknown" });
  const undetermined = state.contentUnknown || state.uncertain.refusal;
  return [owed("implementation", state, deadline, reasons, { undetermined })];
}

function commitmentsOwed(state: State): Owed[] {
  return state.commitments
    .filter(({ ended }) => ended === undefined)
    .map((promised) => {
      const reasons: Reason[] = [
        {
          rule: "D4",
          code: promised.originalDue === undefined ? "commitmentWithoutDate" : "commitmentNotKept",
          entries: [promised.entry.id],
          ...originally(promised, promised.entry.due?.wording),
        },
        ...movedReasons(promised),
        ...lapsedReasons(promised),
      ];
      const undetermined = state.uncertain.commitments.has(promised.id);
      return {
        ...owed("commitment", state, promised, reasons, { undetermined, since: promised.promisedOn }),
        commitment: promised.id,
      };
    });
}

/**
 * D29: several missed years are one item, due since the first of them. Years that an update of unknown day may be about
 * are a separate item, which is never called overdue. While a claim is pending no update is owed.
 */
function updatesOwed(history: History, state: State): Owed[] {
  if (!owesUpdates(state) || state.lifecycle !== "open") return [];
  const unsettled = history.cycles.filter(
    ({ year, opensOn }) => year > state.updatedThrough && state.owesSince < opensOn,
  );
  const missed = unsettled.filter((cycle) => cycle.updatesDueOn < state.day && wasOwedAnUpdate(history, cycle));
  const { refusal, updates, updatesThrough } = state.uncertain;
  const isUnsure = ({ year }: ReportingCycle) => refusal || updates || year <= updatesThrough;
  if (missed.length > 0)
    return [
      ...updateOwed(state, missed.filter(isUnsure), { isMissed: true, undetermined: true }),
      ...updateOwed(
        state,
        missed.filter((cycle) => !isUnsure(cycle)),
        { isMissed: true, undetermined: false },
      ),
    ];
  const running = unsettled.find(
    (cycle) =>
      cycle.opensOn <= state.day && state.day <= cycle.updatesDueOn && responseWasDueBefore(history, state, cycle),
  );
  if (running === undefined) return [];
  return updateOwed(state, [running], { isMissed: false, undetermined: isUnsure(running) });
}

function updateOwed(
  state: State,
  cycles: readonly ReportingCycle[],
  { isMissed, undetermined }: { isMissed: boolean; undetermined: boolean },
): Owed[] {
  const [cycle] = cycles;
  if (cycle === undefined) return [];
  const years = cycles.map(({ year }) => year);
  const due = cycle.updatesDueOn;
  const reason: Reason = {
    rule: isMissed ? "D29" : "D28",
    code: isMissed ? "updateMissed" : "updateAsked",
    dates: { opens: cycle.opensOn, due },
    facts: { reportingYears: isMissed ? years.join(", ") : cycle.year },
  };
  return [
    {
      ...owed("update", state, deadline(due), [reason], { undetermined, since: cycle.opensOn }),
      missedYears: isMissed ? years : [],
    },
  ];
}

/**
 * D28: with a position that accepts, or none yet. A position whose content is unknown owes no update. When the day of
 * an accepting answer is unknown, updates are owed all the same.
 */
function owesUpdates({ position, contentUnknown }: State): boolean {
  if (position === "undetermined") return !contentUnknown;
  return position === "awaiting" || position.startsWith("accepted");
}

/**
 * Whether the update of a cycle was owed when it was due: asked once for all cycles, so that each entry is replayed
 * once.
 */
export function wasOwedAnUpdate(history: History, cycle: ReportingCycle): boolean {
  if (!history.updateWasOwed.has(cycle.id)) {
    const stateOn = statesOver(history);
    const inOrder = [...history.cycles].sort((one, other) => (one.updatesDueOn < other.updatesDueOn ? -1 : 1));
    for (const each of inOrder) rememberUpdateOwed(history, each, stateOn(each.updatesDueOn));
  }
  return history.updateWasOwed.get(cycle.id) === true;
}

/**
 * Whether the update of a cycle was owed, by the state on the day when it was due; kept, because every later day needs
 * it.
 */
export function rememberUpdateOwed(history: History, cycle: ReportingCycle, then: State): boolean {
  const was =
    (history.published ?? history.opened) <= cycle.updatesDueOn &&
    then.lifecycle === "open" &&
    then.role !== "forInformation" &&
    owesUpdates(then) &&
    responseWasDueBefore(history, then, cycle);
  history.updateWasOwed.set(cycle.id, was);
  return was;
}

/**
 * Whether the response was due before the cycle opened: decided when the cycle opens; no later move changes it (D28).
 */
function responseWasDueBefore(history: History, state: State, cycle: ReportingCycle): boolean {
  const known = history.responseWasDue.get(cycle.id);
  if (known !== undefined) return known;
  const moved = history.entries.some(({ entry, from }) => from > cycle.opensOn && movesResponse(entry));
  return rememberResponseDue(history, cycle, moved ? stateOn(history, cycle.opensOn) : state);
}

/** Whether an entry may change when the response is due. */
function movesResponse(entry: Entry): boolean {
  return entry.type === "roleChange" || (entry.type === "deadlineChange" && entry.target.kind === "response");
}

/**
 * As responseWasDueBefore(), by the state on the day when the cycle opened; kept, because every later day needs it.
 * When no date is set for the response, the first cycle that asks is about a year after the report's own.
 */
export function rememberResponseDue(history: History, { id, year, opensOn }: ReportingCycle, opening: State): boolean {
  const { due } = opening.responseDeadline;
  const wasDue = due === undefined ? year > history.case.report.reportingYear : due < opensOn;
  const was =
    opening.role !== "forInformation" &&
    later(history.published ?? history.opened, opening.owesSince) < opensOn &&
    wasDue;
  history.responseWasDue.set(id, was);
  return was;
}

/**
 * What the issuing body is to assess: a claim, and what a round selected (R36). It is one item, due when the first of
 * them is; what it may have assessed already counts only where nothing else is due.
 */
function verificationOwed(history: History, state: State): Owed[] {
  const all = [...claimOwed(history, state), ...selectionsOwed(history, state)];
  const certain = all.filter(({ undetermined }) => !undetermined);
  const owing = (certain.length > 0 ? certain : all).sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
  const [first] = owing;
  if (first === undefined) return [];
  return [
    {
      ...first,
      missedYears: owing.flatMap(({ missedYears }) => missedYears),
      reasons: owing.flatMap(({ reasons }) => reasons),
    },
  ];
}

/** Until a finding about the round's year, or a later one, is published. */
function selectionsOwed({ selected }: History, state: State): Owed[] {
  return selected
    .filter(({ cycle, from }) => from <= state.day && state.assessedThrough < cycle.year)
    .map(({ cycle: { id, year, assessmentsDueOn: due }, from }) => {
      const dates = { selected: from, due };
      const reason: Reason = {
        ...{ rule: "R36", code: "selectedByCycle", dates, facts: { reportingYear: year, cycle: id } },
      };
      return {
        ...owed("verification", state, deadline(due), [reason], { undetermined: false }),
        undetermined: state.uncertain.closure || year <= state.uncertain.findingsThrough,
        ...{ owedBy: "issuingBody", daysWithIssuer: 0, missedYears: [year] },
      };
    });
}

/** The issuing body is held to its own deadlines too (D4, D23): those of the claim's cycle, else a period after the claim. */
function claimOwed(history: History, state: State): Owed[] {
  const { claim } = state;
  if (history.case.report.verificationPeriod === "none") return [];
  if (state.lifecycle !== "pendingVerification" || state.verified || claim === undefined) return [];
  const { entry, from } = claim.update;
  const cycle = history.cycles.find(({ year }) => year === entry.reportingYear);
  const inCycle = cycle !== undefined && cycle.assessmentsDueOn >= from;
  const { verificationPeriod, periodRules } = settingsOn(history.settings, from);
  const due = inCycle ? cycle.assessmentsDueOn : endOfPeriod(from, verificationPeriod, periodRules);
  const { amount, unit } = verificationPeriod;
  const reason: Reason = {
    rule: "D23",
    code: inCycle ? "verificationInCycle" : "verificationPeriod",
    dates: { ...givenDates("claimed", claim.update), due },
    entries: [entry.id],
    facts: {
      ...(inCycle ? { reportingYear: cycle.year } : { period: `${amount} ${unit}` }),
      ...givenPrecision("claimed", claim.update),
    },
  };
  return [
    {
      ...owed("verification", state, deadline(due), [reason], { undetermined: false }),
      undetermined: state.uncertain.verification,
      owedBy: "issuingBody",
      daysWithIssuer: 0,
    },
  ];
}

function owed(
  kind: OverdueKind,
  state: State,
  { due, duePrecision, originalDue = due, originalDuePrecision, moves }: Deadline,
  reasons: readonly Reason[],
  { undetermined, since = state.owesSince }: { undetermined: boolean; since?: Day },
): Owed {
  const daysWithIssuer = daysWithIssuerSince(state, since);
  return {
    kind,
    owedBy: "addressee",
    ...(due === undefined ? {} : { due }),
    ...(originalDue === undefined ? {} : { originalDue }),
    ...precisionsOf({
      due: due === undefined ? undefined : duePrecision,
      originalDue: originalDue === undefined ? undefined : originalDuePrecision,
    }),
    moves,
    missedYears: [],
    undetermined: undetermined || state.uncertain.everything,
    daysWithIssuer,
    reasons:
      kind === "verification" || kind === "response" || daysWithIssuer === 0
        ? reasons
        : [...reasons, { rule: "D11", code: "claimFoundWanting", facts: { daysWithIssuer } }],
  };
}

/** The days on which a thing was owed while a claim lay with the issuing body. */
function daysWithIssuerSince({ withIssuer }: State, since: Day): number {
  return withIssuer
    .filter(({ until }) => since < until)
    .reduce((sum, { from, until }) => sum + daysBetween(later(from, since), until), 0);
}

function movedReasons({ due, duePrecision, originalDue, originalDuePrecision, moves, movedBy }: Deadline): Reason[] {
  if (moves === 0 || due === undefined || originalDue === undefined) return [];
  return [
    {
      rule: "D6",
      code: "deadlineMoved",
      dates: { from: originalDue, to: due },
      entries: movedBy,
      facts: { moves, ...precisionsOf({ from: originalDuePrecision, to: duePrecision }) },
    },
  ];
}

function lapsedReasons(deadline: Deadline): Reason[] {
  if (deadline.due !== undefined || deadline.originalDue === undefined) return [];
  return [{ rule: "D26", code: "noCurrentDeadline", ...originally(deadline) }];
}

/** The due date before any move, as a reason shows it: as exactly as it is known, in the words of its source. */
function originally(
  { originalDue, originalDuePrecision }: Deadline,
  wording?: string,
): Pick<Reason, "dates" | "facts"> {
  if (originalDue === undefined) return {};
  const facts = { ...(wording === undefined ? {} : { wording }), ...precisionsOf({ due: originalDuePrecision }) };
  return { dates: { due: originalDue }, ...factsOf(facts) };
}

/** D2: overdue means strictly after the due date. */
export function lateFrom(due: Day, owedFrom: Day): Day {
  return later(addDays(due, 1), owedFrom);
}
