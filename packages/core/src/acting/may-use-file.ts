import type { Right } from "../access/right.ts";
import type { Person } from "./person.ts";

/**
 * Whether somebody may name a file in an act that another person brought: a colleague may, of the same addressee or of the same
 * issuing body. A file that no entry names yet is seen by nobody else.
 */
export function mayUseFile(person: Omit<Person, "name">, broughtBy: Omit<Person, "name">): boolean {
  if (person.id === broughtBy.id) return true;
  return person.rights.some((right) => broughtBy.rights.some((other) => areColleagues(right, other)));
}

function areColleagues(one: Right, other: Right): boolean {
  const [speaks, otherSpeaks] = [one, other].map(({ role }) => role === "respondent");
  if (speaks !== otherSpeaks || [one, other].some(({ role }) => role === "public" || role === "parliament"))
    return false;
  if (one.organizations.some((each) => other.organizations.includes(each))) return true;
  // An editor or assessor without organizations works for all issuing bodies.
  return !speaks && [one, other].some(({ organizations }) => organizations.length === 0);
}
