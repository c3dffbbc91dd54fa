import { DomainError, type Instant } from "@heed/core";
import { momentOf } from "@heed/core/settings/known-at";
import type { Context } from "./operation.ts";

/** The moment of `knownAt`, as a filter; a day without a time means its end (D16). */
export async function knownAtOf({ reads }: Context, given: string | undefined): Promise<{ knownAt?: Instant }> {
  if (given === undefined) return {};
  const knownAt = momentOf(given, await reads.settings());
  if (knownAt !== undefined) return { knownAt };
  throw new DomainError("invalidInput", "that is not a moment", [
    { name: "knownAt", value: given, detail: "no such moment" },
  ]);
}
