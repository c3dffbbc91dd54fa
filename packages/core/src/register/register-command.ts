import type { CommandOptions } from "../acting/act-texts.ts";
import { Role } from "../follow-up/follow-up.ts";

/** The command of an act on the register, and what the help says of it. */
export type RegisterCommand = {
  noun: string;
  verb: string;
  alias?: string;
  about: string;
  /** What the command prints first of what it did; "Recorded" when absent. */
  done?: string;
  /**
   * What is named before the options, in order, each as the help writes it: the thing that the act is done on, a part of
   * it, or a property that names another thing of the same kind.
   */
  names?: Readonly<Record<string, string>>;
  /**
   * Its options in their order, by the property that each gives. Three give none: `change` a merge
   * patch with any of the properties, `among` which of several things with the name is meant, `part` a part of the thing.
   */
  options: CommandOptions;
};

/** The text of an option for a JSON Merge Patch. */
export function changeText(example: string): string {
  return `what changes, such as ${example}; null takes a property away`;
}

/** Options that several acts have. */
export const reportOption = {
  among: ["--report <reference>", "the report, where several have the reference"],
} as const;
export const bodyOption = {
  among: ["--by <name>", "the issuing body, if several have a cycle about the year"],
} as const;
export const addresseeOption = {
  addressees: [
    "--addressee <name[:role]>",
    `the addressee; its role is ${Role.options.join(", ")} (default: lead)`,
    "addresseeInRole",
  ],
} as const;
