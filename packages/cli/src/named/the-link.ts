import { DomainError, type Id } from "@heed/core";
import { isInForce } from "@heed/core/recommendation/link";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { entryAmong } from "./the-entry.ts";

/**
 * The link from a recommendation that the beginning of an id names, or the only one. Errors: ambiguousReference, with all of
 * them; invalidStateTransition when none leads from it.
 */
export async function theLink(
  { reads, reader }: Tracker,
  recommendation: Id,
  reference: string,
  given: string | undefined,
): Promise<string> {
  const all = (await reads.links(reader, recommendation)).filter(({ from }) => from === recommendation);
  if (given !== undefined)
    return entryAmong(
      all.map(({ id }) => id),
      given,
      "--link",
    );
  const [only, ...others] = all.filter(isInForce);
  if (only === undefined) throw new DomainError("invalidStateTransition", `no link leads from ${reference}`);
  if (others.length === 0) return only.id;
  throw new DomainError(
    "ambiguousReference",
    `several links lead from ${reference}: name one with --link`,
    [only, ...others].map(({ id, type, to, echoes, item, section }) => ({
      name: "--link",
      value: shortId(id),
      detail: `it ${type} ${to ?? echoes ?? item ?? section}`,
    })),
  );
}
