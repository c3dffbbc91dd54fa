import type { z } from "zod";
import type { PropertyKind } from "./property-kind.ts";

/** How an option of a command is written, what it is about, and what its value is where the schema does not tell. */
export type OptionText = readonly [flags: string, about: string, as?: PropertyKind];

/** The options of a command in their order, by the property of the input that each gives. */
export type CommandOptions<Property extends string = string> = { readonly [Name in Property]?: OptionText };

/** How a date may be written. */
export const dayOrWords = 'a day, or words such as "second quarter 2025"';

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
  options: CommandOptions<Property>;
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
