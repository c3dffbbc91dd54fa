import type { DomainError } from "@heed/core";
import type { Say } from "../../language/say.ts";
import type { Fault } from "../form/faults.ts";
import type { Values } from "../form/values.ts";
import { faultsAt } from "../register/filled.ts";
import { sectionPlaces } from "./section-form.tsx";

/** Why a section was refused, at its fields; that a block is unknown in the reader's language, with those that there are. */
export function sectionFaults(say: Say, values: Values, languages: readonly string[], error: DomainError): Fault[] {
  return faultsAt({ say, values }, sectionPlaces(say, languages), error).map(({ lang, ...fault }) => {
    const [, label = "", line = "", block = "", names = ""] = unknownBlock.exec(fault.text) ?? [];
    return line === ""
      ? { ...fault, ...(lang !== undefined && { lang }) }
      : { ...fault, text: say.message("fault.section.block", { label, line, block, names }) };
  });
}

/** As a refusal of a section tells it: its field, the language, the line, the word that is no block, and the words that are. */
const unknownBlock = /^(.*): [a-z-]+, line (\d+): no block is called "(.*)"; these are: (.*)$/;
