import type { Rule } from "../../src/rules/rule.ts";
import { heldBy, ruleGroups, rules } from "../../src/rules/rules.ts";

/** docs/rules.md, from the table of rules. */
export function rulesPage(): string {
  return `# The rules

Every rule that Heed follows, once. R is a rule about what is said, done and seen; D is one about days and what is owed. Code, tests,
answers (\`reasons[].rule\`) and messages cite these numbers, and a number is never given again. \`heed explain R14\` prints one, in four
languages; \`/refData/rules\` of the API gives them all.

This page is printed from [packages/core/src/rules](../packages/core/src/rules); a test fails when it differs, when a number is cited that is
not here, or when a row names a function or a test that is not there. What a rule was chosen for is told in [decisions](decisions).

${Object.entries(ruleGroups).map(group).join("\n")}
## Open

Written, and not there yet, or not whole:

${Object.entries(rules)
  .filter(([, { open }]) => open !== undefined)
  .map(([number, { title, open }]) => `- [${number}](#${anchor(number)}) ${title.en}: ${open}\n`)
  .join("")}`;
}

function group([name, of]: [string, Record<string, Rule>]): string {
  const numbers = Object.keys(rules).filter((number) => number in of);
  return `## ${name}

| | rule | decided by | function | test |
|---|---|---|---|---|
${numbers.map((number) => row(number, of[number] as Rule)).join("")}`;
}

function row(number: string, told: Rule): string {
  const { title, text, source, open } = told;
  const { implementedBy, test } = heldBy(told);
  const rule = `**${title.en}.** ${text.en}${open === undefined ? "" : " *Open, see below.*"}`;
  return `| <a id="${anchor(number)}"></a>${number} | ${rule} | ${source} | ${link(implementedBy)} | ${link(test)} |\n`;
}

function link(place: string | undefined): string {
  const [file, name] = place?.split("#") ?? [];
  return name === undefined ? "" : `[${name}](../${file})`;
}

function anchor(number: string): string {
  return number.toLowerCase();
}
