import { columnName } from "@heed/core/text/plain-text";
import { unreadable } from "../source/unreadable.ts";
import { type Header, headerOf } from "../table/header.ts";
import type { DocxTable } from "./document-text.ts";

/** Tables by number from 1, or all tables that have certain columns. */
export type WantedTables = number | readonly number[] | { with: readonly string[] };

/** A table to read, with the names of its columns. */
export type ReadTable = DocxTable & { header: Header };

const maxListed = 10;

/**
 * The tables that a mapping names, with their headers; when it names none, the file must have one table only. Throws
 * unreadableFile and lists the tables of the file; also when tables that are read as one list have different columns.
 */
export function chosenTables(
  path: string,
  tables: readonly DocxTable[],
  wanted: WantedTables | undefined,
  headerRows: readonly number[],
): ReadTable[] {
  if (tables.length === 0) throw unreadable(path, "has no table");
  const read = chosenNumbers(path, tables, wanted, headerRows).map((number): ReadTable & { number: number } => {
    const table = tables[number - 1];
    if (table === undefined) throw unreadable(path, `has no table ${number} (file.table): it has ${tables.length}`);
    const placeOf = (row: number) => ({ table: number, row });
    return { ...table, number, header: headerOf(path, table.rows, headerRows, { merged: table.merged, placeOf }) };
  });
  const [first] = read;
  const other = read.find((each) => columnsOf(each) !== columnsOf(first));
  if (other !== undefined)
    throw unreadable(
      path,
      `has the columns ${columnsOf(first)}, and other ones in table ${other.number}: ${columnsOf(other)}`,
    );
  return read;
}

function chosenNumbers(
  path: string,
  tables: readonly DocxTable[],
  wanted: WantedTables | undefined,
  headerRows: readonly number[],
): number[] {
  if (typeof wanted === "number") return [wanted];
  if (isNumbers(wanted)) return [...wanted];
  if (wanted === undefined && tables.length === 1) return [1];
  const names = tables.map(({ rows }) =>
    rows
      .filter(({ row }) => row <= Math.max(...headerRows))
      .flatMap(({ cells }) => [...cells.values()].map(({ text }) => columnName(text))),
  );
  const told = names
    .slice(0, maxListed)
    .map((each, index) => `table ${index + 1} has ${each.join(", ").slice(0, 200)}`);
  if (wanted === undefined)
    throw unreadable(path, `has ${tables.length} tables; say under file.table which are meant: ${told.join("; ")}`);
  const columns = wanted.with.map(columnName);
  const found = names.flatMap((each, index) => (columns.every((name) => each.includes(name)) ? [index + 1] : []));
  if (found.length > 0) return found;
  throw unreadable(path, `has no table with ${columns.join(", ")} (file.table): ${told.join("; ")}`);
}

function isNumbers(wanted: WantedTables | undefined): wanted is readonly number[] {
  return Array.isArray(wanted);
}

function columnsOf(table: ReadTable | undefined): string {
  return [...(table?.header.values() ?? [])].sort().join(", ");
}
