import type { Issue } from "@heed/core";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import { plural } from "./words.ts";

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
  return `row ${row}${lineText(line)}${value === undefined ? "" : ` (${value})`}`;
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
