import { DomainError } from "../domain-error.ts";
import type { Day } from "../time/day.ts";

/** What was withdrawn is kept as it is. Errors: invalidStateTransition. */
export function requireNotWithdrawn({
  reference,
  withdrawn,
}: {
  reference: string;
  withdrawn?: { on: Day } | undefined;
}): void {
  if (withdrawn !== undefined)
    throw new DomainError("invalidStateTransition", `${reference} was withdrawn on ${withdrawn.on}`);
}
