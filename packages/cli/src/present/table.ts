import pc from "picocolors";
import wrapAnsi from "wrap-ansi";
import { harmless } from "../process/harmless.ts";
import { hanging, lineWidth } from "../process/terminal.ts";
import { cutTo, widthOf } from "../process/text-width.ts";

/** `wide`, `wraps` and `below` say what happens to a column when a row is too long for the line. */
export type Column<Row> = {
  head: string;
  align?: "left" | "right";
  of: (row: Row) => string;
  /** The column is cut. */
  wide?: boolean;
  /** The column is cut if it is wide, and continues on the next line. */
  wraps?: boolean;
  /** The column moves to a line below its row, with the columns on its right, before others are cut; any may in the end. */
  below?: boolean;
};

const gap = "  ";
/** A wide column is not cut below this width before other columns have moved down, */
const comfortable = 30;
/** and never below this width. */
const narrowest = 18;

/** Aligned columns without borders. `notes` are lines that belong below a row. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { notes, width = lineWidth() }: { notes?: (row: Row) => readonly string[]; width?: number } = {},
): string {
  const cells = rows.map((row) => columns.map(({ of }) => harmless(of(row)).replace(/\s+/g, " ").trim()));
  const natural = columns.map(({ head }, index) =>
    cells.reduce((most, row) => Math.max(most, widthOf(row[index] ?? "")), widthOf(head)),
  );
  const kept = keptColumns(columns, natural, width);
  const shown = columns.slice(0, kept);
  const widths = fitted(shown, natural, width);
  const indent = " ".repeat((widths[0] ?? 0) + gap.length);
  const lines = (texts: readonly string[]) => {
    const moved = texts.slice(kept).filter((text) => text !== "");
    return [...aligned(shown, widths, texts), ...(moved.length > 0 ? [hanging(indent, moved.join(" · "), width)] : [])];
  };
  const made = [
    ...lines(columns.map(({ head }) => pc.bold(head))),
    ...rows.flatMap((row, index) => [...lines(cells[index] ?? []), ...(notes?.(row) ?? [])]),
  ];
  return made.map((line) => `${line.trimEnd()}\n`).join("");
}

/** How many columns stay on the row's own line. */
function keptColumns<Row>(columns: readonly Column<Row>[], natural: readonly number[], width: number): number {
  const least = columns.map((column, index) =>
    gives(column) ? Math.min(natural[index] ?? 0, comfortable) : (natural[index] ?? 0),
  );
  let kept = columns.length;
  while (columns[kept - 1]?.below && lineOf(least.slice(0, kept)) > width) kept--;
  const fewest = least.map((each, index) => (gives(columns[index]) ? Math.min(each, narrowest) : each));
  while (kept > 1 && lineOf(fewest.slice(0, kept)) > width) kept--;
  return kept;
}

function gives<Row>(column: Column<Row> | undefined): boolean {
  return column?.wide === true || column?.wraps === true;
}

function lineOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
}

/** The widest column that can be cut is cut first. */
function fitted<Row>(columns: readonly Column<Row>[], natural: readonly number[], width: number): number[] {
  const widths = natural.slice(0, columns.length);
  const giving = columns.flatMap((column, index) => (gives(column) ? [index] : []));
  while (lineOf(widths) > width) {
    const [widest] = giving.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    if (widest === undefined || (widths[widest] ?? 0) <= narrowest) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** One row as lines: more than one only when a column wraps. */
function aligned<Row>(columns: readonly Column<Row>[], widths: readonly number[], texts: readonly string[]): string[] {
  const blocks = columns.map(({ wraps }, index) => {
    const text = texts[index] ?? "";
    const width = widths[index] ?? 0;
    return wraps ? wrapAnsi(text, width, { hard: true }).split("\n") : [cutTo(text, width)];
  });
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, index) => {
        const text = blocks[index]?.[line] ?? "";
        const room = " ".repeat(Math.max((widths[index] ?? 0) - widthOf(text), 0));
        return align === "right" ? room + text : text + room;
      })
      .join(gap),
  );
}
