import type { FileMapping, FileRow } from "@heed/core";
import type { Progress } from "./csv/decoded-text.ts";
import { openCsv } from "./csv/read-csv.ts";
import { fileKindOf } from "./file-kind.ts";
import { openJson } from "./json/read-json.ts";
import { openNdjson } from "./json/read-ndjson.ts";
import { unreadable } from "./unreadable.ts";
import { openXlsx } from "./xlsx/read-xlsx.ts";

/** The columns of a file, and its rows: they must be read, or returned from, or the file stays open. */
export type OpenRows = { header: readonly string[]; rows: AsyncGenerator<FileRow> };

/** Opens a file by what its mapping says of it. Throws unreadableFile, at once or as reading goes. */
export async function openRows(
  path: string,
  { format, encoding, delimiter, sheet, headerRow, at }: FileMapping,
  onProgress?: Progress,
): Promise<OpenRows> {
  const progress = onProgress && { onProgress };
  switch (format) {
    case "csv":
      if ((await fileKindOf(path)) !== "other")
        throw unreadable(path, "is a workbook; say so in the mapping, under file: { format: xlsx }");
      return openCsv(path, { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...progress });
    case "xlsx":
      return openXlsx(path, { ...(sheet && { sheet }), ...(headerRow && { headerRow }), ...progress });
    case "json":
      return openJson(path, { ...(at && { at }), ...progress });
    case "ndjson":
      return openNdjson(path, { ...(encoding && { encoding }), ...progress });
  }
}
