import { chartTable } from "@heed/core/document/chart-table";
import type { Block, Document, Inline, Section, Table } from "@heed/core/document/document";
import { chartSvg } from "../chart/chart-svg.ts";
import { hasTextOver } from "../words/longest-text.ts";
import { locales, ownWords } from "../words/own-words.ts";

/** A text with the signs that can be drawn. */
export type Drawn = (text: string) => string;

/** In signs. */
const longParagraph = 10_000;

/** The document as data of the template: charts with their picture and numbers, and no sign that its fonts do not have. */
export function printedDocument(document: Document, drawn: Drawn) {
  const { language, day, title, subtitle, issuer, sections } = document;
  return {
    ...{ language, region: locales[language].slice(3), day, words: ownWords[language] },
    isLong: hasTextOver(longParagraph, document),
    ...{ title: drawn(title), subtitle: drawn(subtitle), issuer: drawn(issuer) },
    sections: sections.map((each) => printedSection(each, drawn)),
  };
}

function printedSection({ id, title, blocks, sections }: Section, drawn: Drawn): object {
  return {
    ...{ id, title: drawn(title), blocks: blocks.map((each) => printedBlock(each, drawn)) },
    sections: sections.map((each) => printedSection(each, drawn)),
  };
}

function printedBlock(block: Block, drawn: Drawn) {
  switch (block.kind) {
    case "paragraph":
      return { ...block, content: line(block.content, drawn) };
    case "list":
      return { ...block, items: block.items.map((each) => line(each, drawn)) };
    case "quote":
      return {
        ...block,
        content: line(block.content, drawn),
        ...(block.source && { source: line(block.source, drawn) }),
      };
    case "table":
      return printedTable(block, drawn);
    case "chart": {
      const { kind, id, caption, alternative } = block;
      const picture = drawn(chartSvg(block, "Source Sans 3"));
      const numbers = printedTable(chartTable(block), drawn);
      return { kind, id, picture, numbers, caption: line(caption, drawn), alternative: drawn(alternative) };
    }
  }
}

function printedTable({ kind, id, caption, columns, rows }: Table, drawn: Drawn) {
  return {
    ...{ kind, id, caption: line(caption, drawn) },
    columns: columns.map((column) => ({ ...column, label: drawn(column.label) })),
    rows: rows.map((cells) => cells.map((cell) => line(cell, drawn))),
  };
}

function line(content: readonly Inline[], drawn: Drawn): object[] {
  return content.map((each) =>
    each.kind === "text"
      ? { kind: each.kind, text: drawn(each.text) }
      : { ...each, content: line(each.content, drawn) },
  );
}
