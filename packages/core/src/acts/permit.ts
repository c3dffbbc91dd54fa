import { rolesOf } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import { type ActContext, requireOwn } from "./act.ts";
import { type ActName, acts } from "./acts.ts";

/**
 * Checks whether this actor may ever do the act on this follow-up, whatever its state and version; this comes first, so
 * that state and version are not disclosed. Errors: missingPermission.
 */
export function requirePermitted(act: ActName, context: ActContext): void {
  const { role } = context.actor;
  if (!Object.values(acts[act].actions).some((rule) => rolesOf(rule).includes(role)))
    throw new DomainError("missingPermission", `the role ${role} may not do this`);
  requireOwn(context);
}
