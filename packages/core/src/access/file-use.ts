import type { Actor } from "../acting/actor.ts";

/**
 * Whether somebody may name a file in an act that another person brought: a colleague may, of the same addressee or of the same
 * issuing body. A file that no entry names yet is seen by nobody else.
 */
export function mayUseFile(actor: Actor, broughtBy: Omit<Actor, "name">): boolean {
  if (actor.id === broughtBy.id) return true;
  const [own, other] = [actor, broughtBy].map(({ role }) => role === "respondent");
  if (own !== other) return false;
  const shared = actor.organizations.some((each) => broughtBy.organizations.includes(each));
  // An editor or assessor without organizations works for all issuing bodies.
  return shared || (!own && [actor, broughtBy].some(({ organizations }) => organizations.length === 0));
}
