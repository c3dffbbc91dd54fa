import type { Day, Person } from "@heed/core";
import { actorsOf } from "@heed/core/acting/person";
import { deskOf } from "@heed/core/drafts/decide-draft";
import { bodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { Where } from "../statements/where.ts";

/**
 * The drafts `d` that a person sees in any role: those of the role's side, of its organizations and of what these were before a
 * renaming, a merger or an absorption. A token for some acts sees drafts of those alone. Every read of drafts uses it: for everybody
 * else they do not exist.
 */
export function seenDrafts(person: Person, today: Day, where: Where): Where {
  const desks = actorsOf(person).map((actor) => {
    const { side, organizations } = deskOf(actor);
    const desk = new Where(where.dialect).and("d.side = ?", side);
    if (side === "issuingBody" && organizations.length === 0) return desk;
    const { text, values } = bodiesOfActor(where, { organizations, today });
    return desk.and(`d.organization_id IN (${text})`, ...values);
  });
  return where
    .andInList("d.act", person.acts)
    .and(desks.map(({ text }) => `(${text})`).join(" OR ") || "1 = 0", ...desks.flatMap(({ values }) => values));
}
