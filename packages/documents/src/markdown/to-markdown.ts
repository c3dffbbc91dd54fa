import { chartTable } from "@heed/core/document/chart-table";
import type { Block, Document, Inline, Section, Table } from "@heed/core/document/document";

/** The document as Markdown with the tables and footnotes of GitHub's kind. */
export function toMarkdown(document: Document): string {
  const notes: string[] = [];
  const parts = [
    `# ${plain(document.title)}`,
    plain(document.subtitle),
    plain(document.issuer),
    ...document.sections.flatMap((section) => sectionParts(section, 2, notes)),
    ...notes.map((note, index) => `[^${index + 1}]: ${note}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionParts({ title, blocks, sections }: Section, level: number, notes: string[]): string[] {
  return [
    `${"#".repeat(Math.min(level, 6))} ${plain(title)}`,
    ...blocks.map((block) => blockText(block, notes)),
    ...sections.flatMap((each) => sectionParts(each, level + 1, notes)),
  ];
}

function blockText(block: Block, notes: string[]): string {
  switch (block.kind) {
    case "paragraph":
      return line(block.content, notes);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${line(item, notes)}`)
        .join("\n");
    case "quote":
      return `> ${line(block.content, notes)}${block.source ? `\n>\n> ${line(block.source, notes)}` : ""}`;
    case "table":
      return tableText(block, notes);
    case "chart":
      return `${tableText(chartTable(block), notes)}\n\n*${plain(block.alternative)}*`;
  }
}

function tableText({ caption, columns, rows }: Table, notes: string[]): string {
  const lines = [
    columns.map(({ label }) => plain(label)),
    columns.map(({ align }) => (align === "end" ? "---:" : "---")),
    ...rows.map((cells) => cells.map((cell) => line(cell, notes))),
  ];
  return `**${line(caption, notes)}**\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
}

function line(content: readonly Inline[], notes: string[]): string {
  return content.map((each) => inlineText(each, notes)).join("");
}

function inlineText(inline: Inline, notes: string[]): string {
  switch (inline.kind) {
    case "text":
      return plain(inline.text);
    case "strong":
      return `**${line(inline.content, notes)}**`;
    case "emphasis":
      return `*${line(inline.content, notes)}*`;
    case "link":
      return `[${line(inline.content, notes)}](<${inline.href.replace(/[<>]/g, encodeURIComponent)}>)`;
    case "reference":
      return `[${line(inline.content, notes)}](#${inline.to})`;
    case "foreign":
      return line(inline.content, notes);
    case "footnote": {
      const place = notes.push("");
      notes[place - 1] = line(inline.content, notes);
      return `[^${place}]`;
    }
  }
}

/** A text in one line, in which no sign is one of Markdown's. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/([\\`*_{}[\]<>#|~])/g, "\\$1");
}
