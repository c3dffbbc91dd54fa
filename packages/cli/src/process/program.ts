import { readFileSync } from "node:fs";
import { Command, Help, type Option } from "commander";
import { namingItsFile } from "../configuration/from-file.ts";
import { writeAtOnce, writeError } from "./write.ts";

/** Sets the exit code of a command that succeeded and found something. */
export type Exit = (code: number) => void;

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** Adds one or more commands to the program. */
export type AddCommand = (program: HeedCommand, exit: Exit) => void;

/** The options that are needed because of what others say, such as the role. */
export type AlsoNeeded = (values: Readonly<Record<string, unknown>>) => readonly string[];

/** Asks at once for all that is missing. */
export class HeedCommand extends Command {
  private alsoNeeded: AlsoNeeded = () => [];

  override createCommand(name?: string): HeedCommand {
    return new HeedCommand(name);
  }

  /** What the command itself refuses when it is missing, to be asked for together with what the option parser misses. */
  needs(alsoNeeded: AlsoNeeded): this {
    this.alsoNeeded = alsoNeeded;
    return this;
  }

  /** Commander calls this for each mandatory option that is missing, */
  missingMandatoryOptionValue(option: Option): void {
    if (!this.isToldByToken(option)) this.missing("commander.missingMandatoryOptionValue");
  }

  /** and this for the first argument. */
  missingArgument(): never {
    return this.missing("commander.missingArgument");
  }

  /** A service knows by the token who asks. */
  private isToldByToken(option: Option): boolean {
    return this.optsWithGlobals().server !== undefined && whoActsIn(this).includes(option.attributeName());
  }

  private missing(code: string): never {
    const names = this.registeredArguments
      .slice(this.args.length)
      .flatMap((each) => (each.required ? [`<${each.name()}>`] : []));
    const options = this.options.filter(
      (option) =>
        isRequired(option) && this.getOptionValue(option.attributeName()) === undefined && !this.isToldByToken(option),
    );
    const all = [...names, ...options.map(({ flags }) => flags), ...this.alsoNeeded(this.optsWithGlobals())];
    const what = names.length > 0 ? "" : all.length > 1 ? " options" : " option";
    const are = all.length > 1 ? `these${what} are` : `this${what} is`;
    return this.error(`error: ${are} required: ${all.join(", ")}`, { code });
  }
}

/** The options that tell who reads or acts. */
const whoActs: readonly string[] = ["as", "role", "for"];

/** The same of one command: where a role is given to somebody, that is no matter of who acts. */
export function whoActsIn(command: Command): readonly string[] {
  return ["user", "token"].includes(command.parent?.name() ?? "") ? [] : whoActs;
}

function isRequired({ mandatory, defaultValue }: Option): boolean {
  return mandatory && defaultValue === undefined;
}

function optionDescription(option: Option): string {
  const text = new Help().optionDescription(option);
  return isRequired(option) ? `${text} (required)` : text;
}

/** What somebody sees who has never used it; each example answers on the example world. */
const start = `Start here:
  heed overdue                                    what is overdue today, for whom, by how much
  heed owed --responsible "FPS Justice"           all that one ministry owes, by date
  heed follow-up show 2011-03 --addressee just    what both sides said about one demand

  heed import <file> brings in what there is to follow, and makes the database; heed serve shows it on pages.
`;

export function heedProgram(commands: readonly AddCommand[], exit: Exit): HeedCommand {
  const program = new HeedCommand("heed")
    .description("What happened to the recommendations: what is overdue, for whom, by how much, and why.")
    .option("--database <url>", "file:… or postgresql://…; else HEED_DATABASE, else a file in your data folder")
    .option(
      "--files <place>",
      "where files of evidence are kept: a folder, or s3://BUCKET/PREFIX; else HEED_FILES, else beside the file of SQLite or in PostgreSQL",
    )
    .option("--config <file>", "the configuration of this installation; else HEED_CONFIG (docs/configuration.md)")
    .option("--server <url>", "ask a running service instead of a database, with the token in HEED_TOKEN")
    .version(version)
    .exitOverride()
    // Every error begins in the same way, whether commander or a command reports it (docs/exit-codes.md).
    .configureOutput({
      writeOut: writeAtOnce,
      writeErr: writeError,
      outputError: (text, tell) => tell(namingItsFile(text).replace(/^error: /, "heed: ")),
    })
    .showSuggestionAfterError()
    .addHelpText("before", start)
    .configureHelp({ showGlobalOptions: true, optionDescription })
    // Before a command reads its options: what the file says stands for variables of the environment.
    .hook("preSubcommand", (all) => useConfiguration(all.opts<{ config?: string }>().config));
  for (const add of commands) add(program, exit);
  return program;
}

/** The reader of the file is loaded only where there is one. */
async function useConfiguration(named: string | undefined): Promise<void> {
  const file = named ?? (process.env.HEED_CONFIG || undefined);
  if (file === undefined) return;
  const { readConfiguration } = await import("../configuration/read-configuration.ts");
  await readConfiguration(file);
}
