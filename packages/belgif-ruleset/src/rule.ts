import type { RuleDefinition } from "@stoplight/spectral-core";
import { type Part, type Path, partOf } from "./document.ts";

/** What a document does against a rule, and where. */
export type Finding = { message: string; path: Path };

/** A rule of the guide as Spectral runs it: `must` is an error, `should` a warning, as in the guide's own words. */
export type Rule = {
  id: string;
  /** Where the guide says it, when that is not in a rule of this id. */
  anchor?: string;
  force: "must" | "should";
  says: string;
  find: (document: Part) => Finding[];
};

/** The name of a rule in Spectral: the guide's own id. */
export function nameOf({ id }: Rule): string {
  return `belgif:${id}`;
}

export function definitionOf({ id, anchor = `rule-${id}`, force, says, find }: Rule): RuleDefinition {
  return {
    description: says,
    message: "{{error}}",
    documentationUrl: `https://www.belgif.be/specification/rest/api-guide/#${anchor}`,
    severity: force === "must" ? "error" : "warn",
    // Each rule reads the whole document as it is written: a place is then told once, however often it is referred to.
    given: "$",
    resolved: false,
    // biome-ignore lint/suspicious/noThenProperty: it is what Spectral calls the check of a rule.
    then: {
      function: (document: unknown) =>
        find(partOf(document)).map(({ message, path }) => ({ message, path: [...path] })),
    },
  };
}
