import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import { precisionsOf } from "../../time/shown-date.ts";
import { type GivenWhen, givenDates, givenPrecision } from "../entries/live-entries.ts";
import { declines, isClosedAsDone, type OverdueKind, type Timeliness } from "../levels.ts";
import { factsOf, type Reason } from "../reason.ts";
import { worst } from "../timeliness.ts";
import type { Deadline } from "./deadline.ts";
import { addresseeClockIsStopped, wasUpdateOwed } from "./obligations.ts";
import { possiblyGivenOn } from "./possibly-given.ts";
import type { PreparedCase } from "./prepared-case.ts";
import type { State } from "./state.ts";

export type FinalTimeliness = { timeliness: Timeliness; reasons: readonly Reason[] };

/** The timeliness of an addressee who owes nothing on the day of a state (D4a, D20). */
export function finalTimeliness(prepared: PreparedCase, state: State): FinalTimeliness {
  // The timeliness at closure stays, whatever the role becomes.
  if ((state.closure?.before ?? state).role === "forInformation")
    return { timeliness: "released", reasons: [{ rule: "R5", code: "forInformationOwesNothing" }] };
  if (state.closure !== undefined) return closedTimeliness(prepared, state.closure);
  if (addresseeClockIsStopped(state)) {
    // Why it waits for its closure alone is told beside it (D22).
    if (state.verified) return { timeliness: "notDue", reasons: [] };
    const entries = state.claim === undefined ? [] : [state.claim.update.entry.id];
    return { timeliness: "notDue", reasons: [{ rule: "D11", code: "clockWithIssuer", entries }] };
  }
  return declinedTimeliness(prepared, state);
}

/**
 * The final timeliness of one kind: due on a day, and given or done on a day, or never; both as exactly as they are
 * known.
 */
type FinalOfKind = { kind: OverdueKind; commitment?: string; timeliness: Timeliness } & Facts;
type Due = Pick<Deadline, "duePrecision"> & { due: Day };
type Facts = { dates: Record<string, Day>; facts: Record<string, string> };

/** Each kind keeps its own final timeliness, and the follow-up has the worst of them (D4a). */
function closedTimeliness(prepared: PreparedCase, closure: NonNullable<State["closure"]>): FinalTimeliness {
  const closed = { closedOn: closure.from, kept: isClosedAsDone(closure.entry.closureReason), doneOn: closure.doneOn };
  const finals = finalsOf(prepared, closure.before, closed);
  const entries = [closure.entry.id];
  const reasons = finals.map((each) => settledReason(each, entries));
  // Closed as done, it was met in the end: an answer or update that never came makes that late.
  const ofWhole = finals.map(({ timeliness }) => (closed.kept && timeliness === "notMet" ? "metLate" : timeliness));
  const bad = ofWhole.filter((each) => each !== "metOnTime");
  if (bad.length > 0) return { timeliness: worst(bad), reasons };
  if (!closed.kept)
    return {
      timeliness: "released",
      reasons: [
        ...reasons,
        {
          ...{ rule: "D20", code: "releasedByClosure", entries },
          dates: givenDates("closed", closure),
          ...factsOf(givenPrecision("closed", closure)),
        },
      ],
    };
  if (finals.length > 0) return { timeliness: "metOnTime", reasons };
  return { timeliness: "noDeadline", reasons: [{ rule: "D7", code: "closedWithoutDeadline", entries }] };
}

function finalsOf(prepared: PreparedCase, before: State, closed: Closed): FinalOfKind[] {
  return [
    ...finalResponse(prepared, before, closed),
    ...finalImplementation(prepared, before, closed),
    ...finalCommitments(prepared, before, closed),
    ...finalUpdates(prepared, before, closed),
  ];
}

function settledReason({ kind, commitment, timeliness, dates, facts }: FinalOfKind, entries: readonly Id[]): Reason {
  return {
    rule: "D4a",
    code: "settled",
    dates,
    entries: [...entries, ...(commitment === undefined ? [] : [commitment])],
    facts: { kind, timeliness, ...facts },
  };
}

/** What ended on a day, by a closure or because the addressee declined; `kept` when all was done. */
type Closed = { closedOn: Day; kept: boolean; doneOn: Day };

/** Given in time or late; something given on an unknown day is not called late. */
function ofGiven(due: Due, told: GivenWhen): Pick<FinalOfKind, "timeliness" | "dates" | "facts"> {
  return {
    timeliness: inTime(due.due, told),
    dates: { due: due.due, ...givenDates("on", told) },
    facts: { ...dueFacts(due), ...givenPrecision("on", told) },
  };
}

/** Whether something came by its due date, as far as its day is known. */
export function inTime(due: Day, { from, uncertain, after }: GivenWhen): Timeliness {
  if (from <= due) return "metOnTime";
  return uncertain && (after === undefined || after < due) ? "undetermined" : "metLate";
}

function dueFacts({ duePrecision }: Pick<Due, "duePrecision">): Record<string, string> {
  return precisionsOf({ due: duePrecision });
}

/** The date of a deadline, or the one that was missed and has no other in its place. */
function lastDate({ due, duePrecision, missed }: Deadline): Due | undefined {
  return due === undefined ? missed : { due, duePrecision };
}

/** A deadline that has a date. */
function dated({ due, duePrecision }: Pick<Deadline, "due" | "duePrecision">): Due[] {
  return due === undefined ? [] : [{ due, duePrecision }];
}

