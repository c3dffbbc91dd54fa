import { codePoint } from "dingbat-to-unicode";
import { attribute, type XmlEvents } from "../office/office-xml.ts";
import { isOn } from "../office/struck.ts";
import type { MergedRange, TableCell } from "../table/header.ts";

/** A table of a Word file: its rows from 1, and its merged ranges. */
export type DocxTable = { rows: DocxRow[]; merged: MergedRange[] };
export type DocxRow = { row: number; cells: ReadonlyMap<number, DocxCell> };
export type DocxCell = TableCell & {
  /** The ids of the footnotes and endnotes that the text refers to. */
  notes: readonly string[];
  /** Word numbers it automatically. */
  isNumbered: boolean;
};

type Cell = {
  column: number;
  span: number;
  continues: boolean;
  lines: string[];
  notes: string[];
  isNumbered: boolean;
  struck: string[];
};
type Row = { cells: Cell[]; column: number; isDeleted: boolean };
type Run = { text: string; font: string; isHidden: boolean; isStruck?: boolean };

/** Word allows 63 columns; a file that claims more would only fill memory. */
const maxColumns = 1_000;
export const maxRows = 250_000;

/** Something met while reading that the user should be told. */
export type Oddity = "changes" | "hiddenText" | "tableInCell" | "tooLarge" | "unknownSign";

/**
 * Gathers the tables of a part of a Word file (ECMA-376, WordprocessingML) and the paragraphs outside them, as a person
 * sees them: with inserted text, and without text that was deleted, moved away or hidden. Each paragraph of a cell is a
 * line. A table inside a cell is part of the text of that cell.
 */
export class DocumentText implements XmlEvents {
  readonly tables: DocxTable[] = [];
  readonly outside: string[] = [];
  /** The lists of the paragraphs outside, by their place there. */
  readonly lists = new Map<number, { id: string; level: number; isCounted: boolean }>();
  readonly oddities = new Set<Oddity>();

  private depth = 0;
  private rows: Row[] = [];
  private row: Row | undefined;
  private cell: Cell | undefined;
  private readonly paragraphs: string[] = [];
  private readonly runs: Run[] = [];
  private unseen = 0;
  private isText = false;
  private isRowProperty = false;
  private isRunProperty = false;
  private isParagraphProperty = false;

  private paragraphIsStruck = false;

