import type { FileMapping } from "@heed/core/mapping/file-mapping";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import { openCsv } from "./csv/read-csv.ts";
import { filledDown } from "./fill-down.ts";
import { openJson } from "./json/read-json.ts";
import { openNdjson } from "./json/read-ndjson.ts";
import { type Progress, toldOfEncoding } from "./source/decoded-text.ts";
import { fileKindOf } from "./source/file-kind.ts";
import { unreadable } from "./source/unreadable.ts";
import type { OpenedRows } from "./table/opened-rows.ts";
import { withoutEscape } from "./write-csv.ts";
import { openXlsx } from "./xlsx/read-xlsx.ts";

/** Opens a file as its mapping describes it. Throws unreadableFile, at once or while reading. */
export async function openRows(path: string, mapping: FileMapping, onProgress?: Progress): Promise<OpenedRows> {
  const open = await opened(path, mapping, onProgress);
  return mapping.fillDown === undefined ? open : filledDown(path, open, mapping.fillDown);
}

async function opened(
  path: string,
  { format, encoding, delimiter, sheet, headerRow, table, at, escapedFormulas }: FileMapping,
  onProgress?: Progress,
): Promise<OpenedRows> {
  const progress = onProgress && { onProgress };
  const kind = format === undefined || format === "csv" ? await fileKindOf(path) : "other";
  if (format === "csv" && kind !== "other")
    throw unreadable(path, "is a workbook; say so in the mapping, under file: { format: xlsx }");
  switch (format ?? (kind === "other" ? "csv" : "xlsx")) {
    case "csv": {
      const csv = await openCsv(path, {
        ...(encoding && { encoding }),
        ...(delimiter && { delimiter }),
        ...(headerRow && { headerRow }),
        ...progress,
      });
      const told = await toldOfEncoding(path, encoding);
      return { ...csv, fileNotes: told, ...(escapedFormulas && { rows: withoutApostrophes(csv.rows) }) };
    }
    case "xlsx":
      return openXlsx(path, { ...(sheet && { sheet }), ...(headerRow && { headerRow }), ...progress });
    case "docx": {
      const { openDocx } = await import("./docx/read-docx.ts");
      return openDocx(path, { ...(table && { table }), ...(headerRow && { headerRow }), ...progress });
    }
    case "json":
      return openJson(path, { ...(at && { at }), ...progress });
    case "ndjson":
      return {
        ...(await openNdjson(path, { ...(encoding && { encoding }), ...progress })),
        fileNotes: await toldOfEncoding(path, encoding),
      };
  }
}

async function* withoutApostrophes(rows: AsyncGenerator<FileRow>): AsyncGenerator<FileRow> {
  for await (const row of rows) {
    const cells = Object.entries(row.cells).map(([name, cell]) => [name, withoutEscape(cell)]);
    yield { ...row, cells: Object.fromEntries(cells) };
  }
}
