import type { Lifecycle } from "./levels.ts";

/** The state of a follow-up for the question what may be done; `draft` means that its report is not yet published. */
export const actionStates = ["draft", "open", "pendingVerification", "closed"] as const;
export type ActionState = (typeof actionStates)[number];

/** An editor may record a respondent's act on its behalf, with a source and the day on which it was given. */
export type ActionRole = "respondent" | "editor" | "assessor";

export type ActionRule = {
  states: readonly ActionState[];
  roles: readonly ActionRole[];
  /** An editor may record it for the respondent, with its source. */
  onBehalf?: true;
  /** It needs a second reader who is not the assessor (R7, R35). */
  secondReader?: true;
  /** The lifecycle after the action; unchanged when absent. */
  becomes?: Lifecycle;
};

const byAddressee = { roles: ["respondent"], onBehalf: true } as const;
const afterPublication = ["open", "pendingVerification", "closed"] as const;
const notClosed = ["open", "pendingVerification"] as const;
const withSecondReader = { roles: ["assessor"], secondReader: true } as const;
/** An editor and an assessor act together: one acts, and the other is the second reader. */
const byEditorAndAssessor = { roles: ["editor", "assessor"], secondReader: true } as const;

/** What may be done when, and by whom: the one table that the API, the command line, pages and docs use (R54). */
export const actions = {
  publish: { roles: ["editor"], states: ["draft"], becomes: "open" },
  discard: { roles: ["editor"], states: ["draft"] },
  respond: { ...byAddressee, states: notClosed },
  commit: { ...byAddressee, states: ["open"] },
  reportOutcome: { ...byAddressee, states: ["open"] },
  update: { ...byAddressee, states: ["open"] },
  claim: { ...byAddressee, states: ["open"], becomes: "pendingVerification" },
  withdrawClaim: { ...byAddressee, states: ["pendingVerification"], becomes: "open" },
  addEvidence: { roles: ["respondent", "assessor"], onBehalf: true, states: afterPublication },
  observe: { roles: ["editor"], states: afterPublication },
  requestDeadlineChange: { ...byAddressee, states: ["open"] },
  withdrawDeadlineRequest: { ...byAddressee, states: ["open"] },
  /** The authority is never the requester (D6), so no respondent records its decision. */
  decideDeadlineChange: { roles: ["editor"], states: ["open"] },
  contestDeadlineChange: { roles: ["assessor"], states: notClosed },
  assess: { roles: ["assessor"], states: notClosed, becomes: "open" },
  assessComplete: { roles: ["assessor"], states: notClosed, becomes: "pendingVerification" },
  closeImplemented: { ...withSecondReader, states: ["pendingVerification"], becomes: "closed" },
  closeAlternativeAccepted: { ...withSecondReader, states: ["pendingVerification"], becomes: "closed" },
  closeNotImplemented: { ...withSecondReader, states: notClosed, becomes: "closed" },
  closeOvertakenByEvents: { ...withSecondReader, states: notClosed, becomes: "closed" },
  closeEndOfFollowUp: { ...withSecondReader, states: notClosed, becomes: "closed" },
  closeSuperseded: { ...byEditorAndAssessor, states: notClosed, becomes: "closed" },
  closeWithdrawn: { ...byEditorAndAssessor, states: notClosed, becomes: "closed" },
  reopen: { ...withSecondReader, states: ["closed"], becomes: "open" },
  decideSuccessor: { roles: ["editor"], states: afterPublication },
  upholdNotCompetent: { roles: ["editor"], states: afterPublication },
  changeRole: { roles: ["editor"], states: afterPublication },
  correct: { roles: ["respondent", "editor", "assessor"], states: actionStates },
  retract: { roles: ["respondent", "editor", "assessor"], states: actionStates },
} as const satisfies Record<string, ActionRule>;

export type Action = keyof typeof actions;

/** The actions that a role may do in a state; a page offers them as buttons. */
export function actionsIn(state: ActionState, role: ActionRole): Action[] {
  return (Object.keys(actions) as Action[]).filter((action) => {
    const { states, roles, onBehalf } = actions[action] as ActionRule;
    return states.includes(state) && (roles.includes(role) || (onBehalf === true && role === "editor"));
  });
}
