import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { isOfTheKeepers, type ReaderRole, type Right } from "./right.ts";

/**
 * Who is asking: a reader sees what any of its rights sees, and without rights what the public sees. Every read needs a
 * reader, and the store puts what the reader may see into the query itself. `today` is the day of the request: the
 * rights are those of that day, whatever day the question is about.
 */
export type Reader = { rights: readonly Right[]; today?: Day };

export const publicReader: Reader = { rights: [] };

/** A reader with one right. */
export function readerAs(role: ReaderRole, organizations: readonly Id[] = []): Reader {
  return { rights: [{ role, organizations }] };
}

/** Whether a reader may see drafts of any body; for all others drafts leave no trace. */
export function maySeeDrafts({ rights }: Reader): boolean {
  return rights.some(isOfTheKeepers);
}

/** Whether a reader may see all of the record: drafts and confidential evidence of every issuing body. */
export function maySeeAll({ rights }: Reader): boolean {
  return rights.some((right) => isOfTheKeepers(right) && right.organizations.length === 0);
}

/** The rights by which a reader sees what is about persons: those of editors and admins. */
export function asKeeperOfPersons({ rights, ...reader }: Reader): Reader {
  return { ...reader, rights: rights.filter(({ role }) => role === "editor" || role === "admin") };
}

/** The issuing bodies whose drafts a reader may see who may not see all. */
export function bodiesHeld({ rights }: Reader): readonly Id[] {
  return [...new Set(rights.filter(isOfTheKeepers).flatMap(({ organizations }) => organizations))];
}
