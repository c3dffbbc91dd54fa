import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export type DocumentParts = {
  /** The XML within the body. */
  body: string;
  header?: string;
  /** Footnotes by their ids. */
  footnotes?: Readonly<Record<string, string>>;
  numbering?: string;
  more?: Readonly<Record<string, string>>;
};

/** A Word file made by hand, so that tests can write a table in every way. */
export function aDocument({ body, header = "", footnotes = {}, numbering = "", more = {} }: DocumentParts): Uint8Array {
  const of = (root: string, xml: string) =>
    `<w:${root} xmlns:w="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${xml}</w:${root}>`;
  const notes = Object.entries(footnotes).map(
    ([id, text]) => `<w:footnote w:id="${id}">${aParagraph(text)}</w:footnote>`,
  );
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": of("document", `<w:body>${body}</w:body>`),
    "word/header1.xml": of("hdr", header),
    "word/footnotes.xml": of("footnotes", notes.join("")),
    "word/numbering.xml": of("numbering", numbering),
    "word/_rels/document.xml.rels": `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${types}/header" Target="header1.xml"/><Relationship Id="r2" Type="${types}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${types}/numbering" Target="numbering.xml"/></Relationships>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

export function aParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A cell with paragraphs, or with the given XML. */
export function aCell(content: string | readonly string[], properties = ""): string {
  const inner =
    typeof content === "string" && content.startsWith("<") ? content : [content].flat().map(aParagraph).join("");
  return `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;
}

/** A table of rows of cells, each a text or the XML of a cell. */
export function aTable(...rows: readonly (readonly string[])[]): string {
  const made = rows.map(
    (cells) => `<w:tr>${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : aCell(cell))).join("")}</w:tr>`,
  );
  return `<w:tbl>${made.join("")}</w:tbl>`;
}
