import type { Issue } from "../domain-error.ts";
import type { Id } from "../source.ts";
import { createsResults, endedBy, mentions } from "./apply-changes.ts";
import { changesInOrder, type DatedChange, endsOriginals } from "./changes-in-order.ts";
import type { Organization } from "./organization.ts";
import type { OrganizationChange } from "./organization-change.ts";

/**
 * Two facts that cannot both be true: the change that is reported, the other change if there is one, and the place in
 * the first.
 */
export type Contradiction = Issue & { change: Id; other?: Id; organization: Id };

/** How a sentence names a change: by its id, or otherwise where nobody knows that id. */
type NamedChange = (change: Id) => string;

const byId: NamedChange = (change) => `the change ${change}`;

/**
 * Where dated changes contradict each other or the days of the organizations: after its end an organization takes part
 * in no other change, and what a change creates did not exist before. Changes without a day are only planned and
 * contradict nothing. `named`: how the other change is named.
 */
export function contradictions(
  organizations: readonly Organization[],
  changes: readonly OrganizationChange[],
  named: NamedChange = byId,
): Contradiction[] {
  const ordered = changesInOrder(changes);
  const recorded = new Map(organizations.map((each) => [each.id, each]));
  return ordered.flatMap((change, place) => {
    const before = ordered.slice(0, place);
    const of = (organization: Id, name: string, side: "original" | "result"): Contradiction[] => {
      const found = (detail: string, other?: Id) => [
        { change: change.id, organization, name, value: organization, detail, ...(other && { other }) },
      ];
      const { foundingDate, dissolutionDate } = recorded.get(organization) ?? {};
      const ended = endedBy(organization, before);
      if (ended !== undefined) return found(`it ended on ${ended.on}, by ${named(ended.id)}`, ended.id);
      const ends = side === "original" && endsOriginals(change);
      if (!ends && dissolutionDate !== undefined && dissolutionDate <= change.on)
        return found(`it was dissolved on ${dissolutionDate}`);
      if (foundingDate !== undefined && foundingDate > change.on) return found(`it was founded on ${foundingDate}`);
      if (side === "original" || !createsResults(change) || change.type === "split") return [];
      const earlier = before.find((each) => mentions(each, organization));
      if (earlier !== undefined) return found(`${existed} ${earlier.on}, by ${named(earlier.id)}`, earlier.id);
      if (foundingDate !== undefined && foundingDate < change.on) return found(`${existed} ${foundingDate}`);
      return [];
    };
    return placesIn(change).flatMap(({ organization, name, side }) => of(organization, name, side));
  });
}

const existed = "it existed before (absorbed: one goes into another that exists): since";

function placesIn({ originals, results }: DatedChange) {
  return [
    ...originals.map((organization, index) => ({
      organization,
      name: `originals.${index}`,
      side: "original" as const,
    })),
    ...results.map(({ organization }, index) => ({
      organization,
      name: `results.${index}.organization`,
      side: "result" as const,
    })),
  ];
}

/**
 * The contradictions that new changes bring. A new change can alter the order of the changes on its day, so that a
 * known change contradicts another known one: a circle is reported on whichever of its changes it shows.
 */
export function newContradictions(
  organizations: readonly Organization[],
  known: readonly OrganizationChange[],
  added: readonly OrganizationChange[],
  named: NamedChange = byId,
): Contradiction[] {
  const same = ({ change, organization, name }: Contradiction) => JSON.stringify([change, organization, name]);
  const before = new Set(contradictions(organizations, known).map(same));
  return contradictions(organizations, [...known, ...added], named).filter((each) => !before.has(same(each)));
}

/**
 * Where a change gives another end for an organization than the organization itself: the change counts, and the editor
 * is warned.
 */
export function differingEnds(organizations: readonly Organization[], change: OrganizationChange): Issue[] {
  const { on, originals } = change;
  if (on === undefined || !endsOriginals(change)) return [];
  return organizations.flatMap(({ id, code, dissolutionDate }) =>
    !originals.includes(id) || dissolutionDate === undefined || dissolutionDate === on
      ? []
      : [
          {
            name: "on",
            value: code,
            detail: `it was said to be dissolved on ${dissolutionDate}; now it ends on ${on}`,
          },
        ],
  );
}
