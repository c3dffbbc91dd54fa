import { parseInput } from "../acting/parse-input.ts";
import { type DomainError, isRefusal } from "../domain-error.ts";
import { referenceKey } from "../recommendation/recommendation.ts";
import { duplicateReference, NewRecommendation } from "./draft.ts";

/**
 * Why some of several recommendations could not be added to a draft, each refusal at the place of its recommendation: what an act for each
 * would refuse one after another is told at once, before the first is added. `taken`: the references that the draft has.
 */
export function additionFaults(taken: readonly string[], inputs: readonly unknown[]): ReadonlyMap<number, DomainError> {
  const known = new Set(taken.map(referenceKey));
  const faults = new Map<number, DomainError>();
  for (const [place, input] of inputs.entries()) {
    try {
      const { reference } = parseInput(NewRecommendation, input);
      const key = referenceKey(reference);
      if (known.has(key)) faults.set(place, duplicateReference(reference));
      known.add(key);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      faults.set(place, error);
    }
  }
  return faults;
}
