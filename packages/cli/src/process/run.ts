import { DomainError, type Issue } from "@heed/core";
import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { OutputError } from "./output-error.ts";
import { type AddCommand, heedProgram } from "./program.ts";
import { withShortIds } from "./short-id.ts";
import { writeError } from "./write.ts";

/** Runs a command line and answers its exit code. Every error is one clear line on stderr, with its places below. */
export async function run(args: readonly string[], commands: readonly AddCommand[]): Promise<number> {
  endAtFaults();
  let exitCode: number = exitCodes.done;
  const program = heedProgram(commands, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(error);
  }
}

/** The same failure often arrives twice: report it once. */
let hasReported = false;

function reportError(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  hasReported = true;
  if (error instanceof OutputError) {
    if (error.isGone) return exitCodes.readerGone;
    writeError(`heed: ${error.message}\n`);
    return exitCodes.output;
  }
  // Commander has already written the error.
  if (error instanceof CommanderError) return exitCodes.input;
  if (error instanceof DomainError) {
    // A single place is left out when the message already names it.
    const places = error.issues.filter(({ detail }) => error.issues.length > 1 || !error.message.includes(detail));
    writeError(
      `heed: ${withShortIds(error.message)}\n${places.map((each) => issueLine(each, error.code === "invalidMapping" ? "line" : "row")).join("")}`,
    );
    return exitCodeOf[error.code];
  }
  writeError(`heed: unexpected failure: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.HEED_DEBUG && error instanceof Error) writeError(`${error.stack}\n`);
  return exitCodes.unexpected;
}

/** `row` is a row of a table, or a line of a mapping. */
function issueLine({ file, sheet, row, line, name, value, detail }: Issue, rowWord: "row" | "line"): string {
  const place = [
    file,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    row === undefined ? undefined : `${rowWord} ${row}`,
    line === undefined ? undefined : `line ${line}`,
    name,
  ]
    .filter(Boolean)
    .join(", ");
  return `  ${place === "" ? "" : `${place}: `}${value === undefined ? "" : `${JSON.stringify(value)}: `}${withShortIds(detail)}\n`;
}

/** An error that nobody awaits ends the process like any other error: with one line and its exit code. */
function endAtFaults(): void {
  process.on("uncaughtException", endAt);
  process.on("unhandledRejection", endAt);
  // Writers wait for their output and report its errors; only commander writes the help by itself.
  process.stdout.on("error", (error) => setImmediate(endAt, new OutputError("the standard output", error)));
  process.stderr.on("error", () => undefined);
}

function endAt(error: unknown): void {
  if (hasReported) return;
  process.exit(reportError(error));
}

/** A service goes on after a fault in one request and handles such faults itself. */
export function leaveFaultsToTheService(): void {
  process.off("uncaughtException", endAt);
  process.off("unhandledRejection", endAt);
}
