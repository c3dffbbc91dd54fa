import { z } from "zod";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";

export const ReaderRole = z.enum(["public", "parliament", "respondent", "editor", "assessor", "admin"]);
export type ReaderRole = z.infer<typeof ReaderRole>;

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

/** Whether a reader may see all of the record: drafts and confidential evidence of every issuing body. */
export function maySeeAll(reader: Reader): boolean {
  return maySeeDrafts(reader) && reader.organizations.length === 0;
}
