import { type Instant, momentNamed } from "@heed/core";
import type { Context } from "./operation.ts";

/** The moment that `knownAt` names, as a filter; a bare day means its end (decision 33). */
export async function knownAtOf({ reads }: Context, given: string | undefined): Promise<{ knownAt?: Instant }> {
  if (given === undefined) return {};
  const knownAt = momentNamed(given, await reads.settings());
  return knownAt === undefined ? {} : { knownAt };
}
