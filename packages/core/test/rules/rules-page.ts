import { functionFile, type Rule, ruleGroups, rules, testFile } from "../../src/index.ts";

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

function row(number: string, { title, text, source, open, ...at }: Rule): string {
  const held = at.function === undefined ? "" : link(named(at.function), functionFile(at.function));
  const tested = at.test === undefined ? "" : link(named(at.test), testFile(at.test));
  const rule = `**${title.en}.** ${text.en}${open === undefined ? "" : " *Open, see below.*"}`;
  return `| <a id="${anchor(number)}"></a>${number} | ${rule} | ${source} | ${held} | ${tested} |\n`;
}

/** What follows the file: an export, or the beginning of a test's name. */
function named(of: string): string {
  return of.slice(of.indexOf("#") + 1);
}

function link(text: string, file: string): string {
  return `[${text.replaceAll("|", "\\|")}](../${file})`;
}

function anchor(number: string): string {
  return number.toLowerCase();
}
