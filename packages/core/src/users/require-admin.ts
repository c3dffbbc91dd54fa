import type { Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";

/** Users and tokens are kept by an admin, with a token for all that the admin may do. Errors: missingPermission. */
export function requireAdmin({ rights, acts }: Person): void {
  if (acts !== undefined) throw new DomainError("missingPermission", `this token is for ${acts.join(", ")} alone`);
  if (!rights.some(({ role }) => role === "admin"))
    throw new DomainError("missingPermission", "users and tokens are for the role admin");
}
