import { DomainError } from "@heed/core";
import type { Cell, Table } from "@heed/core/tables/list-table";
import { escapedText } from "./xlsx/escaped-text.ts";

const longestCell = 32_767;

type Options = {
  sheet: string;
  /** It is built in memory. */
  maxRows: number;
  /** What a row is about, for an error. */
  nameOf?: (row: readonly Cell[]) => string;
};

/**
 * A table as a workbook. Texts are cells of text, so that nothing in it is a formula. Errors: invalidInput when it has too
 * many rows, or a text that no cell holds.
 */
export async function workbookOf({ head, rows }: Table, { sheet, maxRows, nameOf }: Options): Promise<Buffer> {
  const data: object[][] = [];
  for await (const batch of rows)
    for (const row of batch) {
      if (data.length === maxRows)
        throw new DomainError("invalidInput", `the workbook would have more than ${maxRows} rows; ask for CSV instead`);
      if (row.some((cell) => String(cell).length > longestCell))
        throw new DomainError(
          "invalidInput",
          `a text of ${nameOf?.(row) ?? `row ${data.length + 2}`} is longer than the ${longestCell} characters of a cell; ask for CSV instead`,
        );
      data.push(row.map(cellOf));
    }
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const titles = head.map((title) => ({ ...cellOf(title), fontWeight: "bold" as const }));
  return writeXlsxFile([titles, ...data], { sheet, stickyRowsCount: 1 }).toBuffer();
}

function cellOf(value: Cell) {
  return typeof value === "number" ? { value, type: Number } : { value: escapedText(value), type: String };
}
