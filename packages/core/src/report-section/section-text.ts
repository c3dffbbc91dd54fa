import type { List, Nodes, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import type { Block, Chart, Inline, Table } from "../document/document.ts";
import { type AskedBlock, askedBlock } from "./asked-block.ts";
import { unreadable } from "./readable-section.ts";
import { type Fault, Lines, lineOf, plainText } from "./section-lines.ts";

/** A block as a writer wrote it, or what it asks of the record. */
export type TextBlock = Exclude<Block, Table | Chart> | { kind: "asked"; asked: AskedBlock; line: number };

/** What stands below a heading; the first part of a text has none. */
export type TextPart = { title?: string; blocks: TextBlock[]; parts: TextPart[] };

export type SectionText = { whole: TextPart; faults: readonly Fault[] };

/**
 * Reads the small Markdown of a section. What has no place in a document, such as HTML or a picture, is a fault with its line
 * (from 1), and nothing is left out in silence.
 */
export function readSectionText(text: string): SectionText {
  const fault = unreadable(text);
  if (fault !== undefined) return { whole: { blocks: [], parts: [] }, faults: [fault] };
  const root = fromMarkdown(text, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });
  const lines = new Lines(root);
  const whole: TextPart = { blocks: [], parts: [] };
  const open: { depth: number; part: TextPart }[] = [{ depth: 0, part: whole }];
  for (const node of root.children) {
    if (node.type === "heading") {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      const part: TextPart = { title: plainText(node), blocks: [], parts: [] };
      if (part.title === "") lines.fault(node, "a heading says nothing");
      open.at(-1)?.part.parts.push(part);
      open.push({ depth: node.depth, part });
    } else open.at(-1)?.part.blocks.push(...blocksOf(node, lines));
  }
  refuseTables(text, root.children, lines);
  return { whole, faults: lines.inOrder() };
}

/** A line of bars would be printed as it is: a table comes from the record. */
function refuseTables(text: string, nodes: readonly RootContent[], lines: Lines): void {
  const rows = text.split("\n");
  for (const node of nodes) {
    if (node.type !== "paragraph" || node.position === undefined) continue;
    const { start, end } = node.position;
    const row = rows.slice(start.line - 1, end.line).findIndex((line) => tableRow.test(line));
    if (row >= 0) lines.faultAt(start.line + row, "a table is not taken; a block from the record gives one");
  }
}

/** `| a | b |`, or the line of dashes below the heads of a table. */
const tableRow = /^\s*(?:\|.*\||:?-+:?\s*(?:\|\s*:?-+:?\s*)+)\s*$/;

function blocksOf(node: RootContent, lines: Lines): TextBlock[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", content: lines.inlines(node.children) }];
    case "list":
      return [{ kind: "list", ordered: node.ordered === true, items: itemsOf(node, lines) }];
    case "blockquote":
      return node.children.map((each) => ({ kind: "quote", content: onlyParagraph(each, lines, "a quote") }));
    case "code":
      return asked(node, lines);
    case "definition":
    case "footnoteDefinition":
      return [];
    default:
      lines.refuse(node);
      return [];
  }
}

function itemsOf(list: List, lines: Lines): Inline[][] {
  return list.children.map((item) => {
    const [first, ...more] = item.children;
    for (const each of more) lines.fault(each, "an item of a list is one paragraph");
    return first === undefined ? [] : onlyParagraph(first, lines, "an item of a list");
  });
}

function onlyParagraph(node: Nodes, lines: Lines, what: string): Inline[] {
  if (node.type === "paragraph") return lines.inlines(node.children);
  lines.fault(node, `${what} has paragraphs alone`);
  return [];
}

/** A fence that begins with the word heed asks the record; its lines are the caption. */
function asked(node: Extract<RootContent, { type: "code" }>, lines: Lines): TextBlock[] {
  if (node.lang !== "heed") {
    lines.fault(node, "code has no place in a report; a block from the record begins with ```heed");
    return [];
  }
  const block = askedBlock(node.meta ?? "", node.value.replaceAll("\n", " "));
  if (!("fault" in block)) return [{ kind: "asked", asked: block, line: lineOf(node) }];
  lines.fault(node, block.fault);
  return [];
}
