import { z } from "zod";
import { dayOrWords } from "../acting/act-texts.ts";
import { byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import type { DeadlineChange } from "../follow-up/entries/deadline-change.ts";
import type { DeadlineRequest } from "../follow-up/entries/deadline-request.ts";
import { Id } from "../source.ts";
import { AuthorityName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import { type ActContext, commonInput } from "./act.ts";
import { type Authority, authorityNamed, notByRequester } from "./authority.ts";
import { dueFaults, notAfter } from "./date-faults.ts";
import { type Fault, inputFault } from "./fault.ts";
import { recordingAct } from "./follow-up-act.ts";
import { owedNow, requireLater } from "./movable.ts";
import { isRequester, pendingRequests, requirePending } from "./pending-request.ts";
import { isOneOf } from "./second-reading.ts";

export const NewDeadlineDecision = z
  .strictObject({
    ...commonInput,
    request: Id,
    decision: z.enum(["granted", "refused"]),
    reason: ReadableText,
    decidedBy: AuthorityName,
    to: DueDate.optional().describe("Another date than the one asked for."),
    parliamentToldOn: Day.optional(),
  })
  .meta({ id: "NewDeadlineDecision" });

/** A named authority other than the requester decides; the decision takes effect on its day (D6, D24). */
export const decideDeadlineChange = recordingAct("deadlineChange", {
  input: NewDeadlineDecision,
  /** The authority is never the requester (D6), so no respondent records its decision. */
  actions: { decideDeadlineChange: { ...byEditor, states: ["open"] } },
  isPossible: (on) => pendingRequests(on).some((asked) => !isRequester(on, asked)),
  content({ decidedBy, to, ...given }, acting) {
    const asked = requirePending(acting, given.request);
    requireOtherThanRequester(acting, asked);
    const authority = authorityNamed(acting, decidedBy, asked);
    const granted = given.decision === "granted" ? (to ?? asked.to) : to;
    const item = given.decision === "granted" ? owedNow(acting, asked.target) : undefined;
    if (granted !== undefined) requireLater(item, granted);
    return {
      ...given,
      target: asked.target,
      from: item?.due,
      to: granted,
      requestedBy: asked.requestedBy,
      requestedOn: asked.givenOn ?? acting.givenOn,
      ...authority,
    };
  },
  faults: (entry, acting) => decisionFaults(acting, entry),
  correctedWith: authorityOfCorrection,
  requireCorrectable: (old, _, acting) => {
    const asked = requestOf(old, acting);
    if (asked !== undefined) requireOtherThanRequester(acting, asked);
  },
  operation: {
    id: "decideDeadlineChange",
    collection: "deadlineChanges",
    summary: "A named authority grants or refuses it",
  },
  command: {
    noun: "deadline",
    verb: "decide",
    about: "A named authority other than the requester grants or refuses",
    options: {
      request: ["--request <id>", "the request", "entry"],
      decision: ["--decision <decision>", "what was decided"],
      decidedBy: ["--decided-by <name>", "who decided"],
      reason: ["--reason <text>", "why"],
      to: ["--to <date>", `another date than the one asked for: ${dayOrWords}`],
      parliamentToldOn: ["--parliament-told <day>", "the day on which parliament was told"],
    },
  },
});

/** D6: the requester does not write the decision, also not in a correction. */
function requireOtherThanRequester(context: ActContext, asked: DeadlineRequest): void {
  if (isRequester(context, asked))
    throw new DomainError("missingPermission", notByRequester, [
      {
        name: "request",
        value: asked.id,
        detail: "the same person submitted it, so another person records the decision",
      },
    ]);
}

/** D6: it grants a date, is decided by somebody other than the requester, and not before the request. */
function decisionFaults(context: ActContext, entry: DeadlineChange): Fault[] {
  const { decision, to, decidedBy, requestedBy, requestedOn, givenOn, parliamentToldOn } = entry;
  if (isOneOf(decidedBy, [requestedBy]))
    return [{ ...inputFault("decidedBy", notByRequester, decidedBy), code: "missingPermission" }];
  if ((decision === "granted") !== (to !== undefined))
    return [inputFault("to", "a granted request has its date, and a refused one has none", to?.on)];
  if (givenOn !== undefined && givenOn < requestedOn)
    return [inputFault("givenOn", "a decision is not before its request", givenOn, `asked on ${requestedOn}`)];
  return [...dueFaults(context, "to", to?.on), ...notAfter("parliamentToldOn", parliamentToldOn, context.today)];
}

/** A corrected authority is looked up and checked against D6 like the first one. */
function authorityOfCorrection(old: DeadlineChange, { decidedBy }: { decidedBy?: unknown }, context: ActContext) {
  if (typeof decidedBy !== "string") return {};
  const asked = requestOf(old, context) ?? { requestedBy: old.requestedBy };
  const of: Authority = authorityNamed(context, decidedBy, asked, "change.decidedBy");
  return { decidedByOrganization: null, decidedByFreeText: null, ...of };
}

function requestOf({ request }: DeadlineChange, { case: { entries } }: ActContext): DeadlineRequest | undefined {
  const asked = entries.find(({ id }) => id === request);
  return asked?.type === "deadlineRequest" ? asked : undefined;
}
