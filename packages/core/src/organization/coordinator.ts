import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { OrganizationChange } from "./organization-change.ts";
import { responsibleOn, successionOf } from "./succession.ts";

/** The coordinator that each collective organization names; by the id of the collective one. */
export type CoordinatorNamed = ReadonlyMap<Id, Id>;

/**
 * Who answers for a collective organization on a day (R40): its coordinator or who came after it, then the coordinator of that
 * one, and so on. Empty where it names none, and where nobody, or nobody certain, came after the coordinator.
 */
export function coordinatorsOn(
  organization: Id,
  named: CoordinatorNamed,
  changes: readonly OrganizationChange[],
  on: Day,
): readonly Id[] {
  const line = [organization];
  for (const each of line) {
    const coordinator = named.get(each);
    if (coordinator === undefined) break;
    const now = responsibleOn(coordinator, successionOf(coordinator, [], changes), on);
    if (now.state === "answers" && !line.includes(now.organization)) line.push(now.organization);
  }
  return line.slice(1);
}