/** Something that was never given: it was not met, or the closure released it before its due date. */
function ofNeverGiven(
  due: Due,
  { closedOn }: Closed,
  mayHaveBeenGiven: boolean,
): Pick<FinalOfKind, "timeliness" | "dates" | "facts">[] {
  if (due.due >= closedOn) return [];
  const timeliness = mayHaveBeenGiven ? "undetermined" : "notMet";
  return [{ timeliness, dates: { due: due.due }, facts: dueFacts(due) }];
}

function finalResponse(prepared: PreparedCase, before: State, closed: Closed): FinalOfKind[] {
  const { firstResponse: first, responseDeadline, position } = before;
  if (first !== undefined && position !== "undetermined")
    return dated(first).map((due) => ({ kind: "response", ...ofGiven(due, first) }));
  const unknown = position === "undetermined" || possiblyGivenOn(prepared, closed.closedOn).response;
  return dated(responseDeadline).flatMap((due) =>
    ofNeverGiven(due, closed, unknown).map((each) => ({ kind: "response", ...each })),
  );
}

function onDay(day: Day): GivenWhen {
  return { from: day, uncertain: false };
}

/**
 * The recommendation's own deadline; it is not binding for an addressee that declined before it had passed. One that had passed
 * before stays so, also when the addressee accepted again and no other date was set (D26).
 */
function finalImplementation(prepared: PreparedCase, before: State, closed: Closed): FinalOfKind[] {
  const { implementationDeadline: deadline, position, contentUnknown } = before;
  const due = declines(position) ? deadline.missed : lastDate(deadline);
  if (due === undefined) return [];
  if (closed.kept) return [{ kind: "implementation", ...ofGiven(due, onDay(closed.doneOn)) }];
  const unknown = contentUnknown || deadline.missed?.uncertain || mayHaveDeclined(prepared, before, closed);
  return ofNeverGiven(due, closed, unknown).map((each) => ({ kind: "implementation", ...each }));
}

/** It declined on an unknown day, perhaps before the date had passed. */
function mayHaveDeclined(prepared: PreparedCase, { position, response }: State, { closedOn }: Closed): boolean {
  return (declines(position) && response?.uncertain === true) || possiblyGivenOn(prepared, closedOn).refusal;
}

/** Each promise by its own outcome; one without an outcome was kept when the whole was done. */
function finalCommitments(prepared: PreparedCase, before: State, closed: Closed): FinalOfKind[] {
  return before.commitments.flatMap(({ id, ended, ...deadline }): FinalOfKind[] => {
    const due = lastDate(deadline);
    if (due === undefined) return [];
    const settlement = { kind: "commitment" as const, commitment: id };
    if (ended?.outcome === "met") return [{ ...settlement, ...ofGiven(due, ended.given) }];
    // A promise that was abandoned in time was no longer binding.
    if (ended !== undefined && ended.on <= due.due) return [];
    if (closed.kept) return [{ ...settlement, ...ofGiven(due, onDay(closed.doneOn)) }];
    const unknown = ended?.uncertain ?? possiblyGivenOn(prepared, closed.closedOn).commitments.has(id);
    return ofNeverGiven(due, closed, unknown).map((each) => ({ ...settlement, ...each }));
  });
}

/** For each cycle that asked for an update: an update for a later year settles it too. */
function finalUpdates(prepared: PreparedCase, before: State, closed: Closed): FinalOfKind[] {
  return prepared.cycles.flatMap((cycle): FinalOfKind[] => {
    const due: Due = { due: cycle.updatesDueOn, duePrecision: "day" };
    if (due.due >= closed.closedOn || !wasUpdateOwed(prepared, cycle)) return [];
    const update = before.updatesGiven.find(({ year }) => year >= cycle.year);
    if (update !== undefined) return [{ kind: "update", ...ofGiven(due, update.given) }];
    const unknown =
      mayHaveDeclined(prepared, before, closed) ||
      possiblyGivenOn(prepared, closed.closedOn).updatesThrough >= cycle.year;
    return ofNeverGiven(due, closed, unknown).map((each) => ({ kind: "update", ...each }));
  });
}

/**
 * An addressee that declined owes nothing after its answer (D12). What was due before it declined, and was not there, was
 * not met (D20, D25): each kind keeps its own final timeliness, and the follow-up has the worst of them.
 */
function declinedTimeliness(prepared: PreparedCase, state: State): FinalTimeliness {
  const { firstResponse: response, day } = state;
  const finals = finalsOf(prepared, state, { closedOn: day, kept: false, doneOn: day });
  const entries = response === undefined ? [] : [response.entry.id];
  const [due] = response === undefined ? [] : dated(response);
  const reasons = finals.filter(({ kind }) => kind !== "response").map((each) => settledReason(each, entries));
  if (response !== undefined && due !== undefined)
    reasons.unshift({
      rule: "D12",
      code: "declinedAndAnswered",
      dates: { due: due.due, ...givenDates("answered", response) },
      entries,
      ...factsOf({ ...dueFacts(due), ...givenPrecision("answered", response) }),
    });
  if (finals.length === 0) return { timeliness: "noDeadline", reasons: [{ rule: "D7", code: "nothingOwed", entries }] };
  const bad = finals.map(({ timeliness }) => timeliness).filter((each) => each !== "metOnTime");
  return { timeliness: bad.length > 0 ? worst(bad) : "metOnTime", reasons };
}
