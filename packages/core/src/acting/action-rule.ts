import type { Lifecycle } from "../follow-up/levels.ts";

/** The state of a follow-up for the question what may be done; `draft` means that its report is not yet published. */
export const actionStates = ["draft", "open", "pendingVerification", "closed"] as const;
export type ActionState = (typeof actionStates)[number];

export const actionRoles = ["respondent", "editor", "assessor"] as const;
export type ActionRole = (typeof actionRoles)[number];

/** When an action may be done, by whom, and what the follow-up is afterwards. */
export type ActionRule = {
  states: readonly ActionState[];
  roles: readonly ActionRole[];
  /** An editor may record it for the respondent, with its source and the day on which it was given. */
  onBehalf?: true;
  /** It needs a second reader who is not the assessor (R7, R35). */
  secondReader?: true;
  /**
   * The lifecycle after the action, when it is given on the day of the act; unchanged when absent. `derivedAgain`: what
   * follows from the entries that then count; `gone`: there is no follow-up any more. The replay decides it, and a test
   * holds the two together.
   */
  becomes?: Lifecycle | "derivedAgain" | "gone";
  /** What it becomes in other circumstances, which `when` tells; unchanged when `becomes` is absent. */
  otherwise?: { becomes?: Lifecycle | "derivedAgain"; when: string };
};

export const byAddressee = { roles: ["respondent"], onBehalf: true } as const;
export const byEditor = { roles: ["editor"] } as const;
export const byAssessor = { roles: ["assessor"] } as const;
export const afterPublication = ["open", "pendingVerification", "closed"] as const;
export const notClosed = ["open", "pendingVerification"] as const;
export const withSecondReader = { roles: ["assessor"], secondReader: true } as const;
/** An editor and an assessor act together: one acts, and the other is the second reader. */
export const byEditorAndAssessor = { roles: ["editor", "assessor"], secondReader: true } as const;

/** The roles that may do it in some state, each once; an editor may record it on behalf of the addressee. */
export function rolesOf({ roles, onBehalf }: Pick<ActionRule, "roles" | "onBehalf">): readonly ActionRole[] {
  return onBehalf === true && !roles.includes("editor") ? [...roles, "editor"] : roles;
}
