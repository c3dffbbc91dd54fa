import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

export type ReaderRole = "public" | "parliament" | "respondent" | "editor" | "assessor" | "admin";

/**
 * Who is asking; every read names one, and the store puts what he may see into the query itself. `today` is the day on which he
 * asks: his rights are those of that day, whatever day he asks about.
 */
export type Reader = { role: ReaderRole; organizations: readonly Id[]; today?: Day };

export const publicReader: Reader = { role: "public", organizations: [] };

/** Drafts leave no trace for a reader without the right to see them. */
export function maySeeDrafts(reader: Reader): boolean {
  return reader.role === "editor" || reader.role === "assessor" || reader.role === "admin";
}
