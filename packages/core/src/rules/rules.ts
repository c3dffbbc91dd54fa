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

/** The groups of rules, in the order in which docs/rules.md tells them. */
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

/** R… is a rule of status, D… one of time. A number is never given again. */
export type RuleNumber = {
  [Group in keyof typeof ruleGroups]: keyof (typeof ruleGroups)[Group];
}[keyof typeof ruleGroups];

/** Every rule by its number: those of status first, each series in its order. */
export const rules: Readonly<Record<RuleNumber, Rule>> = Object.fromEntries(
  Object.values(ruleGroups)
    .flatMap((group: Numbered) => Object.entries(group) as [string, Rule][])
    .sort(([one], [other]) => place(one) - place(other)),
) as Record<RuleNumber, Rule>;

/** D4a comes after D4. */
function place(number: string): number {
  return (number.startsWith("D") ? 1000 : 0) + Number.parseInt(number.slice(1), 10) + (/[a-z]$/.test(number) ? 0.5 : 0);
}

/** The files in the repository that a rule's row names. */
export function functionFile(of: string): string {
  return inPackage(of, "src");
}

export function testFile(of: string): string {
  return inPackage(of, "test");
}

function inPackage(of: string, folder: string): string {
  const [path = ""] = of.split("#");
  const [name, ...rest] = path.split("/");
  return `packages/${name}/${folder}/${rest.join("/")}`;
}
