import type { DraftDone } from "../asked/desk.ts";
import { deskAddresses } from "./desk-addresses.ts";
import type { DeskAsked } from "./desk-asked.ts";

/** The way to the receipt of entries on one follow-up. */
export function receiptOfEntries({ way }: DeskAsked, followUp: string, entries: readonly { id: string }[]): string {
  return way(deskAddresses.receipt(), { of: entries.map(({ id }) => entryNamed(followUp, id)) });
}

/** The way to the receipt of what was just done. */
export function receiptOf({ way }: DeskAsked, done: readonly DraftDone[]): string {
  const of = done.flatMap(({ draft, performed }) =>
    (performed?.entries ?? []).map(({ id }) => entryNamed(draft.followUp, id)),
  );
  return way(deskAddresses.receipt(), { of });
}

function entryNamed(followUp: string, entry: string): string {
  return `${followUp}~${entry}`;
}

/** The follow-up and the entry that a receipt names. */
export function namedEntry(text: string): { followUp: string; entry: string } {
  const [followUp = "", entry = ""] = text.split("~");
  return { followUp, entry };
}
