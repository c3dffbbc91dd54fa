import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import { DeadlineTarget, type Entry } from "../follow-up/entry.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import {
  type ActContext,
  entryBase,
  entryNamed,
  given,
  parseInput,
  requireAfterReport,
  requireAllowed,
} from "./act.ts";

const text = z.string().min(1);

export const NewDeadlineRequest = z
  .strictObject({ ...given, target: DeadlineTarget, to: DueDate, reason: text, requestedBy: text })
  .meta({ id: "NewDeadlineRequest" });

/** The addressee asks for a later date; nothing moves until it is decided (D6). */
export function requestDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { target, to, reason, requestedBy, ...rest } = parseInput(NewDeadlineRequest, input);
  requireAllowed("requestDeadlineChange", context, rest.source);
  requireTarget(context, target);
  requireAfterReport(context, "to", to.on);
  return [{ ...entryBase(context, rest), type: "deadlineRequest", target, to, reason, requestedBy }];
}

export const NewDeadlineRequestWithdrawal = z
  .strictObject({ ...given, request: Id, reason: text.optional() })
  .meta({ id: "NewDeadlineRequestWithdrawal" });

export function withdrawDeadlineRequest(context: ActContext, input: unknown): Entry[] {
  const { request, reason, ...rest } = parseInput(NewDeadlineRequestWithdrawal, input);
  requireAllowed("withdrawDeadlineRequest", context, rest.source);
  requirePending(context, request);
  return [{ ...entryBase(context, rest), type: "deadlineRequestWithdrawal", request, ...(reason && { reason }) }];
}

export const NewDeadlineDecision = z
  .strictObject({
    ...given,
    request: Id,
    decision: z.enum(["granted", "refused"]),
    reason: text,
    decidedBy: text,
    to: DueDate.optional().describe("Another date than the one asked for."),
    parliamentToldOn: Day.optional(),
  })
  .meta({ id: "NewDeadlineDecision" });

/** A named authority other than the requester decides; it takes effect on the day it is decided (D6, decision 27). */
export function decideDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { request, decision, reason, decidedBy, to, parliamentToldOn, ...rest } = parseInput(
    NewDeadlineDecision,
    input,
  );
  requireAllowed("decideDeadlineChange", context, rest.source);
  const asked = requirePending(context, request);
  const base = entryBase(context, rest);
  if (decidedBy.trim().toLowerCase() === asked.requestedBy.trim().toLowerCase() || asked.actor === context.actor.name)
    throw new DomainError("missingPermission", "who asked for a later date does not decide on it (D6)");
  if (asked.givenOn !== undefined && base.givenOn < asked.givenOn)
    throw new DomainError("invalidInput", "a decision is not before its request", [
      { name: "givenOn", value: base.givenOn, detail: `asked on ${asked.givenOn}` },
    ]);
  return [
    {
      ...base,
      type: "deadlineChange",
      target: asked.target,
      request,
      decision,
      ...(decision === "granted" ? { to: to ?? asked.to } : {}),
      reason,
      requestedBy: asked.requestedBy,
      requestedOn: asked.givenOn ?? base.givenOn,
      decidedBy,
      ...(parliamentToldOn && { parliamentToldOn }),
    },
  ];
}

export const NewDeadlineContest = z
  .strictObject({ ...given, change: Id, reason: text })
  .meta({ id: "NewDeadlineContest" });

/** The issuing body holds against a move; the current due date stays. */
export function contestDeadlineChange(context: ActContext, input: unknown): Entry[] {
  const { change, reason, ...rest } = parseInput(NewDeadlineContest, input);
  requireAllowed("contestDeadlineChange", context, rest.source);
  entryNamed(context, "deadlineChange", "change", change);
  return [{ ...entryBase(context, rest), type: "deadlineContest", change, reason }];
}

function requireTarget(context: ActContext, target: z.output<typeof DeadlineTarget>): void {
  if (target.kind === "commitment") entryNamed(context, "commitment", "target.commitment", target.commitment);
}

function requirePending(context: ActContext, id: Id) {
  const asked = entryNamed(context, "deadlineRequest", "request", id);
  const settledBy = context.case.entries.find(
    (entry) => (entry.type === "deadlineChange" || entry.type === "deadlineRequestWithdrawal") && entry.request === id,
  );
  if (settledBy === undefined) return asked;
  throw new DomainError("invalidStateTransition", "that request was decided or withdrawn already", [
    { name: "request", value: id, detail: `by the entry ${settledBy.id}` },
  ]);
}
