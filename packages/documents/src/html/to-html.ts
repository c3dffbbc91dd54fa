import { chartTable } from "@heed/core/document/chart-table";
import type { Block, Column, Document, Inline, Section, Table } from "@heed/core/document/document";
import { chartSvg } from "../chart/chart-svg.ts";
import { markup } from "../markup/markup.ts";
import { locales, ownWords } from "../words/own-words.ts";
import { htmlStyle } from "./html-style.ts";

const deepest = 6;

/** The document as one page of HTML that loads nothing: its style and its charts are in it, its notes at its end. */
export function toHtml(document: Document): string {
  const { language, title, subtitle, issuer, sections } = document;
  const words = ownWords[language];
  const notes: string[] = [];
  const body = sections.map((each) => sectionHtml(each, 2, notes)).join("");
  const ends = notes.map(
    (note, index) =>
      `<li id="note-${index + 1}">${note} <a href="#note-of-${index + 1}" role="doc-backlink" aria-label="${markup(words.back)} ${index + 1}">↩</a></li>`,
  );
  return `<!doctype html>
<html lang="${locales[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${markup(title)}</title><style>${htmlStyle}</style></head>
<body><header><h1>${markup(title)}</h1><p>${markup(subtitle)}</p><p>${markup(issuer)}</p></header>
<nav aria-labelledby="contents"><h2 id="contents">${markup(words.contents)}</h2>${contents(sections)}</nav>
<main>${body}${ends.length === 0 ? "" : `<section role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${markup(words.notes)}</h2><ol>${ends.join("")}</ol></section>`}</main></body></html>
`;
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(
    ({ id, title, sections: below }) => `<li><a href="#${id}">${markup(title)}</a>${contents(below)}</li>`,
  );
  return items.length === 0 ? "" : `<ol>${items.join("")}</ol>`;
}

function sectionHtml({ id, title, blocks, sections }: Section, level: number, notes: string[]): string {
  const heading = `h${Math.min(level, deepest)}`;
  return `<section aria-labelledby="${id}"><${heading} id="${id}">${markup(title)}</${heading}>
${blocks.map((block) => blockHtml(block, notes)).join("\n")}
${sections.map((each) => sectionHtml(each, level + 1, notes)).join("")}</section>`;
}

function blockHtml(block: Block, notes: string[]): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${line(block.content, notes)}</p>`;
    case "list": {
      const list = block.ordered ? "ol" : "ul";
      return `<${list}>${block.items.map((item) => `<li>${line(item, notes)}</li>`).join("")}</${list}>`;
    }
    case "quote":
      return `<blockquote><p>${line(block.content, notes)}</p>${block.source ? `<footer>${line(block.source, notes)}</footer>` : ""}</blockquote>`;
    case "table":
      return tableHtml(block, notes);
    case "chart":
      return `<figure id="${block.id}"><figcaption>${line(block.caption, notes)}</figcaption>${chartSvg(block, "inherit")}</figure>
${tableHtml({ ...chartTable(block), caption: withoutNotes(block.caption) }, notes)}`;
  }
}

/** Wide tables scroll by themselves, and by the keyboard. */
function tableHtml({ id, caption, columns, rows }: Table, notes: string[]): string {
  const end = ({ align }: Column) => (align === "end" ? ' class="end"' : "");
  const head = columns.map((column) => `<th scope="col"${end(column)}>${markup(column.label)}</th>`).join("");
  const captionHtml = line(caption, notes);
  const body = rows.map(
    (cells) =>
      `<tr>${cells
        .map((cell, index) => {
          const column = columns[index] as Column;
          const content = line(cell, notes);
          return column.rowHeader ? `<th scope="row">${content}</th>` : `<td${end(column)}>${content}</td>`;
        })
        .join("")}</tr>`,
  );
  return `<div class="table" role="region" tabindex="0" aria-labelledby="${id}-caption"><table id="${id}"><caption id="${id}-caption">${captionHtml}</caption><thead><tr>${head}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

function withoutNotes(content: readonly Inline[]): readonly Inline[] {
  return content.filter(({ kind }) => kind !== "footnote");
}

function line(content: readonly Inline[], notes: string[]): string {
  return content.map((each) => inlineHtml(each, notes)).join("");
}

function inlineHtml(inline: Inline, notes: string[]): string {
  switch (inline.kind) {
    case "text":
      return markup(inline.text).replaceAll("\n", "<br>");
    case "strong":
      return `<strong>${line(inline.content, notes)}</strong>`;
    case "emphasis":
      return `<em>${line(inline.content, notes)}</em>`;
    case "link":
      return `<a href="${markup(inline.href)}">${line(inline.content, notes)}</a>`;
    case "reference":
      return `<a href="#${markup(inline.to)}">${line(inline.content, notes)}</a>`;
    case "foreign":
      return `<span lang="${markup(inline.language)}">${line(inline.content, notes)}</span>`;
    case "footnote": {
      const place = notes.push("");
      notes[place - 1] = line(inline.content, notes);
      return `<sup><a href="#note-${place}" id="note-of-${place}" role="doc-noteref">${place}</a></sup>`;
    }
  }
}
