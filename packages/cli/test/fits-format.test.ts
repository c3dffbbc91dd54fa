import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { expect, onTestFinished, test } from "vitest";
import { allCommands } from "../src/all-commands.ts";
import { heedProgram } from "../src/process/program.ts";
import { worldDatabase } from "./heed.ts";

/** The commands that take a language, with the arguments that each needs. */
const named: Record<string, string[]> = {
  "recommendation show": ["2011-04"],
  "recommendation standing": ["2011-04"],
  "recommendation check": ["2011-04"],
  "follow-up show": ["2011-03-just"],
  "report show": ["2011"],
  "report write": ["2014"],
  "organization show": ["just"],
  "cycle show": ["2012"],
  "item show": ["JUD-2011-1"],
  "item figures": ["STAT-1"],
  "section list": ["2011"],
  "section show": ["framework"],
  "item reminder": ["MEET-2011-2"],
  "cycle unassessed": ["2014"],
  "report errata": ["2011"],
  "report reply": ["--organization", "just"],
  "report matrix": ["2011"],
  explain: ["R14"],
  progress: ["--group-by", "addressee"],
  changes: ["--since", "2014-01-01", "--until", "2015-12-31"],
};

test("a language is used in each format, or refused: it is never dropped", async () => {
  const program = heedProgram(allCommands, () => undefined);
  const within = (command: Command, path: string[]): [string[], Command][] =>
    command.commands.length === 0
      ? [[path, command]]
      : command.commands.flatMap((each) => within(each, [...path, each.name()]));
  const takers = within(program, []).filter(([, { options }]) => options.some(({ long }) => long === "--lang"));
  expect(takers.length).toBeGreaterThan(12);
  const { heed } = await worldDatabase();
  const folder = await mkdtemp(join(tmpdir(), "heed-formats-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const found = join(folder, "found.txt");
  await writeFile(found, "1. Continue to train the players.");
  expect((await heed("report", "draft", "--by", "myria", "--reference", "2026", "--year", "2026")).code).toBe(0);
  const claes = ["--as", "J. Claes", "--role", "respondent", "--for", "just"];
  const made = await heed("draft", "make", "2013-02", "--act", "update", "--addressee", "just", ...claes);
  const [, draft = ""] = /\[([0-9a-f]{8})\]/.exec(made.stdout) ?? [];
  const given: typeof named = {
    ...named,
    "recommendation propose": [found, "--report", "2026"],
    "draft list": claes,
    "draft show": [draft, ...claes],
  };
  // What changes a draft tells of it as these two do.
  const reading = takers.filter(([[group, verb = ""]]) => group !== "draft" || ["list", "show"].includes(verb));
  for (const [path, { options }] of reading)
    for (const format of options.find(({ long }) => long === "--format")?.argChoices ?? []) {
      // Those that take seconds are tried with one command.
      if (format === "xlsx" || (["pdf", "docx"].includes(format) && path[1] !== "write")) continue;
      const line = [...path, ...(given[path.join(" ")] ?? []), "--format", format];
      // One after the other: at the same time one of them would be a process of its own.
      const plain = await heed(...line);
      const dutch = await heed(...line, "--lang", "nl");
      const what = line.join(" ");
      expect(plain.code, what).toBe(0);
      if (dutch.code === 2) expect(dutch.stderr, what).toContain("--lang: ");
      else if (path[0] !== "cycle" && path[1] !== "standing") expect(dutch.stdout, what).not.toBe(plain.stdout);
    }
}, 240_000);

test("CSV takes neither headings nor reasons", async () => {
  const { heed } = await worldDatabase();
  for (const command of ["overdue", "owed"])
    for (const option of [["--explain"], ["--group-by", "kind"]]) {
      const { code, stdout, stderr } = await heed(command, "--format", "csv", ...option);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`  ${option[0]}: a row has neither headings nor reasons`);
    }
  const both = await heed("owed", "--format", "csv", "--explain", "--group-by", "kind");
  expect(both.stderr).toMatch(/--group-by: .*\n.*--explain: /);
});
