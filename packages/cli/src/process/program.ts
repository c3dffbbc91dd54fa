import { readFileSync } from "node:fs";
import { Command } from "commander";
import { writeAtOnce, writeError } from "./write.ts";

/** Sets the exit code of a command that succeeded and found something. */
export type Exit = (code: number) => void;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Adds one or more commands to the program. */
export type AddCommand = (program: Command, exit: Exit) => void;

export function heedProgram(commands: readonly AddCommand[], exit: Exit): Command {
  const program = new Command("heed")
    .description("What happened to the recommendations: what is overdue, for whom, by how much, and why.")
    .option("--database <url>", "file:… or postgresql://…; else HEED_DATABASE, else a file in your data folder")
    .version(version)
    .exitOverride()
    // Every error begins in the same way, whether commander or a command reports it (docs/exit-codes.md).
    .configureOutput({
      writeOut: writeAtOnce,
      writeErr: writeError,
      outputError: (text, tell) => tell(text.replace(/^error: /, "heed: ")),
    })
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  for (const add of commands) add(program, exit);
  return program;
}
