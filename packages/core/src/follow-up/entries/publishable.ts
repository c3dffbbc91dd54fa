import type { Id } from "../../source.ts";
import { withAmendedBy } from "./amended-by.ts";
import type { Entry } from "./entry.ts";
import { unpublished } from "./unpublished.ts";
import { withoutConfidential } from "./without-confidential.ts";

/** The answers that wait for their publication and can be published: a version that was corrected or retracted never is (R60). */
export function publishable(entries: readonly Entry[]): ReadonlySet<Id> {
  const waiting = unpublished(entries);
  if (waiting.size === 0) return waiting;
  const standing = withAmendedBy(entries).filter(
    ({ id, correctedBy, retractedBy }) => waiting.has(id) && correctedBy === undefined && retractedBy === undefined,
  );
  return new Set(standing.map(({ id }) => id));
}

/** What everybody could read once some publications are recorded, and cannot read before, as everybody would read it. */
export function madePublic(entries: readonly Entry[], publications: readonly Entry[]): Entry[] {
  const before = unpublished(entries);
  if (before.size === 0 || !publications.some(({ type }) => type === "answerPublication")) return [];
  const after = [...entries, ...publications];
  const waiting = unpublished(after);
  return withoutConfidential(after).visible.filter(({ id }) => before.has(id) && !waiting.has(id));
}
