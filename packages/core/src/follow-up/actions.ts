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

const answering = { roles: ["respondent"], onBehalf: true } as const;
const published = ["open", "pendingVerification", "closed"] as const;
const running = ["open", "pendingVerification"] as const;
const judged = { roles: ["assessor"], secondReader: true } as const;
/** An editor and an assessor act together: one acts, and the other is the second reader. */
const judgedTogether = { roles: ["editor", "assessor"], secondReader: true } as const;

/** What may be done when, and by whom: the one table that the API, the command line, pages and docs use (R54). */
export const actions = {
  publish: { roles: ["editor"], states: ["draft"], becomes: "open" },
  discard: { roles: ["editor"], states: ["draft"] },
  respond: { ...answering, states: running },
  commit: { ...answering, states: ["open"] },
  reportOutcome: { ...answering, states: ["open"] },
  update: { ...answering, states: ["open"] },
  claim: { ...answering, states: ["open"], becomes: "pendingVerification" },
  withdrawClaim: { ...answering, states: ["pendingVerification"], becomes: "open" },
  addEvidence: { roles: ["respondent", "assessor"], onBehalf: true, states: published },
  observe: { roles: ["editor"], states: published },
  requestDeadlineChange: { ...answering, states: ["open"] },
  withdrawDeadlineRequest: { ...answering, states: ["open"] },
  /** The authority is never the requester (D6), so no respondent records its decision. */
  decideDeadlineChange: { roles: ["editor"], states: ["open"] },
  contestDeadlineChange: { roles: ["assessor"], states: running },
  assess: { roles: ["assessor"], states: running, becomes: "open" },
  assessComplete: { roles: ["assessor"], states: running, becomes: "pendingVerification" },
  closeImplemented: { ...judged, states: ["pendingVerification"], becomes: "closed" },
  closeAlternativeAccepted: { ...judged, states: ["pendingVerification"], becomes: "closed" },
  closeNotImplemented: { ...judged, states: running, becomes: "closed" },
  closeOvertakenByEvents: { ...judged, states: running, becomes: "closed" },
  closeEndOfFollowUp: { ...judged, states: running, becomes: "closed" },
  closeSuperseded: { ...judgedTogether, states: running, becomes: "closed" },
  closeWithdrawn: { ...judgedTogether, states: running, becomes: "closed" },
  reopen: { ...judged, states: ["closed"], becomes: "open" },
  decideSuccessor: { roles: ["editor"], states: published },
  upholdNotCompetent: { roles: ["editor"], states: published },
  changeRole: { roles: ["editor"], states: published },
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
