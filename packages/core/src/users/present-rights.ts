import type { Right } from "../access/right.ts";
import type { Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";
import type { Day } from "../time/day.ts";
import { hasLeft, rightsOn, type User } from "./user.ts";

/**
 * The rights of a user who asks for something. Errors: missingPermission for who has left: an answer as to the public would hide
 * that the token is of no use any more.
 */
export function presentRights(user: Pick<User, "name" | "roles" | "leftOn">, today: Day): readonly Right[] {
  if (hasLeft(user, today)) throw new DomainError("missingPermission", `${user.name} left on ${user.leftOn}`);
  return rightsOn(user, today);
}

/** Errors: missingPermission. Who may do nothing here learns the name under which a role can be given. */
export function requireRights(person: Person): Person {
  if (person.rights.length > 0) return person;
  throw new DomainError("missingPermission", `the token is valid, but ${person.name} holds no role here`);
}
