import type { Day } from "@heed/core";
import { serialOf } from "@heed/core/time/excel-day";
import { strToU8, zipSync } from "fflate";
import { cellName } from "../table/cell-name.ts";
import { escapedText } from "./escaped-text.ts";
import { formStyles, type StyleName, styleNumber } from "./form-styles.ts";

/** A cell of a form: a text or a day, and how it looks. A cell that is to be filled in is the only one that is not locked. */
export type FormCell = { text?: string; day?: Day; style: StyleName };

/** A list from which the cells of a column are filled in: rows from 1, columns from 0. */
export type FormList = { column: number; from: number; to: number; values: readonly string[] };

export type FormSheet = {
  name: string;
  /** In characters; 0 hides the column. */
  widths: readonly number[];
  rows: readonly (readonly FormCell[])[];
  /** The rows and columns that stay in sight. */
  frozen?: { rows: number; columns: number };
  isHidden?: boolean;
  lists?: readonly FormList[];
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The sheet with the lists of choices, behind the others. */
const listsName = "lists";

/**
 * A workbook (ECMA-376) that somebody fills in. Texts are cells of text, so that nothing in it is a formula; every sheet is locked
 * without a password, save the cells to fill in. The same sheets give the same bytes.
 */
export function formWorkbook(sheets: readonly FormSheet[]): Uint8Array {
  const choices = [
    ...new Map(sheets.flatMap(({ lists = [] }) => lists).map(({ values }) => [values.join("\n"), values])),
  ];
  const all: readonly FormSheet[] =
    choices.length === 0 ? sheets : [...sheets, listsSheet(choices.map(([, each]) => each))];
  const rangeOf = (values: readonly string[]) => {
    const column = choices.findIndex(([key]) => key === values.join("\n"));
    const name = cellName(column, 1).replace(/\d+$/, "");
    return `${listsName}!$${name}$1:$${name}$${values.length}`;
  };
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${all.map((_, place) => `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${all.map(({ name, isHidden }, place) => `<sheet name="${inXml(name)}" sheetId="${place + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${place + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}/relationships">${all.map((_, place) => `<Relationship Id="rId${place + 1}" Type="${office}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`).join("")}<Relationship Id="rId${all.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": formStyles(main),
  };
  all.forEach((sheet, place) => {
    parts[`xl/worksheets/sheet${place + 1}.xml`] = sheetXml(sheet, rangeOf);
  });
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

function listsSheet(choices: readonly (readonly string[])[]): FormSheet {
  const length = Math.max(...choices.map((values) => values.length));
  const rows = Array.from({ length }, (_, row) =>
    choices.map((values): FormCell => ({ text: values[row] ?? "", style: "plain" })),
  );
  return { name: listsName, widths: choices.map(() => 30), rows, isHidden: true };
}

function sheetXml(
  { widths, rows, frozen, lists = [] }: FormSheet,
  rangeOf: (values: readonly string[]) => string,
): string {
  const columns = widths.map((width, place) => {
    const size = width === 0 ? 'width="9" hidden="1"' : `width="${width}"`;
    return `<col min="${place + 1}" max="${place + 1}" ${size} customWidth="1"/>`;
  });
  const pane = frozen
    ? `<pane${frozen.columns > 0 ? ` xSplit="${frozen.columns}"` : ""} ySplit="${frozen.rows}" topLeftCell="${cellName(frozen.columns, frozen.rows + 1)}" activePane="${frozen.columns > 0 ? "bottomRight" : "bottomLeft"}" state="frozen"/>`
    : "";
  const validations = lists.map(
    ({ column, from, to, values }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cellName(column, from)}:${cellName(column, to)}"><formula1>${rangeOf(values)}</formula1></dataValidation>`,
  );
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rows.map((cells, place) => rowXml(cells, place + 1)).join("")}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>` : ""}</worksheet>`;
}

function rowXml(cells: readonly FormCell[], row: number): string {
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, cellName(column, row))).join("")}</row>`;
}

function cellXml({ text = "", day, style }: FormCell, name: string): string {
  const at = `<c r="${name}" s="${styleNumber(style)}"`;
  if (day !== undefined) return `${at}><v>${serialOf(day)}</v></c>`;
  if (text === "") return `${at}/>`;
  return `${at} t="inlineStr"><is><t xml:space="preserve">${inXml(escapedText(text))}</t></is></c>`;
}

function inXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign]};`);
}
