import type { EntryType } from "../follow-up/entries/entry.ts";
import type { Comparison } from "./comparison.ts";
import type { Evidence } from "./days-between.ts";

/** What the editions tell of when an entry was given, besides its own showings. */
export function evidenceOf(
  { edition: { shownBefore, shownTypes }, shownOf }: Comparison,
  type: EntryType,
  key: string,
): Pick<Evidence, "key" | "shown" | "listed"> {
  const today = shownTypes.get(type);
  return { key, shown: shownOf(type), listed: [...(shownBefore.get(type) ?? []), ...(today ? [today] : [])] };
}
