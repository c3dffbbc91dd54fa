import type { ActName, FollowUpCase, OrganizationChange } from "@heed/core";
import { contentOfInput } from "@heed/core/acts/content-of-input";

/**
 * The texts by which an act may name who decides on a deadline, and those that tell who asked for it; none for other
 * acts. The act itself checks everything else in the input.
 */
export function textsNamingBodies(
  act: ActName,
  input: unknown,
  { followUp, entries, changes }: FollowUpCase,
): string[] {
  const { decidedBy } = contentOfInput(act, input);
  if (typeof decidedBy !== "string") return [];
  const asking = entries.flatMap((entry) => {
    if (entry.type !== "deadlineRequest" && entry.type !== "deadlineChange") return [];
    const organization = entry.type === "deadlineRequest" ? entry.author?.organization : undefined;
    return [entry.requestedBy, ...(organization === undefined ? [] : [organization])];
  });
  return [decidedBy, followUp.addressee, ...asking, ...changes.flatMap(partsOf)];
}

function partsOf({ originals, results }: OrganizationChange): string[] {
  return [...originals, ...results.map(({ organization }) => organization)];
}
