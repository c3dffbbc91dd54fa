import { z } from "zod";
import { DomainError } from "../domain-error.ts";
import { type Recommendation, referenceKey } from "../recommendation/recommendation.ts";
import type { Id } from "../source.ts";

/** A recommendation that has a reference, or had it before a correction. */
export type Bearer = {
  id: Id;
  /** Its present one. */
  reference: string;
};

/** Given beside the new reference; it is not a property of the recommendation. */
export const reuseReference = z
  .boolean()
  .optional()
  .describe("true: take the reference although another recommendation of the report has it, or had it.");

/**
 * A reference leads to one recommendation of its report, also in letters and files from before a correction: it cannot
 * be given to another one unless that is asked for. Errors: duplicateReference, with the recommendation that has or had
 * it.
 */
export function requireFreeReference(
  { id, reference: before }: Pick<Recommendation, "id" | "reference">,
  reference: string,
  bearers: readonly Bearer[],
  reuse: boolean,
): void {
  const key = referenceKey(reference);
  const other = bearers.find((each) => each.id !== id);
  if (reuse || key === referenceKey(before) || other === undefined) return;
  const is = referenceKey(other.reference) === key;
  throw new DomainError(
    "duplicateReference",
    `another recommendation of the report ${is ? "has" : "had"} the reference ${reference}; "reuseReference": true takes it all the same`,
    [
      {
        name: "reference",
        value: reference,
        detail: is ? `it is that of ${other.id}` : `it was that of ${other.id}, which is ${other.reference} now`,
      },
    ],
  );
}
