import { DomainError } from "@heed/core";
import type { FileRow } from "@heed/core/mapping/reading/map-row";
import type { CellFault, ShownPeriod } from "@heed/core/mapping/reading/read-value";
import { showsNothing } from "@heed/core/text/bounded-text";
import { didYouMean } from "@heed/core/text/nearest";
import { columnName } from "@heed/core/text/plain-text";
import type { OpenedRows } from "./table/opened-rows.ts";
import { rowDigest } from "./table/row-digest.ts";

/**
 * The rows of a file, where blank cells of the named columns take the value of the row above. A new value in one column
 * stops this for the columns after it in the list. A blank row stays blank, and a row that repeats the header, as at the
 * head of a page, gives nothing to the rows below it. Throws invalidMapping for a column that the
 * file does not have.
 */
export async function filledDown(path: string, open: OpenedRows, columns: readonly string[]): Promise<OpenedRows> {
  const wrong = columns.filter((column) => !open.header.includes(column));
  if (wrong.length === 0) return { ...open, rows: filledRows(open.rows, columns) };
  await open.rows.return(undefined);
  throw new DomainError(
    "invalidMapping",
    `file.fillDown names columns that ${path} does not have: ${wrong.join(", ")}; the file has ${open.header.join(", ")}`,
    wrong.map((value) => ({
      name: "file.fillDown",
      value,
      detail: `the file has no such column${didYouMean(value, open.header)}`,
    })),
  );
}

type Cell = { text: string; fault?: CellFault; precision?: ShownPeriod };

async function* filledRows(rows: AsyncGenerator<FileRow>, columns: readonly string[]): AsyncGenerator<FileRow> {
  let above: (Cell | undefined)[] = [];
  for await (const row of rows) {
    const own = columns.map((column) => cellAt(row, column));
    const isBlank = Object.values(row.cells).every(showsNothing) && row.faults === undefined;
    if (isBlank || repeatsHeader(row)) {
      yield row;
      continue;
    }
    const first = own.findIndex((cell) => cell !== undefined);
    if (first >= 0) above = above.slice(0, first);
    above = columns.map((_, place) => own[place] ?? above[place]);
    const filled = columns.filter((_, place) => own[place] === undefined && above[place] !== undefined);
    yield { ...filledRow(row, columns, above), ...(filled.length > 0 && { filled }) };
  }
}

/** Each cell has the name of its column, or the part of that name from one of two header rows. */
function repeatsHeader({ cells }: FileRow): boolean {
  const given = Object.entries(cells).filter(([, text]) => !showsNothing(text));
  return (
    given.length > 1 && given.every(([column, text]) => [column, ...column.split(" / ")].includes(columnName(text)))
  );
}

function cellAt({ cells, faults, precisions }: FileRow, column: string): Cell | undefined {
  const text = cells[column] ?? "";
  const fault = faults?.[column];
  const precision = precisions?.[column];
  if (showsNothing(text) && fault === undefined) return undefined;
  return { text, ...(fault && { fault }), ...(precision && { precision }) };
}

function filledRow(row: FileRow, columns: readonly string[], above: readonly (Cell | undefined)[]): FileRow {
  const cells = { ...row.cells };
  const faults = { ...row.faults };
  const precisions = { ...row.precisions };
  for (const [place, column] of columns.entries()) {
    const { text = "", fault, precision } = above[place] ?? {};
    cells[column] = text;
    if (precision !== undefined) precisions[column] = precision;
    if (fault !== undefined) faults[column] = fault;
  }
  return {
    ...row,
    // Two rows whose filled-in values differ are two different rows.
    digest: rowDigest([row.digest, ...columns.map((column) => cells[column] ?? "")]),
    cells,
    ...(Object.keys(faults).length > 0 && { faults }),
    ...(Object.keys(precisions).length > 0 && { precisions }),
  };
}
