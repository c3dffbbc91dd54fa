import { DomainError, type Issue } from "@heed/core";
import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { writeError } from "./present/write.ts";
import { type AddCommand, heedProgram } from "./program.ts";

/**
 * Runs a command line over some commands and answers its exit code; every error is one clear line on stderr, and its places
 * below it.
 */
export async function run(args: readonly string[], commands: readonly AddCommand[]): Promise<number> {
  endQuietlyWhenTheReaderGoes();
  let exitCode: number = exitCodes.done;
  const program = heedProgram(commands, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return tell(error);
  }
}

function tell(error: unknown): number {
  // Commander has written its own line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.input;
  if (error instanceof DomainError) {
    // A single place that the message has told already is not told twice.
    const places = error.issues.filter(({ detail }) => error.issues.length > 1 || !error.message.includes(detail));
    writeError(
      `heed: ${error.message}\n${places.map((each) => issueLine(each, error.code === "invalidMapping" ? "line" : "row")).join("")}`,
    );
    return exitCodeOf[error.code];
  }
  writeError(`heed: unexpected failure: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.HEED_DEBUG && error instanceof Error) writeError(`${error.stack}\n`);
  return exitCodes.unexpected;
}

/** `row` is a row of a table, or a line of a mapping. */
function issueLine({ file, sheet, row, name, value, detail }: Issue, rowWord: "row" | "line"): string {
  const place = [
    file,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    row === undefined ? undefined : `${rowWord} ${row}`,
    name,
  ]
    .filter((each) => each !== undefined)
    .join(", ");
  return `  ${place === "" ? "" : `${place}: `}${value === undefined ? "" : `${JSON.stringify(value)}: `}${detail}\n`;
}

/** `heed … | head` ends without a stack trace. */
function endQuietlyWhenTheReaderGoes(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.done);
    throw error;
  });
}
