import type { Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";

/** Whether somebody keeps the users and all tokens: an admin, whose token is for all that the admin may do. */
export function isAdmin({ rights, acts }: Person): boolean {
  return acts === undefined && rights.some(({ role }) => role === "admin");
}

/** Errors: missingPermission. */
export function requireAdmin(person: Person): void {
  requireWholeToken(person);
  if (!isAdmin(person)) throw new DomainError("missingPermission", "users and tokens are for the role admin");
}

/** With a token for some acts or organizations nobody keeps tokens: one for more could be made by it. Errors: missingPermission. */
export function requireWholeToken({ acts, organizations }: Person): void {
  const only = acts ?? organizations;
  if (only !== undefined) throw new DomainError("missingPermission", `this token is for ${only.join(", ")} alone`);
}
