import { DomainError } from "@heed/core";
import type { Label } from "@heed/core/label";
import { columnName } from "@heed/core/text/plain-text";
import { columnNames } from "@heed/core/workbook/columns/columns";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { WorkbookWords } from "@heed/core/workbook/words/workbook-words";
import { type FilledCell, type FilledRow, type FilledWorkbook, workbookFormat } from "@heed/core/workbook/workbook";
import { type OfficeArchive, openOfficeArchive } from "../office/office-archive.ts";
import type { TableRow } from "../table/header.ts";
import { dateStyles } from "../xlsx/date-styles.ts";
import { sharedStrings } from "../xlsx/shared-strings.ts";
import { type SheetContext, sheetRows } from "../xlsx/sheet-rows.ts";
import { type WorkbookParts, workbookParts } from "../xlsx/workbook-parts.ts";
import { factsIn, machineSheet } from "./machine-sheet.ts";

/** Beyond these rows nobody typed an answer. */
const mostRows = 10_000;

/**
 * A workbook of what is owed that came back. `name` is the file as the user knows it; `language` that in which a refusal is told.
 * Errors: unreadableFile, with what to do, for what is no such workbook.
 */
export async function readAnswers(
  path: string,
  { name, language }: { name: string; language: keyof Label },
): Promise<FilledWorkbook> {
  const { refusals } = workbookWords(language);
  const refused = (why: string) => new DomainError("unreadableFile", `${name} ${why}`, [{ file: name, detail: why }]);
  const archive = await openOfficeArchive(path, { what: "Excel workbook", ending: ".xlsx" }).catch((error: unknown) => {
    throw isUnreadable(error) ? refused(refusals.file) : error;
  });
  try {
    const parts = await workbookParts(archive);
    const read = {
      texts: await sharedStrings(archive, parts.sharedStrings),
      dateStyles: await dateStyles(archive, parts.styles),
    };
    const facts = factsIn(textsOf(await rowsOf(archive, parts, read, machineSheet)));
    if (facts === undefined) throw refused(refusals.unknown);
    if (facts.format !== workbookFormat) throw refused(refusals.format);
    const words = workbookWords(facts.language);
    const sheet = words.sheets.answers;
    if (!parts.sheets.some((each) => each.name === sheet)) throw refused(refusals.sheet(sheet));
    const rows = await rowsOf(archive, parts, read, sheet);
    const places = placesOf(rows, words, (column) => refused(refusals.column(column)));
    return { ...facts, sheet, rows: rows.filter(({ row }) => row > 1).map((row) => filledRow(row, places)) };
  } catch (error) {
    if (isUnreadable(error) && !error.message.startsWith(name)) throw refused(refusals.file);
    throw error;
  } finally {
    archive.close();
  }
}

function isUnreadable(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === "unreadableFile";
}

async function rowsOf(
  archive: OfficeArchive,
  parts: WorkbookParts,
  read: Pick<SheetContext, "texts" | "dateStyles">,
  name: string,
): Promise<TableRow[]> {
  const found = parts.sheets.find((each) => each.name === name);
  if (found === undefined) return [];
  const rows: TableRow[] = [];
  const each = sheetRows(archive, {
    ...{ name, part: found.part, daySystem: parts.daySystem, areRowsHidden: false, struckStyles: new Set<string>() },
    ...read,
  });
  for await (const row of each) {
    if ([...row.cells.values()].some(({ text, fault }) => text.trim() !== "" || fault !== undefined)) rows.push(row);
    if (rows.length > mostRows) break;
  }
  return rows;
}

function textsOf(rows: readonly TableRow[]): string[][] {
  return rows.map(({ cells }) => {
    const width = Math.max(-1, ...cells.keys()) + 1;
    return Array.from({ length: width }, (_, column) => cells.get(column)?.text ?? "");
  });
}

/** In which column of the sheet each one stands, wherever somebody moved it; the key is in the first. */
function placesOf(
  rows: readonly TableRow[],
  { columns }: WorkbookWords,
  missing: (column: string) => DomainError,
): ReadonlyMap<(typeof columnNames)[number], number> {
  const head = [...(rows.find(({ row }) => row === 1)?.cells ?? [])];
  return new Map(
    columnNames.map((name) => {
      const found = head.find(([, { text }]) => columnName(text) === columnName(columns[name]));
      if (found === undefined) throw missing(columns[name]);
      return [name, found[0]];
    }),
  );
}

function filledRow({ row, cells }: TableRow, places: ReadonlyMap<(typeof columnNames)[number], number>): FilledRow {
  const named = [...places].flatMap(([name, column]): [string, FilledCell][] => {
    const cell = cells.get(column);
    return cell === undefined ? [] : [[name, { text: cell.text, ...(cell.fault !== undefined && { fault: true }) }]];
  });
  return { row, key: cells.get(0)?.text ?? "", cells: Object.fromEntries(named) };
}
