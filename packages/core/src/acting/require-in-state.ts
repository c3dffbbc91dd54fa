import { DomainError } from "../domain-error.ts";
import { words } from "../text/words.ts";
import { type ActionRole, type ActionRule, type ActionState, rolesOf } from "./action-rule.ts";

/** Checks the rule of an action. Errors: invalidStateTransition; missingPermission. */
export function requireInState(
  action: string,
  rule: ActionRule,
  state: ActionState,
  role: ActionRole,
): { onBehalf: boolean } {
  if (!rule.states.includes(state))
    throw new DomainError(
      "invalidStateTransition",
      `${words(action)} is not possible: the follow-up is ${words(state)}, and must be ${rule.states.map(words).join(" or ")}`,
    );
  if (!rolesOf(rule).includes(role))
    throw new DomainError("missingPermission", `${words(action)} is not for the role ${role}`);
  return { onBehalf: !rule.roles.includes(role) };
}
