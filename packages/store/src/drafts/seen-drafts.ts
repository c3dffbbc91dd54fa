import type { Actor, Day } from "@heed/core";
import { deskOf } from "@heed/core/drafts/decide-draft";
import { bodiesOfActor } from "../organizations/bodies-of-actor.ts";
import type { Where } from "../statements/where.ts";

/**
 * The drafts `d` that an actor sees: those of its own side, of its organizations and of what these were before a renaming, a merger
 * or an absorption. Every read of drafts uses it: for everybody else they do not exist.
 */
export function seenDrafts(actor: Actor, today: Day, where: Where): Where {
  const { side, organizations } = deskOf(actor);
  where.and("d.side = ?", side);
  if (side === "issuingBody" && organizations.length === 0) return where;
  const { text, values } = bodiesOfActor(where, { organizations, today });
  return where.and(`d.organization_id IN (${text})`, ...values);
}
