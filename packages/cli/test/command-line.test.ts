import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { acts } from "@heed/core";
import type { OptionText } from "@heed/core/acting/act-texts";
import { rolesOf } from "@heed/core/acting/action-rule";
import { registerActs } from "@heed/core/acts/acts";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { RegisterAct } from "@heed/core/register/register-act";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/process/program.ts";
import { root } from "./heed.ts";

test("docs/command-line.md names every command in its table", () => {
  const page = readFileSync(join(root, "docs", "command-line.md"), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `heed "));
  for (const command of heedProgram(allCommands, () => undefined).commands)
    for (const sub of command.commands.length > 0 ? command.commands : [undefined]) {
      const isTold = rows.some(
        (row) =>
          row.includes(`heed ${command.name()}`) && (sub === undefined || new RegExp(`[ \`]${sub.name()}\``).test(row)),
      );
      expect(isTold, [command.name(), sub?.name()].join(" ")).toBe(true);
    }
});

/** Every command that does something, with its own words. */
function* leaves(command: Command, words: string[] = []): Generator<{ words: string[]; command: Command }> {
  for (const each of command.commands) {
    if (each.commands.length > 0) yield* leaves(each, [...words, each.name()]);
    else yield { words: [...words, each.name()], command: each };
  }
}
const program = heedProgram(allCommands, () => undefined);
const all = [...leaves(program)];

test("what messages and help advise is there: each command, and each option of it", () => {
  const sources = readdirSync(join(root, "packages"), { recursive: true, encoding: "utf8" })
    .filter((name) => /^(core|store|files|cli|api)\/src\/.*\.ts$/.test(name) && !name.includes("generated"))
    .map((name) => readFileSync(join(root, "packages", name), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""));
  const advice = sources.flatMap((text) => [
    ...text.matchAll(/heed ([a-z]+(?:-[a-z]+)?)(?: ([a-z]+))?((?: --[a-z-]+)*)/g),
  ]);
  const names = new Set(all.map(({ words: [first] }) => first));
  const advised = advice.filter(([, first = ""]) => names.has(first));
  expect(advised.length).toBeGreaterThan(8);
  for (const [text, first, second, options = ""] of advised) {
    const found = all.filter(({ words }) => words[0] === first && (words.length === 1 || words[1] === second));
    expect(found.length, text).toBeGreaterThan(0);
    for (const option of options.trim().split(" ").filter(Boolean))
      expect(
        found.some(({ command }) => command.options.some(({ long }) => long === option)),
        text,
      ).toBe(true);
  }
  const options = new Set([
    ...all.flatMap(({ command }) => command.options.map(({ long }) => long)),
    ...program.options.map(({ long }) => long),
    "--help",
  ]);
  // Options with pg_ are those of PostgreSQL's own programs.
  for (const text of sources.filter((each) => each.includes("DomainError") && !each.includes("pg_")))
    for (const [, option] of text.matchAll(/["`][^"`\n]*(?<![\w-])(--[a-z][a-z-]+)/g))
      expect(options, option).toContain(option);
});

test("help offers no value and no role that an act always refuses", () => {
  const of = (...words: string[]) => all.find((each) => each.words.join(" ") === words.join(" "))?.command;
  const choices = (command: Command | undefined, long: string) =>
    command?.options.find((option) => option.long === long)?.argChoices;
  expect(choices(of("response", "record"), "--position")).toEqual(acts.respond.input.shape.position.options);
  expect(choices(of("assessment", "record"), "--method")).toEqual(acts.assess.input.shape.method.options);
  expect(choices(of("assessment", "record"), "--role")).toEqual(["assessor"]);
  expect(choices(of("response", "record"), "--role")).toEqual(["respondent", "editor"]);
  expect(choices(of("report", "publish"), "--role")).toEqual(["editor"]);
  for (const option of ["--given-on", "--source"])
    expect(of("entry", "correct")?.options.map(({ long }) => long)).not.toContain(option);
});

test("the command of each act has the options of its row, in their order", () => {
  const rows = [...Object.values<FollowUpAct>(acts), ...Object.values<RegisterAct>(registerActs)];
  for (const { command } of rows) {
    const words = `${command.noun} ${command.verb}`;
    const flags = all.find((each) => each.words.join(" ") === words)?.command.options.map((option) => option.flags);
    const ofRow = Object.values<OptionText | undefined>(command.options).flatMap((text) => text?.[0] ?? []);
    expect(
      flags?.filter((each) => ofRow.includes(each)),
      words,
    ).toEqual(ofRow);
  }
});

test("each act of the registry has its command, for the roles that may do it", () => {
  const rolesIn = (noun: string, verb: string) =>
    all
      .find(({ words }) => words.join(" ") === `${noun} ${verb}`)
      ?.command.options.find(({ long }) => long === "--role")?.argChoices;
  for (const { command, actions } of Object.values<FollowUpAct>(acts))
    expect(rolesIn(command.noun, command.verb), `${command.noun} ${command.verb}`).toEqual([
      ...new Set(Object.values(actions).flatMap(rolesOf)),
    ]);
  for (const { command, roles } of Object.values<RegisterAct>(registerActs))
    expect(rolesIn(command.noun, command.verb), `${command.noun} ${command.verb}`).toEqual(roles);
});
