import type { Id } from "@heed/core";
import type { Change } from "@heed/core/follow-up/changes/change";
import { changeIdentity } from "@heed/core/follow-up/changes/change-identity";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { v5 } from "uuid";

/** Under which the ids below are made; it never changes, because subscribers keep what they got by them. */
const uuidsOfFollowers = "6f1d0f0e-2c1b-4a50-9d0e-8f6a3b7c5e21";

/** The same for a change as long as it says the same, in every language and at every address. */
export function idOfChange(change: Change & { followUp: Id }): string {
  return lastingId("change", changeIdentity(change));
}

/** The same for a thing owed wherever its date moves. A due date of an update or a verification never moves: it tells which one it is. */
export function idOfOwed({ followUp, kind, commitment, originalDue, due }: ObligationItem): string {
  const which = kind === "update" || kind === "verification" ? (originalDue ?? due) : commitment?.id;
  return lastingId("owed", followUp, kind, which);
}

/** Of a feed itself, in a language and by its filters. */
export function idOfFeed(...names: readonly string[]): string {
  return `urn:uuid:${lastingId("feed", ...names)}`;
}

function lastingId(...names: readonly (string | undefined)[]): string {
  return v5(JSON.stringify(names.map((name) => name ?? null)), uuidsOfFollowers);
}