  constructor(
    private readonly isCounted: (numbering: string, level: string) => boolean = () => true,
    private readonly struckStyles: ReadonlySet<string> = new Set(),
    private readonly numberedStyles: ReadonlyMap<string, { id: string; level: string }> = new Map(),
  ) {}

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.unseen > 0 || hiddenParts.has(name)) {
      // Word marks a deleted paragraph end or row by an empty element within its properties.
      if (name === "del" && this.isRowProperty && this.row !== undefined) this.row.isDeleted = true;
      if (name === "del" || name === "moveFrom") this.oddities.add("changes");
      this.unseen += 1;
      return;
    }
    const value = attribute(attributes, "val");
    switch (name) {
      case "tbl":
        this.depth += 1;
        if (this.depth === 1) this.rows = [];
        else this.oddities.add("tableInCell");
        break;
      case "tr":
        if (this.depth === 1) this.row = { cells: [], column: 0, isDeleted: false };
        break;
      case "tc":
        if (this.depth === 1 && this.row !== undefined)
          this.cell = {
            column: this.row.column,
            span: 1,
            continues: false,
            lines: [],
            notes: [],
            isNumbered: false,
            struck: [],
          };
        break;
      case "p":
        this.paragraphs.push("");
        this.paragraphIsStruck = false;
        this.list = undefined;
        break;
      case "r":
        this.runs.push({ text: "", isHidden: false, font: "" });
        break;
      case "t":
        this.isText = true;
        break;
      case "ins":
      case "moveTo":
        this.oddities.add("changes");
        break;
      default:
        this.property(name, value, attributes);
    }
  };

  readonly text = (text: string): void => {
    const run = this.runs.at(-1);
    if (!this.isText || this.unseen > 0 || run === undefined) return;
    run.text +=
      run.font === "" ? text : Array.from(text, (sign) => pictureOf(run.font, sign.codePointAt(0)) ?? sign).join("");
  };

  readonly close = (name: string): void => {
    if (this.unseen > 0) {
      this.unseen -= 1;
      return;
    }
    switch (name) {
      case "t":
        this.isText = false;
        break;
      case "trPr":
        this.isRowProperty = false;
        break;
      case "rPr":
        this.isRunProperty = false;
        break;
      case "pPr":
        this.isParagraphProperty = false;
        break;
      case "r":
        this.endRun();
        break;
      case "p":
        if (this.cell === undefined && this.list !== undefined) this.lists.set(this.outside.length, this.list);
        (this.cell?.lines ?? this.outside).push(this.paragraphs.pop() ?? "");
        break;
      case "tc":
        if (this.depth === 1) this.endCell();
        break;
      case "tr":
        if (this.depth === 1) this.endRow();
        break;
      case "tbl":
        this.depth -= 1;
        if (this.depth === 0) this.tables.push(tableOf(this.rows));
        break;
    }
  };

  private property(name: string, value: string | undefined, attributes: Readonly<Record<string, string>>): void {
    const run = this.runs.at(-1);
    const ofCell = this.depth === 1 ? this.cell : undefined;
    if (name === "trPr") this.isRowProperty = this.depth === 1;
    else if (name === "rPr") this.isRunProperty = true;
    else if (name === "pPr") this.isParagraphProperty = true;
    else if (name === "gridBefore" && this.row !== undefined && this.isRowProperty)
      this.row.column += this.columns(value);
    else if (name === "gridSpan" && ofCell !== undefined) ofCell.span = Math.max(1, this.columns(value));
    else if (name === "vMerge" && ofCell !== undefined) ofCell.continues = value !== "restart";
    else if (name === "numPr") this.numbering = { id: "", level: "0" };
    else if (name === "ilvl") this.numbering.level = value ?? "0";
    else if (name === "numId") {
      const isNumber = value !== undefined && value !== "0" && this.isCounted(value, this.numbering.level);
      if (isNumber && this.isParagraphProperty && this.cell !== undefined) this.cell.isNumbered = true;
      if (this.isParagraphProperty) this.list = listAt(value, this.numbering.level, isNumber);
    } else if (name === "pStyle") {
      this.paragraphIsStruck = this.struckStyles.has(value ?? "");
      const numbering = this.numberedStyles.get(value ?? "");
      if (numbering !== undefined)
        this.list = listAt(numbering.id, numbering.level, this.isCounted(numbering.id, numbering.level));
    } else if (run === undefined) return;
    else if (name === "rStyle") run.isStruck ??= this.struckStyles.has(value ?? "") || undefined;
    else if ((name === "strike" || name === "dstrike") && this.isRunProperty)
      run.isStruck = (name === "dstrike" && run.isStruck === true) || isOn(value);
    else if (name === "vanish" && this.isRunProperty) run.isHidden = isOn(value);
    else if (name === "rFonts" && this.isRunProperty)
      run.font = attribute(attributes, "ascii") ?? attribute(attributes, "hAnsi") ?? "";
    else if (name === "footnoteReference" || name === "endnoteReference")
      this.cell?.notes.push(`${name.slice(0, -"Reference".length)} ${attribute(attributes, "id") ?? ""}`);
    else if (!this.isRunProperty && signs[name] !== undefined) run.text += signs[name];
    else if (name === "sym") run.text += this.signOf(attributes);
  }

  private signOf(attributes: Readonly<Record<string, string>>): string {
    const code = Number.parseInt(attribute(attributes, "char") ?? "", 16);
    const picture = pictureOf(attribute(attributes, "font") ?? "", code);
    if (picture !== undefined) return picture;
    if (code > 0 && code < 0xd800) return String.fromCharCode(code);
    this.oddities.add("unknownSign");
    return "\ufffd";
  }

  private numbering = { id: "", level: "0" };
  private list: { id: string; level: number; isCounted: boolean } | undefined;

  private columns(value: string | undefined): number {
    const columns = Number(value ?? 1);
    if (Number.isInteger(columns) && columns >= 0 && columns <= maxColumns) return columns;
    this.oddities.add("tooLarge");
    return 1;
  }

  private endRun(): void {
    const run = this.runs.pop();
    if (run === undefined || run.text === "") return;
    if (run.isHidden) {
      this.oddities.add("hiddenText");
      return;
    }
    if ((run.isStruck ?? this.paragraphIsStruck) && run.text.trim() !== "") this.cell?.struck.push(run.text);
    if (this.paragraphs.length === 0) this.paragraphs.push(run.text);
    else this.paragraphs[this.paragraphs.length - 1] += run.text;
  }

  private endCell(): void {
    const { row, cell } = this;
    this.cell = undefined;
    if (row === undefined || cell === undefined) return;
    row.cells.push(cell);
    row.column += cell.span;
    if (row.column > maxColumns) this.oddities.add("tooLarge");
  }

  private endRow(): void {
    if (this.row !== undefined && !this.row.isDeleted) this.rows.push(this.row);
    this.row = undefined;
    if (this.rows.length > maxRows) this.oddities.add("tooLarge");
  }
}

/** The list that a paragraph is in; 0 takes it out of one. */
function listAt(id: string | undefined, level: string, isCounted: boolean) {
  return id === undefined || id === "0" ? undefined : { id, level: Number(level), isCounted };
}

/** Elements that a person does not see: deleted and moved text, field codes, and the fallback for older programs. */
const hiddenParts = new Set(["del", "moveFrom", "Fallback", "instrText", "delInstrText"]);

const signs: Readonly<Record<string, string>> = {
  tab: " ",
  ptab: " ",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
};

/**
 * What a person sees of a sign in a font of pictures, such as the tick that stands at the code of a letter. The codes of
 * such a font stand as they are, or in the private area of Unicode. Undefined for other fonts and unknown signs.
 */
function pictureOf(font: string, code = 0): string | undefined {
  return codePoint(font, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)?.string;
}

/**
 * A table with its merged ranges: horizontal ones by their span, vertical ones by cells that continue the cell above.
 */
function tableOf(rows: readonly Row[]): DocxTable {
  const merged: (MergedRange & { isOpen?: boolean })[] = [];
  let above = new Map<number, MergedRange>();
  const made = rows.map(({ cells }, index): DocxRow => {
    const row = index + 1;
    const here = new Map<number, MergedRange>();
    const texts = new Map<number, DocxCell>();
    for (const { column, span, continues, lines, notes, isNumbered, struck } of cells) {
      const over = continues ? above.get(column) : undefined;
      const range = over ?? { name: "", top: row, bottom: row, left: column, right: column + span - 1 };
      range.bottom = row;
      here.set(column, range);
      if (over !== undefined) continue;
      merged.push(range);
      const text = lines.join("\n").trim();
      if (text !== "" || notes.length > 0)
        texts.set(column, { text, notes, isNumbered, ...(struck.length > 0 && { struck: struck.join(" ") }) });
    }
    above = here;
    return { row, cells: texts };
  });
  return { rows: made, merged: merged.filter(({ top, bottom, left, right }) => bottom > top || right > left) };
}
