import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { Id } from "../source.ts";
import { AuthorityName, ReadableText } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";
import { DueDate } from "../time/due-date.ts";
import { commonInput } from "./act.ts";
import { authorityNamed } from "./authority.ts";
import { recordingAct } from "./follow-up-act.ts";
import { owedNow, requireLater } from "./movable.ts";
import { isRequester, requirePending } from "./pending-request.ts";

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
  content({ decidedBy, to, ...given }, acting) {
    const asked = requirePending(acting, given.request);
    if (isRequester(acting, asked))
      throw new DomainError("missingPermission", "the requester of a later date cannot decide on it (D6)");
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
      request: ["--request <id>", "the request"],
      decision: ["--decision <decision>", "what was decided"],
      decidedBy: ["--decided-by <name>", "who decided"],
      reason: ["--reason <text>", "why"],
      to: ["--to <date>", "another date than the one asked for"],
      parliamentToldOn: ["--parliament-told <day>", "the day on which parliament was told"],
    },
  },
});
