import type { Entry } from "@heed/core";
import type { DraftDone } from "../asked/desk.ts";
import { deskAddresses } from "./desk-addresses.ts";
import type { DeskAsked } from "./desk-asked.ts";

/** The way to the receipt of entries that were recorded together. */
export function receiptOfEntries({ way }: DeskAsked, entries: readonly Pick<Entry, "id">[]): string {
  const [first] = entries.map(({ id }) => id).sort();
  return first === undefined ? way(deskAddresses.receipts()) : way(deskAddresses.receiptOf(first));
}

/** The way to the receipt of what was just done. */
export function receiptOf(asked: DeskAsked, done: readonly DraftDone[]): string {
  return receiptOfEntries(
    asked,
    done.flatMap(({ performed }) => performed?.entries ?? []),
  );
}

/** The follow-up and the entry that a former address of a receipt names. */
export function namedEntry(text: string): { followUp: string; entry: string } {
  const [followUp = "", entry = ""] = text.split("~");
  return { followUp, entry };
}
