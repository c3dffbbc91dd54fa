import type { ReportingCycle } from "../../cycle/reporting-cycle.ts";
import { settingsOn } from "../../settings/settings.ts";
import { addDays, type Day, daysBetween, later } from "../../time/day.ts";
import type { DueDate } from "../../time/due-date.ts";
import { endOfPeriod } from "../../time/period.ts";
import { precisionsOf } from "../../time/shown-date.ts";
import type { Entry } from "../entries/entry.ts";
import { givenDates, givenPrecision } from "../entries/live-entries.ts";
import { declines, type OverdueKind } from "../levels.ts";
import { factsOf, type Reason } from "../reason.ts";
import { type Deadline, deadline } from "./deadline.ts";
import type { Obligation } from "./obligation.ts";
import type { PreparedCase } from "./prepared-case.ts";
import type { Promised, State } from "./state.ts";
import { stateOn, statesInOrder } from "./states-in-order.ts";

/** Everything that is owed on the day of a state. */
export function obligationsOn(prepared: PreparedCase, state: State): Obligation[] {
  if (state.role === "forInformation" || state.lifecycle === "closed") return [];
  const verification = verificationObligations(prepared, state);
  if (addresseeClockIsStopped(state)) return verification;
  return [
    ...responseObligations(state),
    // A promise ends only by its outcome: an addressee that declines still owes it.
    ...(declines(state.position) ? [] : implementationObligations(prepared, state)),
    ...commitmentObligations(state),
    ...(declines(state.position) ? [] : updateObligations(prepared, state)),
    ...verification,
  ];
}

/** D11, D22: from claim to finding, and from a complete finding to the closure, the addressee is not overdue. */
export function addresseeClockIsStopped(state: State): boolean {
  return state.pendingBy.some(({ stopsClock }) => stopsClock);
}

function responseObligations(state: State): Obligation[] {
  const answered = state.position !== "awaiting" && state.position !== "undetermined";
  if (answered) return [];
  const reasons = [state.responseReason, ...dateReasons(state.responseDeadline)];
  if (state.mayHaveEnded.response) reasons.push({ rule: "R23", code: "answerUnknown" });
  return [
    obligation("response", state, state.responseDeadline, reasons, { undetermined: state.mayHaveEnded.response }),
  ];
}

/**
 * D12: an addressee that has not answered owes both the answer and the implementation; when it may have declined,
 * nobody can tell whether the implementation is owed.
 */
function implementationObligations(prepared: PreparedCase, state: State): Obligation[] {
  const { implementationDeadline: deadline } = state;
  const own = prepared.case.recommendation.implementationDue;
  const reasons: Reason[] = [
    own === undefined
      ? { rule: "D7", code: "noImplementationDeadline" }
      : { rule: "D4", code: "implementationDeadline", ...dueDateFacts(own) },
    ...dateReasons(deadline),
    ...lapsedReasons(deadline),
  ];
  if (state.position === "awaiting") reasons.push({ rule: "D12", code: "unansweredOwesBoth" });
  if (state.contentUnknown) reasons.push({ rule: "R22", code: "contentUnknown" });
  const undetermined = state.contentUnknown || state.mayHaveEnded.refusal;
  return [obligation("implementation", state, deadline, reasons, { undetermined })];
}

function commitmentObligations(state: State): Obligation[] {
  return state.commitments
    .filter(({ ended }) => ended === undefined)
    .map((promised) => {
      const { id, due } = promised.entry;
      const reasons: Reason[] = [
        due === undefined
          ? { rule: "D4", code: "commitmentWithoutDate", entries: [id] }
          : { rule: "D4", code: "commitmentNotKept", entries: [id], ...dueDateFacts(due) },
        ...replacedReasons(promised),
        ...dateReasons(promised),
        ...lapsedReasons(promised),
      ];
      const undetermined = state.mayHaveEnded.commitments.has(promised.id);
      return {
        ...obligation("commitment", state, promised, reasons, { undetermined, since: promised.promisedOn }),
        commitment: promised.id,
      };
    });
}

/**
 * D29: several missed years are one item, due since the first of them. Years that an update of unknown day may be about
 * are a separate item, which is never called overdue. While a claim is pending no update is owed.
 */
