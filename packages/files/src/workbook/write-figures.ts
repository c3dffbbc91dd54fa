import { textIn } from "@heed/core";
import { figureGrid, gridOf } from "@heed/core/statistics/figure-grid";
import { figuresWords } from "@heed/core/statistics/workbook/figures-words";
import {
  type FiguresSheet,
  type FiguresWorkbook,
  figuresFormat,
} from "@heed/core/statistics/workbook/figures-workbook";
import { formOf, headOf, sheetLayout } from "@heed/core/statistics/workbook/sheet-layout";
import { type FormCell, type FormSheet, formWorkbook } from "../xlsx/write-form.ts";
import { machineSheet } from "./machine-sheet.ts";

/** The workbook that a centre fills in with its numbers of a year: a sheet for each series, and a hidden one for a machine. */
export function figuresWorkbook(workbook: FiguresWorkbook): Uint8Array {
  const { language, issuingBody, deliveredBy, year, sheets } = workbook;
  const machine = [
    ["figures", figuresFormat, language, issuingBody, deliveredBy, String(year)],
    ...sheets.map(({ name, series, reference, content }) => ["series", series, reference, name, formOf(content)]),
  ];
  return formWorkbook([
    ...sheets.map((sheet) => seriesSheet(workbook, sheet)),
    {
      ...{ name: machineSheet, widths: [], isHidden: true },
      rows: machine.map((cells) => cells.map((text): FormCell => ({ text, style: "plain" }))),
    },
  ]);
}

function seriesSheet({ language, deliveredBy, year }: FiguresWorkbook, sheet: FiguresSheet): FormSheet {
  const { name, title, definition, content, former } = sheet;
  const words = figuresWords(language);
  const rows: FormCell[][] = [];
  const put = (row: number, cells: FormCell[]) => {
    while (rows.length < row) rows.push([]);
    rows[row - 1] = cells;
  };
  put(1, [{ text: words.title(title, deliveredBy, year), style: "title" }]);
  put(2, [{ text: definition, style: "plain" }]);
  put(3, [{ text: words.unit(content.unit), style: "plain" }]);
  put(4, [{ text: words.fillIn, style: "plain" }]);
  const { current, former: before, formerTitle } = sheetLayout(content);
  const table = (head: number, texts: readonly (readonly string[])[]) => {
    const { heads, lines } = gridOf(content, language, () => "");
    const rowsBy = content.rowsBy === undefined ? "" : textIn(content.rowsBy, language);
    put(head, [
      { text: rowsBy, style: "head" },
      ...heads.map((each): FormCell => ({ text: each.name || content.unit, style: "head" })),
    ]);
    lines.forEach((line, place) => {
      const numbers = heads.map((_, column): FormCell => ({ text: texts[place]?.[column] ?? "", style: "ask" }));
      put(head + 1 + place, [{ text: line.name || content.unit, style: "reference" }, ...numbers]);
    });
  };
  table(headOf(current), []);
  if (former !== undefined) {
    put(formerTitle, [{ text: words.former(year - 1), style: "plain" }]);
    const { lines } = figureGrid(content, former, language);
    table(
      headOf(before),
      lines.map(({ cells }) => cells.map((cell) => (cell?.value === undefined ? "" : String(cell.value)))),
    );
  }
  return { name, widths: [45, ...content.columns.map(() => 16), 16], rows };
}
