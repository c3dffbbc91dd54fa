import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { operations } from "../../api/src/operations/operations.ts";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/process/program.ts";
import { actingOperations, commandOperations, onlyHere } from "../src/remote/command-operations.ts";

const page = fileURLToPath(new URL("../../../docs/command-operations.md", import.meta.url));

function leaves(command: Command, words: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [words.join(" ")];
  return command.commands.flatMap((each) => leaves(each, [...words, each.name()]));
}

const all = leaves(heedProgram(allCommands, () => undefined));

const byService = { ...commandOperations, ...actingOperations };

/** Why a command works on a database itself. */
const whyHere = (command: string) => onlyHere[command] ?? onlyHere[command.split(" ")[0] ?? ""];

test("each command has the operations that it needs, or works on a database itself", () => {
  const both = all.filter((each) => each in byService === (whyHere(each) !== undefined));
  expect(both).toEqual([]);
  expect(Object.keys(byService).filter((each) => !all.includes(each))).toEqual([]);
});

test("the API has each operation that a command needs", () => {
  const ids = new Set(operations.map(({ id }) => id));
  const needed = Object.values(byService).flat();
  expect(needed.filter((each) => !ids.has(each))).toEqual([]);
});

test("the page of commands and operations is the printed one", () => {
  const row = (command: string) => {
    const needs = byService[command];
    if (needs === undefined) return `| \`heed ${command}\` | no: ${whyHere(command)} | |`;
    return `| \`heed ${command}\` | yes | ${needs.map((each) => `\`${each}\``).join(", ") || "none"} |`;
  };
  const printed = `# Commands and operations

With \`--server\` a command asks a running service instead of a database, with the token in \`HEED_TOKEN\`
([the command line](command-line.md)). The table tells which operations of the API each command needs; [the client](../packages/client/README.md) has
the same. What is a draft needs a token that may see it, and the person of the token is the one who acts.

| command | with \`--server\` | operations |
|---|---|---|
${all.map(row).join("\n")}
`;
  // HEED_UPDATE_CONTRACT=1 writes it again.
  if (process.env.HEED_UPDATE_CONTRACT) writeFileSync(page, printed);
  expect(readFileSync(page, "utf8")).toBe(printed);
});