function updateObligations(prepared: PreparedCase, state: State): Obligation[] {
  if (!owesUpdates(state) || state.lifecycle !== "open") return [];
  const unsettled = prepared.cycles.filter(
    ({ year, opensOn }) => year > state.updatedThrough && state.owesSince < opensOn,
  );
  const missed = unsettled.filter((cycle) => cycle.updatesDueOn < state.day && wasUpdateOwed(prepared, cycle));
  const { refusal, updates, updatesThrough } = state.mayHaveEnded;
  const isUnsure = ({ year }: ReportingCycle) => refusal || updates || year <= updatesThrough;
  if (missed.length > 0)
    return [
      ...updateObligation(state, missed.filter(isUnsure), { isMissed: true, undetermined: true }),
      ...updateObligation(
        state,
        missed.filter((cycle) => !isUnsure(cycle)),
        { isMissed: true, undetermined: false },
      ),
    ];
  const running = unsettled.find(
    (cycle) =>
      cycle.opensOn <= state.day && state.day <= cycle.updatesDueOn && responseWasDueBefore(prepared, state, cycle),
  );
  if (running === undefined) return [];
  return updateObligation(state, [running], { isMissed: false, undetermined: isUnsure(running) });
}

function updateObligation(
  state: State,
  cycles: readonly ReportingCycle[],
  { isMissed, undetermined }: { isMissed: boolean; undetermined: boolean },
): Obligation[] {
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
      ...obligation("update", state, deadline(due), [reason], { undetermined, since: cycle.opensOn }),
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
export function wasUpdateOwed(prepared: PreparedCase, cycle: ReportingCycle): boolean {
  if (!prepared.updateWasOwed.has(cycle.id)) {
    const stateOn = statesInOrder(prepared);
    const inOrder = [...prepared.cycles].sort((one, other) => (one.updatesDueOn < other.updatesDueOn ? -1 : 1));
    for (const each of inOrder) rememberUpdateOwed(prepared, each, stateOn(each.updatesDueOn));
  }
  return prepared.updateWasOwed.get(cycle.id) === true;
}

/**
 * Whether the update of a cycle was owed, by the state on the day when it was due; kept, because every later day needs
 * it.
 */
export function rememberUpdateOwed(prepared: PreparedCase, cycle: ReportingCycle, then: State): boolean {
  const was =
    (prepared.published ?? prepared.opened) <= cycle.updatesDueOn &&
    then.lifecycle === "open" &&
    then.role !== "forInformation" &&
    owesUpdates(then) &&
    responseWasDueBefore(prepared, then, cycle);
  prepared.updateWasOwed.set(cycle.id, was);
  return was;
}

/**
 * Whether the response was due before the cycle opened: decided when the cycle opens; no later move changes it (D28).
 */
function responseWasDueBefore(prepared: PreparedCase, state: State, cycle: ReportingCycle): boolean {
  const known = prepared.responseWasDue.get(cycle.id);
  if (known !== undefined) return known;
  const moved = prepared.entries.some(({ entry, from }) => from > cycle.opensOn && movesResponse(entry));
  return rememberResponseDue(prepared, cycle, moved ? stateOn(prepared, cycle.opensOn) : state);
}

/** Whether an entry may change when the response is due. */
function movesResponse(entry: Entry): boolean {
  return entry.type === "roleChange" || (entry.type === "deadlineChange" && entry.target.kind === "response");
}

/**
 * As responseWasDueBefore(), by the state on the day when the cycle opened; kept, because every later day needs it.
 * When no date is set for the response, the first cycle that asks is about a year after the report's own.
 */
export function rememberResponseDue(
  prepared: PreparedCase,
  { id, year, opensOn }: ReportingCycle,
  opening: State,
): boolean {
  const { due } = opening.responseDeadline;
  const wasDue = due === undefined ? year > prepared.case.report.reportingYear : due < opensOn;
  const was =
    opening.role !== "forInformation" &&
    later(prepared.published ?? prepared.opened, opening.owesSince) < opensOn &&
    wasDue;
  prepared.responseWasDue.set(id, was);
  return was;
}

/**
 * What the issuing body is to assess: a claim, and what a cycle selected (R36). It is one item, due when the first of
 * them is; what it may have assessed already counts only where nothing else is due.
 */
function verificationObligations(prepared: PreparedCase, state: State): Obligation[] {
  const all = [...claimOwed(prepared, state), ...selectionsOwed(prepared, state)];
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

/** Until a finding about the cycle's year, or a later one, is published. */
function selectionsOwed({ selected }: PreparedCase, state: State): Obligation[] {
  return selected
    .filter(({ cycle, from }) => from <= state.day && state.assessedThrough < cycle.year)
    .map(({ cycle: { id, year, assessmentsDueOn: due }, from }) => {
      const dates = { selected: from, due };
      const reason: Reason = {
        ...{ rule: "R36", code: "selectedByCycle", dates, facts: { reportingYear: year, cycle: id } },
      };
      return {
        ...obligation("verification", state, deadline(due), [reason], { undetermined: false }),
        undetermined: state.mayHaveEnded.closure || year <= state.mayHaveEnded.findingsThrough,
        ...{ owedBy: "issuingBody", daysWithIssuer: 0, missedYears: [year] },
      };
    });
}

/** The issuing body is held to its own deadlines too (D4, D23): those of the claim's cycle, else a period after the claim. */
function claimOwed(prepared: PreparedCase, state: State): Obligation[] {
  const { claim } = state;
  if (prepared.case.report.verificationPeriod === "none") return [];
  if (state.lifecycle !== "pendingVerification" || state.verified || claim === undefined) return [];
  const { entry, from } = claim.update;
  const cycle = prepared.cycles.find(({ year }) => year === entry.reportingYear);
  const inCycle = cycle !== undefined && cycle.assessmentsDueOn >= from;
  const { verificationPeriod, periodRules } = settingsOn(prepared.settings, from);
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
      ...obligation("verification", state, deadline(due), [reason], { undetermined: false }),
      undetermined: state.mayHaveEnded.verification,
      owedBy: "issuingBody",
      daysWithIssuer: 0,
    },
  ];
}

