import type { Day } from "../time/day.ts";
import type { OrganizationChange, OrganizationChangeType } from "./organization-change.ts";

export type DatedChange = OrganizationChange & { on: Day };

/** The types of change that end the original organization. */
const endingTypes: readonly OrganizationChangeType[] = ["renamed", "merged", "absorbed", "split", "dissolved"];

export function endsOriginals({ type }: Pick<OrganizationChange, "type">): boolean {
  return endingTypes.includes(type);
}

/** The changes that have a day and that no other change replaces. */
export function datedChanges(changes: readonly OrganizationChange[]): DatedChange[] {
  const replaced = new Set(changes.map(({ replaces }) => replaces));
  return changes.filter((change): change is DatedChange => change.on !== undefined && !replaced.has(change.id));
}

/**
 * The dated changes in the order in which they follow each other. Among changes of one day, a change that creates an
 * organization comes before a change of that organization, and a transfer comes before the end of the organization that
 * transfers; ids and the order of recording do not matter.
 */
export function changesInOrder(changes: readonly OrganizationChange[]): DatedChange[] {
  const dated = datedChanges(changes).sort(
    (a, b) => compare(a.on, b.on) || compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id),
  );
  const ordered: DatedChange[] = [];
  for (let start = 0; start < dated.length; ) {
    const ofDay = dated.filter(({ on }) => on === dated[start]?.on);
    ordered.push(...byDependency(ofDay));
    start += ofDay.length;
  }
  return ordered;
}

function byDependency(ofDay: readonly DatedChange[]): DatedChange[] {
  let left = ofDay;
  const ordered: DatedChange[] = [];
  while (left.length > 0) {
    // Two changes that each come before the other have no order: the one recorded first is taken first.
    const next = left.find((each) => !left.some((other) => other !== each && comesBefore(other, each))) ?? left[0];
    left = left.filter((each) => each !== next);
    if (next !== undefined) ordered.push(next);
  }
  return ordered;
}

/** Whether the second of two changes on one day depends on the first. */
export function comesBefore(first: OrganizationChange, second: OrganizationChange): boolean {
  if (first.results.some(({ organization }) => second.originals.includes(organization))) return true;
  const ofTheSame = first.originals.some((original) => second.originals.includes(original));
  return ofTheSame && !endsOriginals(first) && endsOriginals(second);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
