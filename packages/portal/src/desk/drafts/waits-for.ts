import type { Person } from "@heed/core";
import type { ActDraft } from "@heed/core/drafts/act-draft";

/** Whether a second reading waits for somebody: asked of that person, or of anybody else than who asked. */
export function waitsFor({ holder, handedBy }: ActDraft, { id, name }: Person): boolean {
  if (handedBy?.id === id) return false;
  return holder === undefined || (holder.id === undefined ? holder.name === name : holder.id === id);
}
