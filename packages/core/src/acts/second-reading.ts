import type { Closure } from "../follow-up/entries/closure.ts";
import type { Reopening } from "../follow-up/entries/reopening.ts";
import type { Id } from "../source.ts";
import { PersonName, ReadableText } from "../text/bounded-text.ts";
import type { Acting } from "./act.ts";
import { type Fault, inputFault } from "./fault.ts";
import { maybeSamePerson } from "./same-person.ts";

/** Who read it besides the assessor, or why nobody could (R35). */
export const secondReading = {
  secondReader: PersonName.optional(),
  singleReader: ReadableText.optional().describe("Why there is only one reader."),
};

/** Who approved it here, in place of a name that was typed: the record then knows the person, and not only a name. */
export function approvedBy({ secondReader }: Acting): { secondReader?: string; secondReaderId?: Id } {
  return secondReader === undefined ? {} : { secondReader: secondReader.name, secondReaderId: secondReader.id };
}

/** Another name is not the person who approved it. */
export function withoutApproval(_: unknown, change: Readonly<Record<string, unknown>>): object {
  return "secondReader" in change || "singleReader" in change ? { secondReaderId: null } : {};
}

/**
 * R35: where its action asks so, either somebody else has read it, or it says why nobody could; never both. The second
 * reader is none of `others` either.
 */
export function readingFaults(
  { ruleOf }: Acting,
  entry: Closure | Reopening,
  others: readonly (string | undefined)[] = [],
): Fault[] {
  const { assessor, actor, secondReader, singleReader } = entry;
  if (ruleOf(entry).secondReader && secondReader === undefined && singleReader === undefined)
    return [
      inputFault(
        "secondReader",
        "it needs a second reader (R7)",
        undefined,
        "who is not the assessor; or singleReader with the reason",
      ),
    ];
  if (secondReader !== undefined && singleReader !== undefined)
    return [inputFault("singleReader", "give either a second reader, or a reason why there is only one (R35)")];
  return sameReaderFaults(secondReader, [assessor, actor, ...others]);
}

/** The same person under another spelling is the same person (R7). */
export function sameReaderFaults(secondReader: string | undefined, others: readonly (string | undefined)[]): Fault[] {
  if (secondReader === undefined || !isOneOf(secondReader, others)) return [];
  return [
    {
      code: "missingPermission",
      message: "the second reader is not the assessor, nor who corrects it (R7)",
      name: "secondReader",
      value: secondReader,
      detail: "the two names may be the same person; if they are two people, write both names in full",
    },
  ];
}

export function isOneOf(name: string, others: readonly (string | undefined)[]): boolean {
  return others.some((other) => other !== undefined && maybeSamePerson(name, other));
}
