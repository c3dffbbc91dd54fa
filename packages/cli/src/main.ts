import { allCommands } from "./all-commands.ts";
import { run } from "./process/run.ts";

/** Runs the command line with all commands. Answers its exit code. */
export function main(args: readonly string[]): Promise<number> {
  return run(args, allCommands);
}
