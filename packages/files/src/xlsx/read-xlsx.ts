import type { Issue } from "@heed/core";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import type { CellFault, ShownPeriod } from "@heed/core/mapping/reading/read-value";
import { didYouMean } from "@heed/core/text/nearest";
import { columnName } from "@heed/core/text/plain-text";
import { type OfficeArchive, openOfficeArchive } from "../office/office-archive.ts";
import { struckNote } from "../office/struck.ts";
import type { Progress } from "../source/decoded-text.ts";
import { unreadable } from "../source/unreadable.ts";
import { faultsOf, withFaults } from "../table/cell-fault.ts";
import { cellIn, type Header, headerOf } from "../table/header.ts";
import { MergedCells, mergedNote } from "../table/merged-cells.ts";
import type { OpenedRows } from "../table/opened-rows.ts";
import { rowDigest } from "../table/row-digest.ts";
import { cellTexts, unnamedCells } from "../table/unnamed-cells.ts";
import { numberStyles } from "./number-styles.ts";
import { sharedStrings } from "./shared-strings.ts";
import { type SheetRow, sheetRows } from "./sheet-rows.ts";
import { sheetShape } from "./sheet-shape.ts";
import { struckStyles } from "./struck-cells.ts";
import { workbookParts } from "./workbook-parts.ts";

export type XlsxOptions = {
  /** The name of the sheet, or what one name matches. When it is left out: the first visible one. */
  sheet?: string | { matches: RegExp };
  /** The row that names the columns, from 1, or two such rows. */
  headerRow?: number | readonly number[];
  onProgress?: Progress;
};

const workbook = { what: "Excel workbook", ending: ".xlsx" };

/**
 * The header of a workbook's sheet, and its rows as text: a day as yyyy-MM-dd, true and false as TRUE and FALSE. A cell
 * with a formula or an error is a fault: a row is rejected when the mapping reads that cell. The caller must read all
 * rows or call return(), or the file stays open. Throws unreadableFile with sheet and row.
 */
export async function openXlsx(
  path: string,
  { sheet: wanted, headerRow = 1, onProgress }: XlsxOptions = {},
): Promise<OpenedRows> {
  const archive = await openOfficeArchive(path, workbook);
  try {
    const parts = await workbookParts(archive);
    const { name, part, isHidden } = sheetNamed(path, parts.sheets, wanted);
    const shape = await sheetShape(archive, part);
    const rows = sheetRows(archive, {
      name,
      part,
      texts: await sharedStrings(archive, parts.sharedStrings),
      numberStyles: await numberStyles(archive, parts.styles),
      struckStyles: await struckStyles(archive, parts.styles),
      daySystem: parts.daySystem,
      areRowsHidden: shape.areRowsHidden,
      ...(onProgress && { onProgress }),
    });
    const at = [headerRow].flat();
    const { above, next } = await upTo(rows, Math.max(...at));
    const header = headerOf(path, above, at, { merged: shape.merged, placeOf: (row) => ({ sheet: name, row }) });
    const merged = new MergedCells(shape.merged, Math.max(...at) + 1);
    const hiddenColumns = [...header].flatMap(([column, each]) => (shape.isHiddenColumn(column) ? [each] : []));
    return {
      header: [...header.values()],
      rows: fileRows(archive, name, header, next, rows, merged),
      cellAbove: (cell) =>
        cellIn(
          above.filter(({ row }) => row < Math.min(...at)),
          cell,
        ),
      daySystem: parts.daySystem,
      ...(isHidden && { hiddenSheet: name }),
      ...(hiddenColumns.length > 0 && { hiddenColumns }),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

type Sheet = Awaited<ReturnType<typeof workbookParts>>["sheets"][number];

function sheetNamed(path: string, sheets: readonly Sheet[], wanted: XlsxOptions["sheet"]): Sheet {
  const names = sheets.map(({ name }) => name);
  if (wanted === undefined && sheets.every(({ isHidden }) => isHidden))
    throw unreadable(path, `has hidden sheets only: ${names.join(", ")}; name one in the mapping, under file.sheet`);
  const fit = sheets.filter(({ name, isHidden }) => {
    if (wanted === undefined) return !isHidden;
    return typeof wanted === "string" ? columnName(name) === columnName(wanted) : wanted.matches.test(columnName(name));
  });
  if (typeof wanted === "object" && fit.length > 1)
    throw unreadable(
      path,
      `has several sheets that match ${wanted.matches.source}: ${fit.map(({ name }) => name).join(", ")} (file.sheet of the mapping)`,
    );
  const [found] = fit;
  if (found !== undefined) return found;
  const named =
    typeof wanted === "object"
      ? `that matches ${wanted.matches.source}`
      : `${wanted}${didYouMean(wanted ?? "", names)}`;
  throw unreadable(path, `has no sheet ${named}; it has ${names.join(", ")} (file.sheet of the mapping)`);
}

/** The rows up to the last row of the header, and the first row after it when it was read already. */
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
  archive: OfficeArchive,
  sheet: string,
  header: Header,
  next: readonly SheetRow[],
  rows: AsyncGenerator<SheetRow>,
  merged: MergedCells,
): AsyncGenerator<FileRow> {
  try {
    for (const row of next) yield fileRow(sheet, header, merged.filled(row));
    for await (const row of rows) yield fileRow(sheet, header, merged.filled(row));
  } finally {
    await rows.return(undefined);
    archive.close();
  }
}

function fileRow(sheet: string, header: Header, { row, cells, isHidden }: SheetRow): FileRow {
  const named: Record<string, string> = {};
  const faults: Record<string, CellFault> = {};
  const precisions: Record<string, ShownPeriod> = {};
  const notes: Issue[] = unnamedCells(header, cellTexts(cells));
  for (const [column, name] of header) {
    const cell = cells.get(column) ?? { text: "" };
    const { text, fault, precision, struck } = cell;
    named[name] = text;
    if (precision !== undefined) precisions[name] = precision;
    if (struck !== undefined) notes.push(struckNote(name, struck));
    notes.push(...mergedNote(name, cell));
    if (fault !== undefined) faults[name] = { value: text, detail: fault };
  }
  const all = { ...faultsOf(Object.entries(named)), ...faults };
  return {
    row,
    sheet,
    digest: rowDigest(Object.values(named)),
    cells: named,
    ...withFaults(all),
    ...(Object.keys(precisions).length > 0 && { precisions }),
    ...(notes.length > 0 && { notes }),
    ...(isHidden && { isHidden }),
  };
}
