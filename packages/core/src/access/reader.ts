import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

export type ReaderRole = "public" | "parliament" | "respondent" | "editor" | "assessor" | "admin";

/**
 * Who is asking. Every read needs a reader, and the store puts what the reader may see into the query itself. `today`
 * is the day of the request: the reader's rights are those of that day, whatever day the question is about.
 */
export type Reader = { role: ReaderRole; organizations: readonly Id[]; today?: Day };

export const publicReader: Reader = { role: "public", organizations: [] };

/** Whether a reader may see drafts; for all others drafts leave no trace. */
export function maySeeDrafts(reader: Reader): boolean {
  return reader.role === "editor" || reader.role === "assessor" || reader.role === "admin";
}
