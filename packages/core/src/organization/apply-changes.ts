import type { Id } from "../source.ts";
import { changesInOrder, type DatedChange, endsOriginals } from "./changes-in-order.ts";
import type { Organization } from "./organization.ts";
import type { OrganizationChange, OrganizationChangeType } from "./organization-change.ts";

/**
 * The types of change that create their results. A split may instead divide one organization among others that exist.
 */
const creatingTypes: readonly OrganizationChangeType[] = ["created", "renamed", "merged", "split"];

export function createsResults({ type }: Pick<OrganizationChange, "type">): boolean {
  return creatingTypes.includes(type);
}

/**
 * The organizations by id, as the recorded changes leave them. A change dates the end of the organizations that it
 * ends, and the founding of those that it creates, unless they give a day themselves. Names before a renaming become
 * former names.
 */
export function applyChanges(
  organizations: readonly Organization[],
  changes: readonly OrganizationChange[],
): Map<Id, Organization> {
  const ordered = changesInOrder(changes);
  const byId = new Map(organizations.map((each) => [each.id, each]));
  return new Map(
    organizations.map((organization) => {
      const { id, otherNames } = organization;
      const foundingDate = organization.foundingDate ?? createdBy(id, ordered)?.on;
      const dissolutionDate = endedBy(id, ordered)?.on ?? organization.dissolutionDate;
      return [
        id,
        {
          ...organization,
          otherNames: [...otherNames, ...formerNames(organization, byId, ordered)],
          ...(foundingDate && { foundingDate }),
          ...(dissolutionDate && { dissolutionDate }),
        },
      ];
    }),
  );
}

/** The first change that ended an organization, in a list of changes in order. */
export function endedBy(id: Id, ordered: readonly DatedChange[]): DatedChange | undefined {
  return ordered.find((change) => endsOriginals(change) && change.originals.includes(id));
}

/** The change that created an organization; undefined when an earlier change names it already. */
function createdBy(id: Id, ordered: readonly DatedChange[]): DatedChange | undefined {
  const first = ordered.find((change) => mentions(change, id));
  return first !== undefined && createsResults(first) && !first.originals.includes(id) ? first : undefined;
}

export function mentions({ originals, results }: OrganizationChange, id: Id): boolean {
  return originals.includes(id) || results.some(({ organization }) => organization === id);
}

/** The names that an organization had before each renaming, each with the day until which it was used. */
function formerNames(
  { id, name, otherNames }: Organization,
  byId: ReadonlyMap<Id, Organization>,
  ordered: readonly DatedChange[],
): Organization["otherNames"] {
  const former: Organization["otherNames"] = [];
  const known = new Set([...Object.values(name), ...otherNames.map((each) => each.name)]);
  const met = new Set([id]);
  for (const now of met)
    for (const { type, on, originals, results } of ordered) {
      if (type !== "renamed" || results[0]?.organization !== now) continue;
      const before = byId.get(originals[0] ?? "");
      if (before === undefined || met.has(before.id)) continue;
      met.add(before.id);
      for (const each of [...Object.values(before.name).map((text) => ({ name: text })), ...before.otherNames])
        if (!known.has(each.name)) {
          known.add(each.name);
          former.push({ until: on, ...each });
        }
    }
  return former;
}
