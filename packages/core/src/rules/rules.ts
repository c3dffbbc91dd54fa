import { claimRules } from "./claims.ts";
import { closingRules } from "./closing.ts";
import { entryRules } from "./entries.ts";
import { importRules } from "./imports.ts";
import { levelRules } from "./levels.ts";
import { organizationRules } from "./organizations.ts";
import { owedRules } from "./owed.ts";
import { partRules } from "./parts.ts";
import { progressRules } from "./progress.ts";
import { repeatRules } from "./repeats.ts";
import type { Rule } from "./rule.ts";
import { surfaceRules } from "./surfaces.ts";
import { timeRules } from "./time.ts";

/** The groups of rules, in the order of docs/rules.md. */
export const ruleGroups = {
  "Positions and levels": levelRules,
  "Claims and findings": claimRules,
  "Closing and reopening": closingRules,
  "Parts and addressees": partRules,
  "Organizations that change": organizationRules,
  "What is asked again": repeatRules,
  "Days and periods": timeRules,
  "What is owed": owedRules,
  "What is counted": progressRules,
  "What is recorded": entryRules,
  "What comes from files": importRules,
  "Commands and service": surfaceRules,
} as const satisfies Record<string, Record<string, Rule>>;

type Numbered = (typeof ruleGroups)[keyof typeof ruleGroups];

/** R… is a rule of status, D… a rule of time. A number is never used again. */
export type RuleNumber = {
  [Group in keyof typeof ruleGroups]: keyof (typeof ruleGroups)[Group];
}[keyof typeof ruleGroups];

/** Every rule by its number: first the rules of status, each series in order. */
export const rules: Readonly<Record<RuleNumber, Rule>> = Object.fromEntries(
  Object.values(ruleGroups)
    .flatMap((group: Numbered) => Object.entries(group) as [string, Rule][])
    .sort(([one], [other]) => place(one) - place(other)),
) as Record<RuleNumber, Rule>;

/** The number of a rule, also given in small letters; undefined when there is no such rule. */
export function ruleNumbered(text: string): RuleNumber | undefined {
  const wanted = text.trim().toLowerCase();
  return (Object.keys(rules) as RuleNumber[]).find((number) => number.toLowerCase() === wanted);
}

/** D4a comes after D4. */
function place(number: string): number {
  return (number.startsWith("D") ? 1000 : 0) + Number.parseInt(number.slice(1), 10) + (/[a-z]$/.test(number) ? 0.5 : 0);
}

/** The function that implements a rule and the test for it, each as a file of the repository, # and the name in it. */
export function heldBy({ function: implementedBy, test }: Rule): { implementedBy?: string; test?: string } {
  return {
    ...(implementedBy && { implementedBy: inPackage(implementedBy, "src") }),
    ...(test && { test: inPackage(test, "test") }),
  };
}

function inPackage(place: string, folder: "src" | "test"): string {
  return `packages/${place.replace("/", `/${folder}/`)}`;
}
