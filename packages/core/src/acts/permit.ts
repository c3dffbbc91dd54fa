import { DomainError } from "../domain-error.ts";
import { type Action, actions } from "../follow-up/actions.ts";
import { type ActContext, isOwnFollowUp } from "./act.ts";
import { mayEver } from "./action-of.ts";
import type { ActName } from "./acts.ts";

/**
 * Checks whether this actor may ever do the act on this follow-up, whatever its state and version; this comes first, so
 * that state and version are not disclosed. Errors: missingPermission.
 */
export function requirePermitted(act: ActName, context: ActContext): void {
  const { role } = context.actor;
  if (!actionsOf(act).some((action) => mayEver(action, role)))
    throw new DomainError("missingPermission", `this is not for the role ${role}`);
  if (!isOwnFollowUp(context)) throw new DomainError("missingPermission", "the follow-up is another organization's");
}

/** Some acts stand for several actions, depending on their input. */
function actionsOf(act: ActName): readonly Action[] {
  if (act === "update") return ["update", "claim"];
  if (act === "assess") return ["assess", "assessComplete"];
  if (act === "close") return (Object.keys(actions) as Action[]).filter((action) => action.startsWith("close"));
  return [act];
}
