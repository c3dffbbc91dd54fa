import { readFileSync } from "node:fs";
import { Command, Help, type Option } from "commander";
import { writeAtOnce, writeError } from "./write.ts";

/** Sets the exit code of a command that succeeded and found something. */
export type Exit = (code: number) => void;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Adds one or more commands to the program. */
export type AddCommand = (program: Command, exit: Exit) => void;

/** Asks at once for all that is missing. */
class HeedCommand extends Command {
  override createCommand(name?: string): Command {
    return new HeedCommand(name);
  }

  /** Commander calls this for the first mandatory option that is missing. */
  missingMandatoryOptionValue(): never {
    const missing = this.options.filter(
      (option) => isRequired(option) && this.getOptionValue(option.attributeName()) === undefined,
    );
    const flags = missing.map((option) => option.flags).join(", ");
    return this.error(`error: ${missing.length > 1 ? "these options are" : "this option is"} required: ${flags}`, {
      code: "commander.missingMandatoryOptionValue",
    });
  }
}

function isRequired({ mandatory, defaultValue }: Option): boolean {
  return mandatory && defaultValue === undefined;
}

function optionDescription(option: Option): string {
  const text = new Help().optionDescription(option);
  return isRequired(option) ? `${text} (required)` : text;
}

export function heedProgram(commands: readonly AddCommand[], exit: Exit): Command {
  const program = new HeedCommand("heed")
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
    .configureHelp({ showGlobalOptions: true, optionDescription });
  for (const add of commands) add(program, exit);
  return program;
}
