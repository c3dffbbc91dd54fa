import { DomainError } from "@heed/core";
import { type Columns, tableOf } from "@heed/core/tables/list-table";
import { csvParts, workbookOf } from "@heed/files";
import { writeCsv, writeExact } from "./write.ts";

type Batches<Item> = AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;

/** Writes a list as CSV while it is being read, or as a workbook. Errors: invalidInput where a workbook would go to a terminal. */
export async function writeTable<Item>(
  format: "csv" | "xlsx",
  columns: Columns<Item>,
  batches: Batches<Item>,
  lang: string | undefined,
): Promise<void> {
  const table = tableOf(columns, batches, lang);
  if (format === "csv") for await (const part of csvParts(table)) await writeCsv(part);
  else if (process.stdout.isTTY)
    throw new DomainError("invalidInput", "a workbook is not for a terminal: send it to a file, as in > list.xlsx");
  else await writeExact(await workbookOf(table, { sheet: "Heed", maxRows: 100_000 }));
}

/** Whether a format is one for spreadsheets. */
export function isTable(format: string): format is "csv" | "xlsx" {
  return format === "csv" || format === "xlsx";
}
