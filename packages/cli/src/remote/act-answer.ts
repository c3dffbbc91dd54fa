import type { Id } from "@heed/core";
import type { Performed } from "@heed/store";

/** What an act on a follow-up answers; without warnings where there is nothing to look at. */
export type ActAnswer = Omit<Performed, "warnings"> & Partial<Pick<Performed, "warnings">> & { followUp: { id: Id } };

export function performedOf({ version, entries, warnings = [] }: ActAnswer): Performed {
  return { version, entries, warnings };
}
