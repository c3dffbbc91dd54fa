import type { Day } from "../time/day.ts";
import type { History } from "./history.ts";
import { declines, isKept, type OverdueKind, type Timeliness } from "./levels.ts";
import { addresseeClockStands, wasOwedAnUpdate } from "./owed.ts";
import type { Reason } from "./reason.ts";
import { type State, suspicionsOn } from "./state.ts";
import { worst } from "./timeliness.ts";

type Settled = { timeliness: Timeliness; reasons: readonly Reason[] };

/** The timeliness of an addressee who owes nothing on the day of a state (D4a, decision 25). */
export function settledTimeliness(history: History, state: State): Settled {
  if (state.role === "forInformation")
    return { timeliness: "released", reasons: [{ rule: "R5", code: "forInformationOwesNothing" }] };
  if (state.closure !== undefined) return closedTimeliness(history, state.closure);
  if (addresseeClockStands(state)) {
    const entries = state.claim === undefined ? [] : [state.claim.update.entry.id];
    return { timeliness: "notDue", reasons: [{ rule: "D11", code: "clockWithIssuer", entries }] };
  }
  return answerTimeliness(state);
}

/** What one kind came to: due on a day, and given or done on one, or never. */
type Settlement = { kind: OverdueKind; commitment?: string; due: Day; on?: Day; timeliness: Timeliness };

/** Each kind keeps the timeliness that it was settled with, and the follow-up has the worst of them (D4a). */
function closedTimeliness(history: History, closure: NonNullable<State["closure"]>): Settled {
  const closed = { closedOn: closure.from, kept: isKept(closure.entry.closureReason), doneOn: closure.doneOn };
  const settlements = [
    ...responseSettled(history, closure.before, closed),
    ...implementationSettled(closure.before, closed),
    ...commitmentsSettled(history, closure.before, closed),
    ...updatesSettled(history, closure.before, closed),
  ];
  const entries = [closure.entry.id];
  const reasons = settlements.map(
    ({ kind, commitment, due, on, timeliness }): Reason => ({
      rule: "D4a",
      code: "settled",
      dates: { due, ...(on === undefined ? {} : { on }) },
      entries: [...entries, ...(commitment === undefined ? [] : [commitment])],
      facts: { kind, timeliness },
    }),
  );
  const bad = settlements.map(({ timeliness }) => timeliness).filter((each) => each !== "metOnTime");
  if (bad.length > 0) return { timeliness: worst(bad), reasons };
  if (!closed.kept)
    return {
      timeliness: "released",
      reasons: [
        ...reasons,
        { rule: "decision 25", code: "releasedByClosure", dates: { closed: closed.closedOn }, entries },
      ],
    };
  if (settlements.length > 0) return { timeliness: "metOnTime", reasons };
  return { timeliness: "noDeadline", reasons: [{ rule: "D7", code: "closedWithoutDeadline", entries }] };
}

type Closed = { closedOn: Day; kept: boolean; doneOn: Day };

/** Given in time or late; what was given on an unknown day, this one at the latest, is not called late. */
function given(due: Day, on: Day, uncertain: boolean): Pick<Settlement, "due" | "on" | "timeliness"> {
  return { due, on, timeliness: on <= due ? "metOnTime" : uncertain ? "undetermined" : "metLate" };
}

/**
 * What was never given by the closure. One that was closed as done has been late with it; otherwise it was not met, or the
 * closure released it before its date.
 */
function absent(
  due: Day,
  { closedOn, kept }: Closed,
  mayHaveBeenGiven: boolean,
): { due: Day; timeliness: Timeliness }[] {
  if (due >= closedOn) return [];
  return [{ due, timeliness: mayHaveBeenGiven ? "undetermined" : kept ? "metLate" : "notMet" }];
}

function responseSettled(history: History, before: State, closed: Closed): Settlement[] {
  const { firstResponse: first, responseDeadline, position } = before;
  if (first !== undefined && position !== "undetermined")
    return first.due === undefined ? [] : [{ kind: "response", ...given(first.due, first.from, first.uncertain) }];
  const unknown = position === "undetermined" || suspicionsOn(history, closed.closedOn).response;
  const { due } = responseDeadline;
  return due === undefined ? [] : absent(due, closed, unknown).map((each) => ({ kind: "response", ...each }));
}

/** The recommendation's own deadline; it does not bind who declined. */
function implementationSettled(before: State, closed: Closed): Settlement[] {
  const { due } = before.implementationDeadline;
  if (due === undefined) return [];
  if (closed.kept) return [{ kind: "implementation", ...given(due, closed.doneOn, false) }];
  if (declines(before.position)) return [];
  return absent(due, closed, before.contentUnknown).map((each) => ({ kind: "implementation", ...each }));
}

/** Each promise by its own outcome; one without any was kept when the whole was done. */
function commitmentsSettled(history: History, before: State, closed: Closed): Settlement[] {
  return before.commitments.flatMap(({ id, due, ended }): Settlement[] => {
    if (due === undefined) return [];
    const settlement = { kind: "commitment" as const, commitment: id };
    if (ended?.outcome === "met") return [{ ...settlement, ...given(due, ended.asOf, ended.uncertain) }];
    // Given up in time, it bound no more.
    if (ended !== undefined && ended.on <= due) return [];
    if (closed.kept) return [{ ...settlement, ...given(due, closed.doneOn, false) }];
    const unknown = ended?.uncertain ?? suspicionsOn(history, closed.closedOn).commitments.has(id);
    return absent(due, closed, unknown).map((each) => ({ ...settlement, ...each }));
  });
}

/** Of each round that asked for one: an update for a later year settles it too. */
function updatesSettled(history: History, before: State, closed: Closed): Settlement[] {
  return history.cycles.flatMap((cycle): Settlement[] => {
    const due = cycle.updatesDueOn;
    if (due >= closed.closedOn || !wasOwedAnUpdate(history, cycle)) return [];
    const told = before.updatesTold.find(({ year }) => year >= cycle.year);
    if (told !== undefined) return [{ kind: "update", ...given(due, told.on, told.uncertain) }];
    if (declines(before.position)) return [];
    const unknown = suspicionsOn(history, closed.closedOn).updatesThrough >= cycle.year;
    return absent(due, closed, unknown).map((each) => ({ kind: "update", ...each }));
  });
}

/** Who declined owes nothing after the answer: what is left to say is whether the answer came in time (D12). */
function answerTimeliness({ firstResponse: response }: State): Settled {
  const entries = response === undefined ? [] : [response.entry.id];
  if (response?.due === undefined)
    return { timeliness: "noDeadline", reasons: [{ rule: "D7", code: "nothingOwed", entries }] };
  const { due, from, uncertain } = response;
  const reason: Reason = { rule: "D12", code: "declinedAndAnswered", dates: { due, answered: from }, entries };
  return { timeliness: given(due, from, uncertain).timeliness, reasons: [reason] };
}
