import {
  type AskedName,
  askedColumns,
  askedNames,
  columnNames,
  isAskedIn,
  referenceColumns,
} from "@heed/core/workbook/columns/columns";
import { workbookChoices } from "@heed/core/workbook/read-cell";
import { workbookWords } from "@heed/core/workbook/words/words";
import type { ReferenceCell, Workbook, WorkbookRow } from "@heed/core/workbook/workbook";
import { type FormCell, type FormList, type FormSheet, formWorkbook } from "../xlsx/write-form.ts";
import { machineRows, machineSheet } from "./machine-sheet.ts";

/** What an organization owes, as a workbook to be filled in: instructions, the answers, and a hidden sheet for a machine. */
export function answersWorkbook(workbook: Workbook): Uint8Array {
  return formWorkbook([instructions(workbook), answers(workbook), machine(workbook)]);
}

function instructions({ language, name, day }: Workbook): FormSheet {
  const { sheets, title, steps } = workbookWords(language);
  const rows: FormCell[][] = [
    [{ text: title(name, day), style: "title" }],
    ...steps.map((text, place): FormCell[] => [{ text: `${place + 1}. ${text}`, style: "plain" }]),
  ];
  return { name: sheets.instructions, widths: [110], rows };
}

const widths: Readonly<Record<(typeof columnNames)[number], number>> = {
  ...{ reference: 14, report: 24, text: 60, owed: 28, due: 14, said: 40, found: 40 },
  ...{ position: 20, reason: 45, year: 12, level: 22, narrative: 45, asOf: 14, claim: 12, promise: 40, promiseDue: 18 },
};

function answers({ language, rows }: Workbook): FormSheet {
  const { sheets, columns } = workbookWords(language);
  const head: FormCell[] = [
    { style: "head" },
    ...columnNames.map((name): FormCell => ({ text: columns[name], style: "head" })),
  ];
  return {
    name: sheets.answers,
    // The first column has the key of each row.
    widths: [0, ...columnNames.map((name) => widths[name])],
    rows: [head, ...rows.map(answerRow)],
    frozen: { rows: 1, columns: 2 },
    lists: askedNames.flatMap((name): FormList[] => {
      const values = workbookChoices(askedColumns[name].kind, language).map(({ text }) => text);
      if (values.length === 0 || rows.length === 0) return [];
      return [{ column: columnNames.indexOf(name) + 1, from: 2, to: rows.length + 1, values }];
    }),
  };
}

function answerRow(row: WorkbookRow): FormCell[] {
  return [
    { text: row.key, style: "reference" },
    ...referenceColumns.map((name) => referenceCell(row.cells[name])),
    ...askedNames.map((name) => askedCell(name, row)),
  ];
}

function referenceCell(cell: ReferenceCell): FormCell {
  return typeof cell === "string" ? { text: cell, style: "reference" } : { ...cell, style: "referenceDay" };
}

function askedCell(name: AskedName, { act, year }: WorkbookRow): FormCell {
  if (!isAskedIn(name, act)) return { style: "reference" };
  const { kind } = askedColumns[name];
  return { style: kind === "day" || kind === "dueDate" ? "askDay" : "ask", ...(name === "year" && { text: year }) };
}

function machine(workbook: Workbook): FormSheet {
  const rows = machineRows(workbook).map((cells) => cells.map((text): FormCell => ({ text, style: "plain" })));
  return { name: machineSheet, widths: [], rows, isHidden: true };
}
