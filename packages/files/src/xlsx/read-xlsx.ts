import { type CellFault, columnName, didYouMean, type FileRow } from "@heed/core";
import { faultsOf, withFaults } from "../cell-fault.ts";
import type { Progress } from "../csv/decoded-text.ts";
import { rowDigest } from "../row-digest.ts";
import { unreadable } from "../unreadable.ts";
import { dateStyles } from "./date-styles.ts";
import { type Header, headerOf } from "./header.ts";
import { sharedStrings } from "./shared-strings.ts";
import { type SheetRow, sheetRows } from "./sheet-rows.ts";
import { workbookParts } from "./workbook-parts.ts";
import { openXlsxArchive, type XlsxArchive } from "./xlsx-archive.ts";

export type XlsxOptions = {
  /** The sheet's name; the first one when it is left out. */
  sheet?: string;
  /** The row that names the columns, from 1, or two such rows. */
  headerRow?: number | readonly number[];
  onProgress?: Progress;
};

/**
 * The header of a workbook's sheet, and its rows: as text, a day as yyyy-MM-dd, true and false as TRUE and FALSE. A cell with a
 * formula or an error is told as a fault: it rejects a row that is asked for it. Rows must be read, or returned from, or the
 * file stays open. Throws unreadableFile with sheet and row.
 */
export async function openXlsx(
  path: string,
  { sheet: wanted, headerRow = 1, onProgress }: XlsxOptions = {},
): Promise<{ header: readonly string[]; rows: AsyncGenerator<FileRow> }> {
  const archive = await openXlsxArchive(path);
  try {
    const parts = await workbookParts(archive);
    const { name, part } = sheetNamed(path, parts.sheets, wanted);
    const rows = sheetRows(archive, {
      name,
      part,
      texts: await sharedStrings(archive, parts.sharedStrings),
      dateStyles: await dateStyles(archive, parts.styles),
      daySystem: parts.daySystem,
      ...(onProgress && { onProgress }),
    });
    const at = [headerRow].flat();
    const { above, next } = await upTo(rows, Math.max(...at));
    const header = headerOf(path, name, above, at);
    return { header: [...header.values()], rows: fileRows(archive, name, header, next, rows) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

type Sheet = Awaited<ReturnType<typeof workbookParts>>["sheets"][number];

function sheetNamed(path: string, sheets: readonly Sheet[], wanted: string | undefined): Sheet {
  const names = sheets.map(({ name }) => name);
  const found = wanted === undefined ? sheets[0] : sheets.find(({ name }) => columnName(name) === columnName(wanted));
  if (found !== undefined) return found;
  throw unreadable(
    path,
    `has no sheet ${wanted}${didYouMean(wanted ?? "", names)}; it has ${names.join(", ")} (file.sheet of the mapping)`,
  );
}

/** The rows as far as the header's last, and the first one after it where that was met already. */
async function upTo(rows: AsyncGenerator<SheetRow>, last: number): Promise<{ above: SheetRow[]; next: SheetRow[] }> {
  const above: SheetRow[] = [];
  for (;;) {
    const each = await rows.next();
    if (each.done === true) return { above, next: [] };
    if (each.value.row > last) return { above, next: [each.value] };
    above.push(each.value);
    if (each.value.row === last) return { above, next: [] };
  }
}

async function* fileRows(
  archive: XlsxArchive,
  sheet: string,
  header: Header,
  next: readonly SheetRow[],
  rows: AsyncGenerator<SheetRow>,
): AsyncGenerator<FileRow> {
  try {
    for (const row of next) yield fileRow(sheet, header, row);
    for await (const row of rows) yield fileRow(sheet, header, row);
  } finally {
    await rows.return(undefined);
    archive.close();
  }
}

function fileRow(sheet: string, header: Header, { row, cells }: SheetRow): FileRow {
  const named: Record<string, string> = {};
  const faults: Record<string, CellFault> = {};
  for (const [column, name] of header) {
    const { text = "", fault } = cells.get(column) ?? {};
    named[name] = text;
    if (fault !== undefined) faults[name] = { value: text, detail: fault };
  }
  const all = { ...faultsOf(Object.entries(named)), ...faults };
  return { row, sheet, digest: rowDigest(Object.values(named)), cells: named, ...withFaults(all) };
}
