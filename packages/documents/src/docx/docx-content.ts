import { chartTable } from "@heed/core/document/chart-table";
import type { Block, Document, Inline, Section, Table } from "@heed/core/document/document";
import {
  AlignmentType,
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { ChartRun } from "docx/charts";
import { toneOf } from "../chart/tones.ts";
import { locales } from "../words/own-words.ts";
import { docxTable, type Piece } from "./docx-table.ts";

/** What Word calls a piece of a line: how it looks, and its language. */
type Style = { bold?: boolean; italics?: boolean; style?: string; language?: { value: string } };

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The paragraphs and tables of a document, with the footnotes to which they lead. */
export function docxContent({ sections }: Document) {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  return { children: sections.flatMap((each) => sectionPieces(each, 0)), footnotes };

  function sectionPieces({ id, title, blocks, sections: below }: Section, depth: number): Piece[] {
    const level = depth < headings.length ? depth : headings.length - 1;
    const heading = new Paragraph({
      heading: headings[level] ?? HeadingLevel.HEADING_6,
      // Also where a template's styles have no such heading, it is one in the list of headings.
      outlineLevel: level,
      children: [new Bookmark({ id, children: [new TextRun(title)] })],
    });
    return [heading, ...blocks.flatMap(blockPieces), ...below.flatMap((each) => sectionPieces(each, depth + 1))];
  }

  function blockPieces(block: Block): Piece[] {
    switch (block.kind) {
      case "paragraph":
        return [new Paragraph({ style: "BodyText", children: runs(block.content) })];
      case "list":
        return block.items.map(
          (item) =>
            new Paragraph({
              style: "BodyText",
              ...(block.ordered ? { numbering: { reference: "ordered", level: 0 } } : { bullet: { level: 0 } }),
              children: runs(item),
            }),
        );
      case "quote":
        return [
          new Paragraph({ style: "Quote", children: runs(block.content) }),
          ...(block.source
            ? [new Paragraph({ style: "Quote", alignment: AlignmentType.END, children: runs(block.source) })]
            : []),
        ];
      case "table":
        return tablePieces(block);
      case "chart": {
        const { id, alternative, categories, series } = block;
        const chart = new ChartRun({
          ...{ type: "column", stacking: "stacked", categories, dataLabels: { value: true } },
          transformation: { width: 600, height: 320 },
          altText: { name: id, description: alternative },
          series: series.map(({ label, tone, values }) => ({ name: label, color: toneOf(tone).fill, values })),
        });
        const [caption, ...numbers] = tablePieces(chartTable(block));
        return [caption as Piece, new Paragraph({ keepNext: true, children: [chart] }), ...numbers];
      }
    }
  }

  function tablePieces({ id, caption, columns, rows }: Table): Piece[] {
    const named = new Bookmark({ id, children: runs(caption) });
    return [
      new Paragraph({ style: "Caption", keepNext: true, children: [named] }),
      docxTable(
        columns,
        rows.map((cells) => cells.map((cell) => runs(cell))),
      ),
      new Paragraph({ style: "TableText", children: [] }),
    ];
  }

  function runs(content: readonly Inline[], style: Style = {}): ParagraphChild[] {
    return content.flatMap((each) => pieceRuns(each, style));
  }

  function pieceRuns(each: Inline, style: Style): ParagraphChild[] {
    switch (each.kind) {
      case "text":
        return each.text
          .split("\n")
          .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }), ...style }));
      case "strong":
        return runs(each.content, { ...style, bold: true });
      case "emphasis":
        return runs(each.content, { ...style, italics: true });
      case "foreign":
        return runs(each.content, { ...style, language: { value: localeOf(each.language) } });
      case "link":
        return [new ExternalHyperlink({ link: each.href, children: linked(each.content, style) })];
      case "reference":
        return [new InternalHyperlink({ anchor: each.to, children: linked(each.content, style) })];
      case "footnote": {
        const place = Object.keys(footnotes).length + 1;
        footnotes[String(place)] = {
          children: [new Paragraph({ style: "FootnoteText", children: runs(each.content) })],
        };
        return [new FootnoteReferenceRun(place)];
      }
    }
  }

  function linked(content: readonly Inline[], style: Style): TextRun[] {
    return runs(content, { ...style, style: "Hyperlink" }) as TextRun[];
  }
}

function localeOf(language: string): string {
  return (locales as Readonly<Record<string, string>>)[language] ?? language;
}
