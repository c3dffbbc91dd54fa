import type { Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";

/**
 * A file can touch what is of any issuing body, and what all share: it is for an editor of all of them, with a token for all that
 * the editor may do.
 */
export function mayImport({ rights, acts }: Person): boolean {
  return (
    acts === undefined && rights.some(({ role, organizations }) => role === "editor" && organizations.length === 0)
  );
}

/** Errors: missingPermission. */
export function requireMayImport(person: Person): void {
  if (mayImport(person)) return;
  const { acts } = person;
  throw new DomainError(
    "missingPermission",
    acts === undefined
      ? "imports are for an editor of all issuing bodies"
      : `this token is for ${acts.join(", ")} alone`,
  );
}
