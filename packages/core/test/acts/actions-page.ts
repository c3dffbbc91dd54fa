import { type ActionRule, actionStates, actions, type RegisterRule, registerActions } from "../../src/index.ts";

/** docs/actions.md, from the tables that the acts obey. */
export function actionsPage(): string {
  return `# What may be done when, and by whom

This page is printed from the code ([actions.ts](../packages/core/src/follow-up/actions.ts),
[register-act.ts](../packages/core/src/register/register-act.ts)); a test fails when it differs. The command line, the API and the
library all ask these two tables.

## On a follow-up

Draft: the report is not published yet. Second reader: somebody who is not the assessor, or the reason why there is only one
reader (R7). For the respondent: an editor may record it on its behalf, with the source.

${table(
  ["action", ...actionStates.map(words), "who", "then"],
  Object.entries(actions).map(([action, rule]: [string, ActionRule]) => [
    `\`${action}\``,
    ...actionStates.map((state) => (rule.states.includes(state) ? "x" : "")),
    whoText(rule),
    thenText(action, rule),
  ]),
)}
Who corrects or retracts an entry is its author, or an editor.

## On the register

${table(
  ["act", "on", "while it is", "who"],
  Object.entries(registerActions).map(([act, rule]: [string, RegisterRule]) => [
    `\`${act}\``,
    words(rule.on),
    rule.states?.map(words).join(", ") ?? "(new)",
    rule.roles.join(", "),
  ]),
)}`;
}

function whoText({ roles, onBehalf, secondReader }: ActionRule): string {
  return `${roles.join(", ")}${onBehalf ? ", editor for the respondent" : ""}${secondReader ? ", and a second reader" : ""}`;
}

function thenText(action: string, { becomes }: ActionRule): string {
  if (action === "discard") return "gone";
  if (action === "correct" || action === "retract") return "derived again";
  return becomes === undefined ? "the same" : words(becomes);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
