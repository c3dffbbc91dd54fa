import type { Entry, Id, Link, OrganizationChange } from "@heed/core";
import type { Edge } from "@heed/core/find-circles";
import { newerToOlder } from "@heed/core/recommendation/link";
import { entryReferences } from "../../entries/entry-references.ts";

/**
 * A reference between two things of a record file: the link, change or entry that makes it, and the id as it is written
 * there.
 */
export type PlacedEdge = Edge & { by: Id; place: string; written: Id };

/**
 * The references among the entries of a follow-up: which one corrects, retracts or is evidence for which. A promise
 * refers to the one that replaces it.
 */
export function edgesOfEntries({ id, entries }: { id: Id; entries: readonly Entry[] }): PlacedEdge[] {
  return entries.flatMap((entry) =>
    entryReferences(entry)
      // An entry that refers to itself is reported as a broken reference.
      .filter((reference) => reference.id !== entry.id)
      .map(({ key, id: to }) => ({
        by: entry.id,
        place: `followUps ${id}, entry ${entry.id}, ${key}`,
        from: entry.type === "commitmentOutcome" && key === "replacedBy" ? entry.commitment : entry.id,
        ...{ to, written: to },
      })),
  );
}

export function edgesOfParts(recommendations: readonly { id: Id; partOf?: Id | undefined }[]): PlacedEdge[] {
  return recommendations.flatMap(({ id, partOf }) =>
    partOf === undefined
      ? []
      : [{ by: id, place: `recommendations ${id}, partOf`, from: id, to: partOf, written: partOf }],
  );
}

/** Collective organizations that name a coordinator (R40). */
export function namingsOfCoordinators(
  organizations: readonly { id: Id; coordinator?: Id | undefined }[],
): PlacedEdge[] {
  return organizations.flatMap(({ id, coordinator }) =>
    coordinator === undefined
      ? []
      : [{ by: id, place: `organizations ${id}, coordinator`, from: id, to: coordinator, written: coordinator }],
  );
}

export function edgesOfLinks(links: readonly Link[]): PlacedEdge[] {
  return links.flatMap((link) => {
    const order = newerToOlder(link);
    return order === undefined ? [] : [{ by: link.id, place: `links ${link.id}`, ...order, written: link.to ?? "" }];
  });
}

/** Changes that replace others. */
export function edgesOfChanges(changes: readonly OrganizationChange[]): PlacedEdge[] {
  return changes.flatMap(({ id, replaces }) =>
    replaces === undefined
      ? []
      : [{ by: id, place: `organizationChanges ${id}, replaces`, from: id, to: replaces, written: replaces }],
  );
}

const shownMembers = 5;

export function leadsBack(circle: ReadonlySet<Id>): string {
  if (circle.size === 1) return "it names itself";
  const members = [...circle].slice(0, shownMembers).join(", ");
  const more = circle.size > shownMembers ? ` and ${circle.size - shownMembers} more` : "";
  return `it leads back to itself, in a circle of ${members}${more}`;
}
