import { DomainError } from "@heed/core";
import { openOfficeArchive } from "../office/office-archive.ts";
import type { TableRow } from "../table/header.ts";
import { numberStyles } from "../xlsx/number-styles.ts";
import { sharedStrings } from "../xlsx/shared-strings.ts";
import { sheetRows } from "../xlsx/sheet-rows.ts";
import { workbookParts } from "../xlsx/workbook-parts.ts";

/** No sheet that Heed writes has as many rows. */
const mostRows = 10_000;

type Sheets = { has: (sheet: string) => boolean; rowsOf: (sheet: string) => Promise<TableRow[]> };

/** Why a workbook is refused: for what cannot be read as one, and for a sheet with more rows than are read. */
type Refusing = { refused: DomainError; manyRows: (sheet: string, most: number) => DomainError };

/** Opens a workbook that came back and reads it whole, or refuses it. */
export async function withSheets<Read>(
  path: string,
  { refused, manyRows }: Refusing,
  read: (sheets: Sheets) => Promise<Read>,
): Promise<Read> {
  const archive = await openOfficeArchive(path, { what: "Excel workbook", ending: ".xlsx" }).catch((error: unknown) => {
    throw isUnreadable(error) ? refused : error;
  });
  try {
    const parts = await workbookParts(archive);
    const common = {
      texts: await sharedStrings(archive, parts.sharedStrings),
      numberStyles: await numberStyles(archive, parts.styles),
      ...{ daySystem: parts.daySystem, areRowsHidden: false, struckStyles: new Set<string>() },
    };
    return await read({
      has: (sheet) => parts.sheets.some(({ name }) => name === sheet),
      async rowsOf(name) {
        const found = parts.sheets.find((each) => each.name === name);
        if (found === undefined) return [];
        const rows: TableRow[] = [];
        for await (const row of sheetRows(archive, { name, part: found.part, ...common })) {
          if ([...row.cells.values()].some(({ text, fault }) => text.trim() !== "" || fault !== undefined))
            rows.push(row);
          if (rows.length > mostRows) throw manyRows(name, mostRows);
        }
        return rows;
      },
    });
  } catch (error) {
    // What the reader of the workbook itself refused tells what to do.
    const [issue] = error instanceof DomainError ? error.issues : [];
    if (isUnreadable(error) && issue?.file !== refused.issues[0]?.file) throw refused;
    throw error;
  } finally {
    archive.close();
  }
}

function isUnreadable(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === "unreadableFile";
}

/** No sheet that Heed writes is as wide. */
const mostColumns = 200;

/** The texts of each row from its first column on; what stands beyond the widest sheet of Heed is not looked at. */
export function textsOf(rows: readonly TableRow[]): string[][] {
  return rows.map(({ cells }) => {
    let width = 0;
    for (const column of cells.keys()) if (column < mostColumns) width = Math.max(width, column + 1);
    return Array.from({ length: width }, (_, column) => cells.get(column)?.text ?? "");
  });
}
