import { DomainError } from "@heed/core";
import type { Label } from "@heed/core/label";
import { columnName } from "@heed/core/text/plain-text";
import { columnNames } from "@heed/core/workbook/columns/columns";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { WorkbookWords } from "@heed/core/workbook/words/workbook-words";
import { type FilledCell, type FilledRow, type FilledWorkbook, workbookFormat } from "@heed/core/workbook/workbook";
import type { TableRow } from "../table/header.ts";
import { factsIn, machineSheet } from "./machine-sheet.ts";
import { textsOf, withSheets } from "./open-sheets.ts";

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
  const refusing = {
    refused: refused(refusals.file),
    manyRows: (sheet: string, most: number) => refused(refusals.manyRows(sheet, most)),
  };
  return withSheets(path, refusing, async ({ rowsOf, has }) => {
    const facts = factsIn(textsOf(await rowsOf(machineSheet)));
    if (facts === undefined) throw refused(refusals.unknown);
    if (facts.format !== workbookFormat) throw refused(refusals.format);
    const words = workbookWords(facts.language);
    const sheet = words.sheets.answers;
    if (!has(sheet)) throw refused(refusals.sheet(sheet));
    const rows = await rowsOf(sheet);
    const places = placesOf(rows, words, (column) => refused(refusals.column(column)));
    return { ...facts, sheet, rows: rows.filter(({ row }) => row > 1).map((row) => filledRow(row, places)) };
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
