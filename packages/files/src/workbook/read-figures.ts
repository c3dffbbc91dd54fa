import { DomainError } from "@heed/core";
import type { Label } from "@heed/core/label";
import type { FilledFigures } from "@heed/core/statistics/workbook/figures-acts";
import { figuresWords } from "@heed/core/statistics/workbook/figures-words";
import { figuresFormat } from "@heed/core/statistics/workbook/figures-workbook";
import { workbookWords } from "@heed/core/workbook/words/words";
import { cellName } from "../table/cell-name.ts";
import type { TableRow } from "../table/header.ts";
import { machineSheet } from "./machine-sheet.ts";
import { textsOf, withSheets } from "./open-sheets.ts";

/**
 * A workbook of numbers that came back. `name` is the file as the user knows it; `language` that in which a refusal is told. Errors:
 * unreadableFile, with what to do, for what is no such workbook.
 */
export async function readFigures(
  path: string,
  { name, language }: { name: string; language: keyof Label },
): Promise<FilledFigures> {
  const words = figuresWords(language);
  const { refusals } = workbookWords(language);
  const refused = (why: string) => new DomainError("unreadableFile", `${name} ${why}`, [{ file: name, detail: why }]);
  const refusing = {
    refused: refused(refusals.file),
    manyRows: (sheet: string, most: number) => refused(refusals.manyRows(sheet, most)),
  };
  return withSheets(path, refusing, async ({ rowsOf, has }) => {
    const told = textsOf(await rowsOf(machineSheet));
    const head = told.find(([first]) => first === "figures");
    if (head === undefined) throw refused(words.unknown);
    const [, format, , issuingBody = "", deliveredBy = "", year] = head;
    if (format !== figuresFormat) throw refused(words.format);
    const sheets: FilledFigures["sheets"][number][] = [];
    const read = new Map<string, ReadonlyMap<string, string>>();
    for (const [first, series = "", reference = "", sheet = "", form = ""] of told) {
      if (first !== "series") continue;
      if (!has(sheet)) throw refused(words.sheet(sheet));
      // A sheet may hold several series.
      const cells = read.get(sheet) ?? cellsOf(await rowsOf(sheet));
      read.set(sheet, cells);
      sheets.push({ name: sheet, series, reference, form, cells });
    }
    return { file: name, issuingBody, deliveredBy, year: Number(year), sheets };
  });
}

/** A formula counts as what it last gave. */
function cellsOf(rows: readonly TableRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ row, cells }) =>
      [...cells].map(([column, { text }]): [string, string] => [cellName(column, row), text]),
    ),
  );
}
