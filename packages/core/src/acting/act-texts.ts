import type { z } from "zod";

/** How an option of a command is written, and what it is about. */
export type OptionText = readonly [flags: string, about: string];

/** The nouns under which the command line has acts, as its help tells them. */
export const nouns = {
  response: "What addressees answer",
  commitment: "What addressees promise",
  update: "What addressees say they have done",
  evidence: "Evidence",
  observation: "What third parties say",
  deadline: "Requests and decisions to move a deadline",
  assessment: "What the issuing body finds",
  entry: "Corrections",
} as const;

/** The command of an act on a follow-up, and what the help says of it. */
export type CommandText<Property extends string = string> = {
  noun: keyof typeof nouns | "follow-up";
  verb: string;
  about: string;
  /** Its options in their order, by the property of the input that each gives. */
  options: { readonly [Name in Property]?: OptionText };
};

/**
 * The operation of an act on a follow-up: its id, a summary, and the collection under the follow-up to which it adds. One that
 * changes an entry tells by which properties, as a JSON Merge Patch.
 */
export type OperationText = { id: string; summary: string } & ({ collection: string } | { changes: z.ZodType });

/** Options that several acts have. */
export const evidenceOption = {
  evidence: ["--evidence <kind:title>", "evidence, such as law:Act of 1 June; may be repeated"],
} as const;
export const secondReaderOption = {
  secondReader: ["--second-reader <name>", "who read it besides the assessor"],
} as const;
export const secondReadingOptions = {
  ...secondReaderOption,
  singleReader: ["--single-reader <reason>", "why nobody else could read it"],
} as const;
