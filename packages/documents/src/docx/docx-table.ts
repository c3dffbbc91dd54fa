import type { Column } from "@heed/core/document/document";
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** A paragraph or a table of the text. */
export type Piece = Paragraph | Table;

/** Twentieths of a point, between the margins of an A4 page. */
const width = 9300;
const line = { style: BorderStyle.SINGLE, size: 4, color: "A0A0A0" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** A table whose head stands on each of its pages. */
export function docxTable(
  columns: readonly Column[],
  rows: readonly (readonly (readonly ParagraphChild[])[])[],
): Table {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const columnWidths = columns.map(({ weight }) => Math.round((weight / total) * width));
  const cell = (index: number, children: readonly ParagraphChild[], isHead: boolean) =>
    new TableCell({
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: { fill: "E6EDF3" } }),
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          style: "TableText",
          alignment: columns[index]?.align === "end" ? AlignmentType.END : AlignmentType.START,
          children,
        }),
      ],
    });
  const head = columns.map(({ label }, index) => cell(index, [new TextRun({ text: label, bold: true })], true));
  return new Table({
    columnWidths,
    width: { size: width, type: WidthType.DXA },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((children, index) => cell(index, children, false)) }),
      ),
    ],
  });
}
