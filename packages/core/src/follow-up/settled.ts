import { type Day, firstDay } from "../time/day.ts";
import type { Timeliness } from "./levels.ts";
import { addresseeClockStands } from "./owed.ts";
import type { Reason } from "./reason.ts";
import type { State } from "./state.ts";

/** The timeliness of an addressee who owes nothing on the day of a state (D4a, decision 25). */
export function settledTimeliness(state: State): { timeliness: Timeliness; reason: Reason } {
  if (state.role === "forInformation")
    return { timeliness: "released", reason: { rule: "R5", code: "forInformationOwesNothing" } };
  if (state.lifecycle === "closed") return closedTimeliness(state);
  if (addresseeClockStands(state)) {
    const entries = state.claim === undefined ? [] : [state.claim.update.entry.id];
    return { timeliness: "notDue", reason: { rule: "D11", code: "clockWithIssuer", entries } };
  }
  return answerTimeliness(state);
}

function closedTimeliness(state: State): { timeliness: Timeliness; reason: Reason } {
  const closure = state.closure;
  const closedOn = closure?.from ?? firstDay;
  const closureReason = closure?.entry.closureReason ?? "withdrawn";
  const entries = closure === undefined ? [] : [closure.entry.id];
  const kept = closureReason === "implemented" || closureReason === "alternativeAccepted";
  const due = lastDeadline(state, { unmetOnly: !kept });
  if (due === undefined) {
    const timeliness = kept ? "noDeadline" : "released";
    return { timeliness, reason: { rule: "D7", code: "closedWithoutDeadline", entries } };
  }
  if (!kept) {
    const timeliness = due < closedOn ? "notMet" : "released";
    return { timeliness, reason: { rule: "D4a", code: "closedNotKept", dates: { due, closed: closedOn }, entries } };
  }
  const implemented = implementedOn(state) ?? closedOn;
  const timeliness = implemented <= due ? "metOnTime" : "metLate";
  return { timeliness, reason: { rule: "D4a", code: "closedKept", dates: { due, implemented }, entries } };
}

/** D4a: the as-of date of the claim that the assessment confirmed, else of the assessment. */
function implementedOn(state: State): Day | undefined {
  if (state.claim !== undefined) return state.claim.update.entry.asOf;
  return state.assessedEntry?.entry.asOf;
}

/** What was kept already is not what a closure leaves unmet. */
function lastDeadline(state: State, { unmetOnly }: { unmetOnly: boolean }): Day | undefined {
  if (state.implementationDeadline.due !== undefined) return state.implementationDeadline.due;
  let last: Day | undefined;
  for (const { due, outcome } of state.commitments) {
    if (due === undefined || outcome === "replaced" || outcome === "abandoned" || (unmetOnly && outcome === "met"))
      continue;
    if (last === undefined || due > last) last = due;
  }
  return last;
}

/** Who declined owes nothing after the answer: what is left to say is whether the answer came in time (D12). */
function answerTimeliness(state: State): { timeliness: Timeliness; reason: Reason } {
  const { due } = state.responseDeadline;
  const { firstResponse: response } = state;
  const entries = response === undefined ? [] : [response.entry.id];
  if (due === undefined || response === undefined)
    return { timeliness: "noDeadline", reason: { rule: "D7", code: "nothingOwed", entries } };
  const reason: Reason = { rule: "D12", code: "declinedAndAnswered", dates: { due, answered: response.from }, entries };
  if (response.from <= due) return { timeliness: "metOnTime", reason };
  return { timeliness: response.uncertain ? "undetermined" : "metLate", reason };
}
