import { type DaySystem, dayOfSerial } from "@heed/core/time/excel-day";
import type { OfficeArchive } from "../office/office-archive.ts";
import { readXml } from "../office/office-xml.ts";
import { unreadable } from "../source/unreadable.ts";
import { cellName, columnAt } from "../table/cell-name.ts";
import type { TableCell, TableRow } from "../table/header.ts";
import { unescapedText } from "./escaped-text.ts";
import type { ShownNumber } from "./number-styles.ts";
import type { SharedString } from "./shared-strings.ts";
import { isTrue } from "./sheet-shape.ts";
import { StruckText } from "./struck-cells.ts";

export type SheetRow = TableRow & { isHidden: boolean };

export type SheetContext = {
  name: string;
  part: string;
  texts: readonly SharedString[];
  struckStyles: ReadonlySet<string>;
  numberStyles: ReadonlyMap<string, ShownNumber>;
  daySystem: DaySystem;
  areRowsHidden: boolean;
  onProgress?: (progress: { done: number; total: number }) => void;
};

/** A sheet that was filled down by mistake has a million rows; a larger source belongs in a CSV file. */
const maxRows = 250_000;

/** The rows of a sheet, one at a time, including blank ones. Throws unreadableFile. */
export async function* sheetRows(archive: OfficeArchive, sheet: SheetContext): AsyncGenerator<SheetRow> {
  const gathered = new GatheredRows(archive.path, sheet);
  const total = archive.sizeOf(sheet.part) ?? 0;
  for await (const done of readXml(archive, sheet.part, gathered)) {
    yield* gathered.take();
    sheet.onProgress?.({ done, total });
  }
}

/** The rows that were parsed and not yet taken. */
class GatheredRows {
  private ready: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private isHidden = false;
  private cells = new Map<number, TableCell>();
  private cell: { type?: string; style?: string } = {};
  private value = "";
  private formula: string | undefined;
  private reading: "value" | "formula" | undefined;
  private aside = false;
  private readonly struck = new StruckText();
  /** Other parts of the sheet use the same element names. */
  private within = false;
  private readonly path: string;
  private readonly sheet: SheetContext;

  constructor(path: string, sheet: SheetContext) {
    this.path = path;
    this.sheet = sheet;
  }

  take(): SheetRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "sheetData") this.within = true;
    else if (!this.within) return;
    this.struck.open(name, attributes);
    if (name === "row") {
      this.row = attributes.r === undefined ? this.row + 1 : Number(attributes.r);
      this.column = -1;
      this.isHidden =
        attributes.hidden === undefined && attributes.ht === undefined
          ? this.sheet.areRowsHidden
          : isTrue(attributes.hidden) || Number(attributes.ht) === 0;
      if (!(this.row <= maxRows))
        throw unreadable(
          this.path,
          `is beyond the ${maxRows.toLocaleString("en")} rows that a sheet may have, empty ones too; delete the rows that are not used, or save the sheet as CSV, which has no limit`,
          { sheet: this.sheet.name, row: this.row },
        );
    } else if (name === "c") {
      this.column = attributes.r === undefined ? this.column + 1 : columnAt(attributes.r);
      this.cell = { ...(attributes.t && { type: attributes.t }), ...(attributes.s && { style: attributes.s }) };
      this.value = "";
      this.formula = undefined;
    } else if (name === "rPh") this.aside = true;
    else if (name === "f") [this.formula, this.reading] = ["", "formula"];
    else if (name === "v" || (name === "t" && !this.aside)) this.reading = "value";
  };

  readonly text = (text: string): void => {
    if (this.reading === "value") {
      this.value += text;
      this.struck.text(text);
    } else if (this.reading === "formula") this.formula += text;
  };

  readonly close = (name: string): void => {
    this.reading = undefined;
    if (name === "sheetData") this.within = false;
    if (!this.within) return;
    this.struck.close(name);
    if (name === "rPh") this.aside = false;
    else if (name === "c") {
      const cell = this.struckCell(this.cellOf());
      if (cell.text !== "" || cell.fault !== undefined) this.cells.set(this.column, cell);
    } else if (name === "row") {
      this.ready.push({ row: this.row, cells: this.cells, isHidden: this.isHidden });
      this.cells = new Map();
    }
  };

  /** A cell that is struck through as a whole, or a part of its text. */
  private struckCell(cell: TableCell): TableCell {
    const isWhole = cell.text !== "" && this.sheet.struckStyles.has(this.cell.style ?? "0");
    const struck = isWhole ? cell.text : (cell.struck ?? this.struck.found);
    return struck === undefined ? cell : { ...cell, struck };
  }

  private cellOf(): TableCell {
    const place = `cell ${cellName(this.column, this.row)}`;
    if (this.formula !== undefined) {
      const written = this.formula === "" ? "a formula" : `the formula =${this.formula}`;
      const fault = `${place} holds ${written}; put its value there (copy, then paste as values)`;
      return { text: this.value, fault };
    }
    const { texts, numberStyles, daySystem } = this.sheet;
    const { type = "n", style } = this.cell;
    switch (type) {
      case "s":
        return textAt(texts, this.value, place);
      case "b":
        return { text: this.value === "" ? "" : this.value === "1" ? "TRUE" : "FALSE" };
      case "e":
        return { text: this.value, fault: `${place} holds the error ${this.value}` };
      case "d":
        return { text: this.value.slice(0, 10) };
      case "n": {
        const shown = numberStyles.get(style ?? "");
        const text = shownNumber(this.value, shown, daySystem);
        return { text, ...((shown === "month" || shown === "year") && { precision: shown }) };
      }
      default:
        return { text: unescapedText(this.value) };
    }
  }
}

function textAt(texts: readonly SharedString[], index: string, place: string): TableCell {
  return texts[Number(index)] ?? { text: "", fault: `${place} refers to a text that the workbook does not have` };
}

/**
 * A number in its shortest form, a percentage, or the day when its style shows one. Days that exist only in Excel, such
 * as 29 February 1900, stay as Excel shows them.
 */
function shownNumber(value: string, shown: ShownNumber | undefined, days: DaySystem): string {
  const number = Number(value);
  if (value === "" || Number.isNaN(number)) return value;
  if (shown === "percentage") return `${numberText(number * 100)}%`;
  if (shown !== undefined) return dayOfSerial(number, days) ?? String(number);
  // A whole number keeps digits that a computer would round.
  return /^-?[1-9]\d*$/.test(value) ? value : numberText(number);
}

/** A spreadsheet shows fifteen digits: the sum of 0.1 and 0.2 is 0.3. */
function numberText(number: number): string {
  return String(Number.isInteger(number) ? number : Number(number.toPrecision(15)));
}
