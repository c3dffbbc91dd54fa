import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { decodedText, type Progress } from "../source/decoded-text.ts";
import { unreadable } from "../source/unreadable.ts";
import type { OpenedRows } from "../table/opened-rows.ts";
import { exactJson, RepeatedKey } from "./exact-json.ts";
import { JsonColumns, type JsonRecord, recordOf, rowOf } from "./json-record.ts";

export type NdjsonOptions = { encoding?: string; onProgress?: Progress };

/**
 * The records of a file with a JSON object on each line, one at a time. The file is read twice, first for the paths of
 * all records, so that memory does not grow with the file. Throws unreadableFile with the line.
 */
export async function openNdjson(path: string, { encoding, onProgress }: NdjsonOptions = {}): Promise<OpenedRows> {
  const columns = new JsonColumns();
  for await (const [row, record] of recordsOf(path, encoding)) columns.add(path, record, { row });
  if (columns.paths.size === 0) throw unreadable(path, "is empty: it has no record");
  return { header: [...columns.paths], rows: rowsOf(path, encoding, onProgress) };
}

async function* rowsOf(path: string, encoding?: string, onProgress?: Progress): AsyncGenerator<FileRow> {
  for await (const [row, record] of recordsOf(path, encoding, onProgress)) yield rowOf(row, record);
}

async function* recordsOf(
  path: string,
  encoding?: string,
  onProgress?: Progress,
): AsyncGenerator<[row: number, record: JsonRecord]> {
  let row = 0;
  for await (const line of linesOf(path, encoding, onProgress)) {
    row += 1;
    if (line.trim() !== "") yield [row, recordOf(path, parsed(path, line, row), { row })];
  }
}

const longestLine = 16 * 1024 * 1024;

async function* linesOf(path: string, encoding?: string, onProgress?: Progress): AsyncGenerator<string> {
  let rest = "";
  let line = 1;
  for await (const piece of decodedText(path, encoding, onProgress)) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    line += lines.length;
    yield* lines;
    if (rest.length > longestLine) throw unreadable(path, "does not end: is it NDJSON?", { row: line });
  }
  yield rest;
}

function parsed(path: string, line: string, row: number): unknown {
  try {
    return exactJson(line);
  } catch (error) {
    if (error instanceof RepeatedKey) throw unreadable(path, error.message, { row });
    throw unreadable(path, `is not JSON: ${error instanceof Error ? error.message : String(error)}`, { row });
  }
}
