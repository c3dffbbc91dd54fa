import { basename } from "node:path";
import { checkColumns, type MappedRow, type Mapping, mapRow } from "@heed/core";
import type { Progress } from "./csv/decoded-text.ts";
import { openRows } from "./open-rows.ts";

/**
 * The rows of a file in the domain's words, one at a time. Throws unreadableFile as reading goes, and invalidMapping before the
 * first row when the mapping names a column that the file has not.
 */
export async function* mappedRows(path: string, mapping: Mapping, onProgress?: Progress): AsyncGenerator<MappedRow> {
  const { header, rows } = await openRows(path, mapping.file, onProgress);
  const file = basename(path);
  try {
    checkColumns(mapping, header);
    for await (const row of rows) yield mapRow(mapping, { ...row, file });
  } finally {
    await rows.return(undefined);
  }
}
