import { pipeline, Readable } from "node:stream";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { CsvError, parse } from "csv-parse";
import { decodedText, type Progress } from "../source/decoded-text.ts";
import { unreadable } from "../source/unreadable.ts";
import { faultsOf, withFaults } from "../table/cell-fault.ts";
import { cellIn, type Header, headerOf, type TableRow } from "../table/header.ts";
import type { OpenedRows } from "../table/opened-rows.ts";
import { rowDigest } from "../table/row-digest.ts";
import { unnamedCells } from "../table/unnamed-cells.ts";
import { delimiterOf, headerText } from "./delimiter.ts";

export type CsvOptions = {
  /** Needed when the file has no byte-order mark and is not UTF-8. */
  encoding?: string;
  /** Guessed from the header when it is left out. */
  delimiter?: string;
  /** The row that names the columns, from 1, or two such rows. When it is left out: the first row that is not empty. */
  headerRow?: number | readonly number[];
  onProgress?: Progress;
};

const longestRecord = 16 * 1024 * 1024;

/**
 * The records of a delimited text file, one at a time, so that memory does not grow with the file. Throws
 * unreadableFile.
 */
export async function* readCsv(path: string, options: CsvOptions = {}): AsyncGenerator<FileRow> {
  yield* (await openCsv(path, options)).rows;
}

/**
 * The header of a delimited text file, and its records. The caller must read all rows or call return(), or the file
 * stays open.
 */
export async function openCsv(
  path: string,
  options: CsvOptions = {},
): Promise<OpenedRows & { header: readonly string[]; delimiter: string }> {
  const wanted = options.headerRow === undefined ? undefined : [options.headerRow].flat();
  const last = wanted?.at(-1);
  const text = decodedText(path, options.encoding, options.onProgress);
  const { start, rest, separator } = await upToHeader(path, text, last);
  if (start === undefined) throw unreadable(path, noHeaderAt(wanted));
  const delimiter = options.delimiter ?? separator ?? delimiterOf(start);
  const records = recordsOf(path, rest, delimiter);
  try {
    const above = await upToRow(records, last);
    const at = wanted ?? above.slice(-1).map(({ row }) => row);
    const lower = above.find(({ row }) => row === at.at(-1));
    if (lower === undefined) throw unreadable(path, noHeaderAt(wanted));
    const header = headerOf(path, above.map(sheetRowOf), at, { placeOf: (row) => ({ row: lineOf(above, row) }) });
    const width = Math.max(...at.map((each) => above.find(({ row }) => row === each)?.cells.length ?? 0));
    return {
      header: [...header.values()],
      delimiter,
      rows: rowsOf(path, header, width, records),
      cellAbove: (name) => cellIn(above.filter(({ row }) => row < (at[0] ?? 1)).map(sheetRowOf), name),
    };
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
}

function noHeaderAt(wanted: readonly number[] | undefined): string {
  return wanted === undefined
    ? "is empty: it has no header"
    : `has no header: no row ${wanted.at(-1)} (file.headerRow of the mapping)`;
}

/** The records up to and including a row; when no row is named, up to the first record. */
async function upToRow(records: AsyncGenerator<CsvRecord>, last: number | undefined): Promise<CsvRecord[]> {
  const above: CsvRecord[] = [];
  for (;;) {
    const each = await records.next();
    if (each.done === true) return above;
    above.push(each.value);
    if (each.value.row >= (last ?? 1)) return above;
  }
}

function lineOf(records: readonly CsvRecord[], row: number): number {
  return records.find((each) => each.row === row)?.line ?? row;
}

function sheetRowOf({ row, cells }: CsvRecord): TableRow {
  return { row, cells: new Map(cells.map((text, column) => [column, { text }])) };
}

/** `row` is the number of the record, `line` the line on which it starts. */
type CsvRecord = { row: number; line: number; cells: string[] };

async function* rowsOf(
  path: string,
  header: Header,
  width: number,
  records: AsyncGenerator<CsvRecord>,
): AsyncGenerator<FileRow> {
  for await (const { row, line, cells } of records) {
    if (cells.length !== width)
      throw unreadable(
        path,
        `has ${cells.length} ${cells.length === 1 ? "cell" : "cells"} where the header has ${width} columns`,
        { row: line },
      );
    const named = [...header].map(([place, name]) => [name, cells[place] ?? ""] as const);
    const notes = header.size === width ? [] : unnamedCells(header, cells.entries());
    yield {
      row,
      ...(line !== row && { line }),
      digest: rowDigest(cells),
      cells: Object.fromEntries(named),
      ...withFaults(faultsOf(named)),
      ...(notes.length > 0 && { notes }),
    };
  }
}

/** All records with their places. An empty line is not a record, but it counts in the numbers. */
async function* recordsOf(path: string, text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  let line = 1;
  let row = 0;
  const parser = parse({
    delimiter,
    // All line ends, because a file may mix them.
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

const separatorLine = /^"?sep=(.)"?(?=[\r\n])/i;

/**
 * Reads up to the end of the header. Answers the header's text, and the whole text from the beginning. No header text
 * when the file has no such row. A first line `sep=;` names the separator, as for Excel, and counts as an empty line.
 */
async function upToHeader(
  path: string,
  text: AsyncGenerator<string>,
  row: number | undefined,
): Promise<{ start: string | undefined; rest: AsyncGenerator<string>; separator: string | undefined }> {
  let read = "";
  let separator: string | undefined;
  // Empty lines before the header count as lines; when no row is named they are passed over.
  const header = (whole: string) => (row === undefined ? headerText(whole.trimStart()) : headerText(whole, row));
  for (;;) {
    const piece = await text.next();
    if (piece.done === true) break;
    read += piece.value;
    separator ??= separatorLine.exec(read)?.[1];
    read = read.replace(separatorLine, "");
    if (header(read) !== undefined) break;
    if (read.length > longestRecord) throw unreadable(path, "has no header: its first line does not end", { row: 1 });
  }
  async function* whole(): AsyncGenerator<string> {
    yield read;
    yield* text;
  }
  const start = header(read) ?? header(`${read}\n`);
  return { start: start?.trim() === "" ? undefined : start, rest: whole(), separator };
}
