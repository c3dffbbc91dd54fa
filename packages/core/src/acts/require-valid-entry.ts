import { someDoesNotFit } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { withoutAbsent } from "../without-absent.ts";
import type { Acting } from "./act.ts";
import { type Fault, issueOf } from "./fault.ts";

/**
 * Checks the content of an entry that somebody makes now, as a new entry or as a correction, by the rules of the act that
 * records such an entry. Imported entries are exempt: files say what they say (R64).
 * Errors: invalidInput, missingPermission, invalidStateTransition, unknownOrganization.
 */
export function requireValidEntry(acting: Acting, entry: Entry, corrected?: Entry): void {
  // Faults that the old entry had already, for instance an imported one, do not prevent correcting something else.
  const before = corrected === undefined ? [] : faultsOf(acting, corrected);
  const breaches = faultsOf(acting, entry).filter((each) => !before.some((other) => isSame(other, each)));
  const [breach] = breaches;
  if (breach === undefined) return;
  const alike = breaches.filter(
    ({ code, name }, place) =>
      code === breach.code && name !== undefined && breaches.findIndex((each) => each.name === name) === place,
  );
  if (alike.length > 1) throw new DomainError(breach.code, someDoesNotFit, alike.map(issueOf));
  const { code, message, name, value, detail } = breach;
  throw new DomainError(
    code,
    message,
    name === undefined ? [] : [withoutAbsent({ name, value, detail: detail ?? message })],
  );
}

function faultsOf(acting: Acting, entry: Entry): readonly Fault[] {
  return acting.rulesOf(entry).faults?.(entry as never, acting) ?? [];
}

/** The same fault by the same value: another wrong value is another fault. */
function isSame(one: Fault, other: Fault): boolean {
  return one.message === other.message && one.name === other.name && one.value === other.value;
}
