import { DomainError, type Id } from "@heed/core";
import type { DraftWork } from "../acting/tracker-writes.ts";
import type { Say } from "../messages/say.ts";
import { onlyOf } from "./whole-id.ts";

/** The draft of which a text is the id, or the beginning of it. Errors: notFound; ambiguousReference. */
export async function theDraft(desk: DraftWork, given: string, { draft: told }: Say): Promise<Id> {
  const { items } = await desk.list({}, {});
  const found =
    items.find(({ id }) => id === given)?.id ??
    onlyOf(
      items
        .filter(({ id }) => given.length >= 4 && id.startsWith(given))
        .map(({ id, act }) => ({ id, name: told.acts[act] })),
      given,
      "draft",
    );
  if (found === undefined) throw new DomainError("notFound", told.noneSeen(given));
  return found;
}
