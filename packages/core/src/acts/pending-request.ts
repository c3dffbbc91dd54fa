import { DomainError } from "../domain-error.ts";
import type { DeadlineRequest } from "../follow-up/entries/deadline-request.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import type { Id } from "../source.ts";
import { type ActContext, isRetracted, requireEntry, versionIds } from "./act.ts";
import { isActor } from "./authority.ts";

/**
 * The request that is waiting for a decision. A corrected request is one request, and any of its versions can be named.
 */
export function requirePending(context: ActContext, id: Id): DeadlineRequest {
  requireEntry(context, "deadlineRequest", "request", id);
  const { last, settledBy } = requestOf(context, id);
  if (settledBy === undefined && last !== undefined) return last;
  throw new DomainError("invalidStateTransition", "that request was decided or withdrawn already", [
    { name: "request", value: id, detail: settledBy === undefined ? "withdrawn" : `by the entry ${settledBy.id}` },
  ]);
}

/** What entries a follow-up has: all that it takes to know which of its requests wait. */
type WithEntries = { case: Pick<ActContext["case"], "entries"> };

/** The requests that wait for a decision, each once, as they were last corrected. */
export function pendingRequests(context: WithEntries): DeadlineRequest[] {
  const asked = context.case.entries.filter(({ type }) => type === "deadlineRequest");
  return asked.flatMap(({ id }) => {
    const { last, settledBy } = requestOf(context, id);
    return settledBy === undefined && last?.id === id ? [last] : [];
  });
}

/** The last version that stands of a request, and what decided or withdrew it. */
function requestOf(context: WithEntries, id: Id): { last?: DeadlineRequest; settledBy?: Entry } {
  const { entries } = context.case;
  const [first] = versionIds(context, id).slice(-1);
  const versions = entries.flatMap((entry) =>
    entry.type === "deadlineRequest" &&
    versionIds(context, entry.id).at(-1) === first &&
    !versionIds(context, entry.id).some((each) => isRetracted(entries, each))
      ? [entry]
      : [],
  );
  const ids = versions.map((each) => each.id);
  const settledBy = entries.find(
    (entry) =>
      (entry.type === "deadlineChange" || entry.type === "deadlineRequestWithdrawal") &&
      entry.request !== undefined &&
      ids.includes(entry.request) &&
      !isRetracted(entries, entry.id),
  );
  const last = versions.find((each) => !versions.some(({ corrects }) => corrects === each.id));
  return { ...(last && { last }), ...(settledBy && { settledBy }) };
}

/**
 * Whether the actor made the request, or a version of it that was corrected later. An editor who recorded it for the
 * addressee is not its requester. For older entries only names are known.
 */
export function isRequester(context: ActContext, asked: DeadlineRequest): boolean {
  const versions = versionIds(context, asked.id);
  return context.case.entries.some((each) => {
    if (!versions.includes(each.id)) return false;
    const onBehalf = each.author === undefined ? each.source !== undefined : each.author.onBehalf === true;
    return !onBehalf && isActor(context.actor, each);
  });
}
