import type { Id } from "../../source.ts";
import type { Change } from "./change.ts";

/** The same for a change as long as it says the same, so that who was told of it knows it again. */
export function changeIdentity(change: Change & { followUp: Id }): string {
  const { followUp, kind, day, entry, link, owed, commitment, due } = change;
  return JSON.stringify([followUp, kind, day, entry, link, owed, commitment?.id, due].map((each) => each ?? null));
}
