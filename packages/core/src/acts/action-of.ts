import { type Action, type ActionRole, type ActionRule, actions } from "../follow-up/actions.ts";
import type { Entry, EntryType } from "../follow-up/entries/entry.ts";
import { type ClosureReason, isComplete } from "../follow-up/levels.ts";

export const closing = {
  implemented: "closeImplemented",
  alternativeAccepted: "closeAlternativeAccepted",
  notImplemented: "closeNotImplemented",
  overtakenByEvents: "closeOvertakenByEvents",
  endOfFollowUp: "closeEndOfFollowUp",
  superseded: "closeSuperseded",
  withdrawn: "closeWithdrawn",
} as const satisfies Record<ClosureReason, Action>;

const recordedBy = {
  response: "respond",
  commitment: "commit",
  commitmentOutcome: "reportOutcome",
  deadlineRequest: "requestDeadlineChange",
  deadlineRequestWithdrawal: "withdrawDeadlineRequest",
  deadlineChange: "decideDeadlineChange",
  deadlineContest: "contestDeadlineChange",
  claimWithdrawal: "withdrawClaim",
  reopening: "reopen",
  notCompetentUpheld: "upholdNotCompetent",
  roleChange: "changeRole",
  successorDecision: "decideSuccessor",
  evidence: "addEvidence",
  observation: "observe",
} as const satisfies Partial<Record<EntryType, Action>>;

/** The action by which an entry of such content is recorded. */
export function actionOf(entry: Exclude<Entry, { type: "retraction" }>): Action {
  if (entry.type === "closure") return closing[entry.closureReason];
  if (entry.type === "progressUpdate") return entry.claim ? "claim" : "update";
  if (entry.type === "assessment") return isComplete(entry.level) ? "assessComplete" : "assess";
  return recordedBy[entry.type];
}

/** Whether a role may do an action in some state, for itself or on behalf of the addressee. */
export function mayEver(action: Action, role: ActionRole): boolean {
  const { roles, onBehalf }: ActionRule = actions[action];
  return roles.includes(role) || (onBehalf === true && role === "editor");
}
