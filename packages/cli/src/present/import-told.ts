import { DomainError, type Issue } from "@heed/core";
import { rowsOf } from "@heed/core/domain-error";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Format } from "../options/options.ts";
import { write, writeJson } from "../process/write.ts";
import { plural } from "./words.ts";

/** Tells what became of a file that came in, or why nothing did. */
export async function tellImport(
  format: Format,
  work: () => Promise<ImportResult>,
  textOf: (result: ImportResult) => string,
): Promise<void> {
  const result = await work().catch(async (error: unknown) => {
    // A program finds the rejected rows in the JSON, like everything else; the exit code and stderr stay as they are.
    if (format === "json" && error instanceof DomainError && error.code === "rowsRejected")
      await writeJson({ rejected: error.issues, rejectedRows: rowsOf(error.issues) });
    throw error;
  });
  if (format === "json") await writeJson(result);
  else await write(textOf(result));
}

/** What is told of the rows of a file that came in, a line each: those left out, warnings, and those rejected with their faults. */
export function toldOfRows({ skipped, warnings, rejected, rejectedRows }: ImportResult): string[] {
  return [
    ...skipped.map(
      ({ why, rows, examples }) =>
        `${plural(rows, "row was", "rows were")} skipped: ${why}; such as ${examples.map(exampleText).join(", ")}.`,
    ),
    ...warnings.map(({ detail, rows, examples }) =>
      examples.every(({ row, value }) => row === undefined && value === undefined)
        ? `Warning: ${detail}.`
        : `Warning, ${plural(rows, "row")}: ${detail}; such as ${examples.map(exampleText).join(", ")}.`,
    ),
    ...(rejected.length > 0
      ? [
          `${plural(rejectedRows, "row was", "rows were")} rejected:`,
          ...rejected.map((issue) => `  ${issueText(issue)}`),
        ]
      : []),
  ];
}

function exampleText({ row, line, value }: Issue): string {
  if (row === undefined) return value ?? "";
  return `row ${row}${lineText(line)}${value === undefined ? "" : ` (${value.trim() === "" ? "blank" : value})`}`;
}

function lineText(line: number | undefined): string {
  return line === undefined ? "" : `, line ${line}`;
}

function issueText({ sheet, row, line, name, value, detail }: Issue): string {
  return [
    sheet === undefined ? undefined : `sheet ${sheet}`,
    row === undefined ? undefined : `row ${row}${lineText(line)}`,
    name,
    value === undefined ? undefined : JSON.stringify(value),
    detail,
  ]
    .filter(Boolean)
    .join(": ");
}
