import { DomainError, type Instant } from "@heed/core";
import { momentFrom, momentOf } from "@heed/core/settings/known-at";
import type { Context } from "./operation.ts";

/** The moment of `knownAt`, as a filter; a day without a time means its end (D16). */
export async function knownAtOf({ reads }: Context, given: string | undefined): Promise<{ knownAt?: Instant }> {
  if (given === undefined) return {};
  const knownAt = momentOf(given, await reads.settings());
  if (knownAt !== undefined) return { knownAt };
  throw notAMoment("knownAt", given);
}

/** The moment of `changedSince`, as a filter; a day without a time means its beginning. */
export async function changedSinceOf(
  { reads }: Context,
  given: string | undefined,
): Promise<{ changedSince?: Instant }> {
  if (given === undefined) return {};
  const changedSince = momentFrom(given, await reads.settings());
  if (changedSince !== undefined) return { changedSince };
  throw notAMoment("changedSince", given);
}

function notAMoment(name: string, value: string): DomainError {
  return new DomainError("invalidInput", "that is not a moment", [{ name, value, detail: "no such moment" }]);
}
