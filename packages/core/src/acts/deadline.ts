import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import type { DeadlineRequest } from "../follow-up/entries/deadline-request.ts";
import { DeadlineTarget } from "../follow-up/entries/deadline-target.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { Id } from "../source.ts";
import { AuthorityName, PersonName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import {
  type ActContext,
  commonInput,
  entryBase,
  isRetracted,
  parseInput,
  requireAllowed,
  requireEntry,
  versionIds,
} from "./act.ts";
import { authorityNamed, isActor } from "./authority.ts";
import { checkedEntry } from "./entry-rules.ts";
import { owedNow, requireLater } from "./movable.ts";

const text = ReadableText;

export const NewDeadlineRequest = z
  .strictObject({ ...commonInput, target: DeadlineTarget, to: DueDate, reason: text, requestedBy: PersonName })
  .meta({ id: "NewDeadlineRequest" });

/** The addressee asks for a later date of something that it still owes; nothing moves before the decision (D6). */
export function requestDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { target, to, reason, requestedBy, ...rest } = parseInput(NewDeadlineRequest, input);
  requireAllowed("requestDeadlineChange", context, rest.source);
  return checkedEntry(context, {
    ...entryBase("requestDeadlineChange", context, rest),
    type: "deadlineRequest",
    target,
    to,
    reason,
    requestedBy,
  });
}

export const NewDeadlineRequestWithdrawal = z
  .strictObject({ ...commonInput, request: Id, reason: text.optional() })
  .meta({ id: "NewDeadlineRequestWithdrawal" });

/** Withdraws a request that is not yet decided. */
export function withdrawDeadlineRequest(context: ActContext, input: unknown): Entry[] {
  const { request, reason, ...rest } = parseInput(NewDeadlineRequestWithdrawal, input);
  requireAllowed("withdrawDeadlineRequest", context, rest.source);
  requirePending(context, request);
  return checkedEntry(context, {
    ...entryBase("withdrawDeadlineRequest", context, rest),
    type: "deadlineRequestWithdrawal",
    request,
    ...(reason && { reason }),
  });
}

export const NewDeadlineDecision = z
  .strictObject({
    ...commonInput,
    request: Id,
    decision: z.enum(["granted", "refused"]),
    reason: text,
    decidedBy: AuthorityName,
    to: DueDate.optional().describe("Another date than the one asked for."),
    parliamentToldOn: Day.optional(),
  })
  .meta({ id: "NewDeadlineDecision" });

/** A named authority other than the requester decides; the decision takes effect on its day (D6, D24). */
export function decideDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { request, decision, reason, decidedBy, to, parliamentToldOn, ...rest } = parseInput(
    NewDeadlineDecision,
    input,
  );
  requireAllowed("decideDeadlineChange", context, rest.source);
  const asked = requirePending(context, request);
  if (isRequester(context, asked))
    throw new DomainError("missingPermission", "the requester of a later date cannot decide on it (D6)");
  const authority = authorityNamed(context, decidedBy, asked);
  const granted = decision === "granted" ? (to ?? asked.to) : to;
  const item = decision === "granted" ? owedNow(context, asked.target) : undefined;
  if (granted !== undefined) requireLater(item, granted);
  const base = entryBase("decideDeadlineChange", context, rest);
  return checkedEntry(context, {
    ...base,
    type: "deadlineChange",
    target: asked.target,
    request,
    decision,
    ...(item?.due && { from: item.due }),
    ...(granted && { to: granted }),
    reason,
    requestedBy: asked.requestedBy,
    requestedOn: asked.givenOn ?? base.givenOn,
    ...authority,
    ...(parliamentToldOn && { parliamentToldOn }),
  });
}

/**
 * An editor who recorded the request for the addressee is not its requester. For older entries only names are known.
 */
export function isRequester({ actor }: ActContext, asked: DeadlineRequest): boolean {
  const { author, source } = asked;
  const onBehalf = author === undefined ? source !== undefined : author.onBehalf === true;
  return !onBehalf && isActor(actor, asked);
}

export const NewDeadlineContest = z
  .strictObject({ ...commonInput, change: Id, reason: text })
  .meta({ id: "NewDeadlineContest" });

/** The issuing body contests a move; the current due date stays. */
export function contestDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { change, reason, ...rest } = parseInput(NewDeadlineContest, input);
  requireAllowed("contestDeadlineChange", context, rest.source);
  if (requireEntry(context, "deadlineChange", "change", change).decision !== "granted")
    throw new DomainError("invalidInput", "nothing was moved: that request was refused", [
      { name: "change", value: change, detail: "a refusal" },
    ]);
  return checkedEntry(context, {
    ...entryBase("contestDeadlineChange", context, rest),
    type: "deadlineContest",
    change,
    reason,
  });
}

/**
 * The request that is waiting for a decision. A corrected request is one request, and any of its versions can be named.
 */
function requirePending(context: ActContext, id: Id): DeadlineRequest {
  const { entries } = context.case;
  requireEntry(context, "deadlineRequest", "request", id);
  const [first] = versionIds(context, id).slice(-1);
  const versions = entries.filter(
    (entry) =>
      entry.type === "deadlineRequest" &&
      versionIds(context, entry.id).at(-1) === first &&
      !versionIds(context, entry.id).some((each) => isRetracted(entries, each)),
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
  if (settledBy === undefined && last?.type === "deadlineRequest") return last;
  throw new DomainError("invalidStateTransition", "that request was decided or withdrawn already", [
    { name: "request", value: id, detail: settledBy === undefined ? "taken back" : `by the entry ${settledBy.id}` },
  ]);
}