function obligation(
  kind: OverdueKind,
  state: State,
  { due, duePrecision, originalDue = due, originalDuePrecision, moves }: Deadline,
  reasons: readonly Reason[],
  { undetermined, since = state.owesSince }: { undetermined: boolean; since?: Day },
): Obligation {
  const daysWithIssuer = daysWithIssuerSince(state, since);
  const confirmed = daysWithIssuerSince(state, since, true);
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
    undetermined: undetermined || state.mayHaveEnded.everything,
    daysWithIssuer,
    reasons:
      kind === "verification" || kind === "response" || daysWithIssuer === 0
        ? reasons
        : [...reasons, ...daysReasons({ daysWithIssuer: daysWithIssuer - confirmed, confirmed })],
  };
}

/** D11, R33: the days of claims that were not confirmed, and of those that were, before the follow-up was reopened. */
function daysReasons({ daysWithIssuer, confirmed }: { daysWithIssuer: number; confirmed: number }): Reason[] {
  return [
    ...(daysWithIssuer > 0 ? [{ rule: "D11", code: "claimFoundWanting", facts: { daysWithIssuer } } as const] : []),
    ...(confirmed > 0
      ? [{ rule: "R33", code: "claimConfirmedBefore", facts: { daysWithIssuer: confirmed } } as const]
      : []),
  ];
}

/** The days on which a thing was owed while a claim lay with the issuing body; of those that were confirmed, or of all. */
function daysWithIssuerSince({ periodsWithIssuer }: State, since: Day, confirmedAlone = false): number {
  return periodsWithIssuer
    .filter(({ until, confirmed }) => since < until && (confirmed || !confirmedAlone))
    .reduce((sum, { from, until }) => sum + daysBetween(later(from, since), until), 0);
}

/** The dates that acts set, and the moves. */
function dateReasons({ due, originalDue, originalDuePrecision, moves, movedBy, movedTo, set }: Deadline): Reason[] {
  const reasons = set.map(
    ({ by, entry, to: { on, precision } }): Reason => ({
      rule: by === "decision" ? "D6" : "R33",
      code: "deadlineSet",
      dates: { due: on },
      entries: [entry],
      facts: { by, ...precisionsOf({ due: precision }) },
    }),
  );
  if (movedTo === undefined || due === undefined || originalDue === undefined) return reasons;
  return [
    ...reasons,
    {
      rule: "D6",
      code: "deadlineMoved",
      dates: { from: originalDue, to: movedTo.on },
      entries: movedBy,
      facts: { moves, ...precisionsOf({ from: originalDuePrecision, to: movedTo.precision }) },
    },
  ];
}

function replacedReasons({ replaces, originalDue, originalDuePrecision }: Promised): Reason[] {
  if (replaces === undefined || originalDue === undefined) return [];
  const facts = precisionsOf({ due: originalDuePrecision });
  return [{ rule: "D5", code: "replacesPromise", dates: { due: originalDue }, entries: replaces, ...factsOf(facts) }];
}

function lapsedReasons({ due, originalDue, originalDuePrecision, passedBefore }: Deadline): Reason[] {
  if (due === undefined && passedBefore !== undefined)
    return [{ rule: "D32", code: "deadlineBeforeAsked", ...dueDateFacts(passedBefore) }];
  if (due !== undefined || originalDue === undefined) return [];
  return [
    { rule: "D26", code: "noCurrentDeadline", ...dueDateFacts({ on: originalDue, precision: originalDuePrecision }) },
  ];
}

/** A due date as a reason shows it: as exactly as it is known, in the words of its source. */
function dueDateFacts({
  on,
  precision,
  wording,
}: Pick<DueDate, "on" | "precision" | "wording">): Pick<Reason, "dates" | "facts"> {
  return {
    dates: { due: on },
    ...factsOf({ ...(wording !== undefined && { wording }), ...precisionsOf({ due: precision }) }),
  };
}

/** D2: overdue means strictly after the due date. */
export function overdueFrom(due: Day, owedFrom: Day): Day {
  return later(addDays(due, 1), owedFrom);
}
