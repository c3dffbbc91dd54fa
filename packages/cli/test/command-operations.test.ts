import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { acts } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { operations } from "../../api/src/operations/operations.ts";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/process/program.ts";
import { commandOperations, onlyHere } from "../src/remote/command-operations.ts";

const page = fileURLToPath(new URL("../../../docs/command-operations.md", import.meta.url));

function leaves(command: Command, words: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [words.join(" ")];
  return command.commands.flatMap((each) => leaves(each, [...words, each.name()]));
}

const all = leaves(heedProgram(allCommands, () => undefined));

/** The acts are operations of their own names; a command of one works on a database today. */
const ofActs = new Map(
  [...Object.values(acts), ...Object.values(registerActs)].map(({ command, operation }) => [
    `${command.noun} ${command.verb.split(" ")[0]}`,
    [operation.id],
  ]),
);

const isHere = (command: string) => onlyHere.includes(command.split(" ")[0] ?? "");

test("each command has the operations that it needs, or works on a database itself", () => {
  const unknown = all.filter((each) => !(each in commandOperations) && !ofActs.has(each) && !isHere(each));
  expect(unknown).toEqual([]);
  expect(Object.keys(commandOperations).filter((each) => !all.includes(each))).toEqual([]);
});

test("the API has each operation that a command needs", () => {
  const ids = new Set(operations.map(({ id }) => id));
  const needed = [...Object.values(commandOperations).flat(), ...[...ofActs.values()].flat()];
  expect(needed.filter((each) => !ids.has(each))).toEqual([]);
});

test("the page of commands and operations is the printed one", () => {
  const row = (command: string) => {
    const needs = commandOperations[command];
    if (needs !== undefined)
      return `| \`heed ${command}\` | yes | ${needs.map((each) => `\`${each}\``).join(", ") || "none"} |`;
    const act = ofActs.get(command);
    return `| \`heed ${command}\` | no | ${act ? `\`${act.join("`, `")}\`` : "works on a database itself"} |`;
  };
  const printed = `# Commands and operations

With \`--server\` a command asks a running service instead of a database, with the token in \`HEED_TOKEN\`
([the command line](command-line.md)). The table tells which operations of the API each command needs. Commands that read work so today; what an act
needs is there in the API and in [the client](../packages/client/README.md), while its command works on a database. \`recommendation show\` of one that is a draft needs a token that may see it.

| command | with \`--server\` | operations |
|---|---|---|
${all.map(row).join("\n")}
`;
  // HEED_UPDATE_CONTRACT=1 writes it again.
  if (process.env.HEED_UPDATE_CONTRACT) writeFileSync(page, printed);
  expect(readFileSync(page, "utf8")).toBe(printed);
});
