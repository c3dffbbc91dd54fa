import { DomainError } from "../domain-error.ts";
import { meantText } from "./near-names.ts";

/** Of so many names at most it is looked which one was probably meant. */
export const mostCompared = 1_000;

/** An unknown name is an error and never gives an empty answer. `names`: those that there are, for what was probably meant. */
export function unknownValues(
  filter: string,
  values: readonly string[],
  { detail, names }: { detail: string; names: readonly string[] },
): DomainError {
  return new DomainError(
    "unknownValue",
    "what is asked for is not there",
    values.map((value) => ({ name: filter, value, detail: `${detail}${meantText(value, names)}` })),
  );
}
