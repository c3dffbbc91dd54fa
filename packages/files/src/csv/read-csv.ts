import { pipeline, Readable } from "node:stream";
import { columnName, type FileRow, noTextIn } from "@heed/core";
import { CsvError, parse } from "csv-parse";
import { faultsOf, withFaults } from "../cell-fault.ts";
import { rowDigest } from "../row-digest.ts";
import { unreadable } from "../unreadable.ts";
import { decodedText, type Progress } from "./decoded-text.ts";
import { delimiterOf, headerText } from "./delimiter.ts";

export type CsvOptions = {
  /** Needed when the file has no byte-order mark and is not UTF-8. */
  encoding?: string;
  /** Found in the header when it is not named. */
  delimiter?: string;
  onProgress?: Progress;
};

const longestRecord = 16 * 1024 * 1024;

/** The records of a delimited text file, one at a time: memory does not grow with the file. Throws unreadableFile. */
export async function* readCsv(path: string, options: CsvOptions = {}): AsyncGenerator<FileRow> {
  yield* (await openCsv(path, options)).rows;
}

/** The header of a delimited text file, and its records. Rows must be read, or returned from, or the file stays open. */
export async function openCsv(
  path: string,
  options: CsvOptions = {},
): Promise<{ header: readonly string[]; delimiter: string; rows: AsyncGenerator<FileRow> }> {
  const text = decodedText(path, options.encoding, options.onProgress);
  const { start, rest } = await upToHeader(path, text);
  if (start.trim() === "") throw unreadable(path, "is empty: it has no header");
  const delimiter = options.delimiter ?? delimiterOf(headerText(start) ?? start);
  const records = recordsOf(path, rest, delimiter);
  const first = await records.next();
  if (first.done === true) throw unreadable(path, "is empty: it has no header");
  const header = first.value.cells.map(columnName);
  const fault = first.value.cells.map(noTextIn).find((each) => each !== undefined);
  const repeated = header.find((name, place) => name !== "" && header.indexOf(name) !== place);
  if (repeated !== undefined || fault !== undefined) {
    await records.return(undefined);
    const detail = fault === undefined ? `names the column ${repeated} twice in its header` : `${fault}, in its header`;
    throw unreadable(path, detail, { row: first.value.line });
  }
  return { header: header.filter((name) => name !== ""), delimiter, rows: rowsOf(path, header, records) };
}

/** By its number, and by the line on which it starts. */
type CsvRecord = { row: number; line: number; cells: string[] };

async function* rowsOf(
  path: string,
  header: readonly string[],
  records: AsyncGenerator<CsvRecord>,
): AsyncGenerator<FileRow> {
  for await (const { row, line, cells } of records) {
    if (cells.length !== header.length)
      throw unreadable(path, `has ${cells.length} cells where the header has ${header.length} columns`, { row: line });
    const named = header.map((name, place) => [name, cells[place] ?? ""] as const).filter(([name]) => name !== "");
    yield {
      row,
      ...(line !== row && { line }),
      digest: rowDigest(cells),
      cells: Object.fromEntries(named),
      ...withFaults(faultsOf(named)),
    };
  }
}

/** All records with their places; an empty line is no record, and has its number. */
async function* recordsOf(path: string, text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  let line = 1;
  let row = 0;
  const parser = parse({
    delimiter,
    // Every line end at once: a file may mix them.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: longestRecord,
    // Runs while parsing, so that `line` is right when the parser stops at an error.
    on_record: (cells: string[]) => {
      row += 1;
      const record: CsvRecord = { row, line, cells };
      line += 1;
      for (const cell of cells) line += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
      return record as unknown as string[];
    },
  });
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const record of parser as AsyncIterable<CsvRecord>)
      if (record.cells.length !== 1 || record.cells[0] !== "") yield record;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(path, whyMalformed(error), { row: line }) : error;
  }
}

function whyMalformed(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "starts a record with a quote that is never closed";
    case "CSV_INVALID_CLOSING_QUOTE":
      return "has text after a closing quote; a quote inside a quoted cell is written twice";
    case "INVALID_OPENING_QUOTE":
      return "has a quote inside a cell that does not start with one";
    case "CSV_MAX_RECORD_SIZE":
      return `starts a record of more than ${longestRecord / 1024 / 1024} MB; is a quote left open?`;
    default:
      return `is malformed: ${error.message}`;
  }
}

/** Reads as far as the header's end, and gives back all of the text. */
async function upToHeader(
  path: string,
  text: AsyncGenerator<string>,
): Promise<{ start: string; rest: AsyncGenerator<string> }> {
  let start = "";
  for (;;) {
    const piece = await text.next();
    if (piece.done === true) break;
    // Empty lines before the header count as lines, and are no header.
    start += piece.value;
    if (headerText(start.trimStart()) !== undefined) break;
    if (start.length > longestRecord) throw unreadable(path, "has no header: its first line does not end", { row: 1 });
  }
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* text;
  }
  return { start: start.trimStart(), rest: whole() };
}
