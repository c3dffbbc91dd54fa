import { DomainError } from "@heed/core";
import type { Document } from "@heed/core/document/document";
import { terminalSafeWithin } from "@heed/core/text/harmless-text";
import {
  AlignmentType,
  Document as Docx,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  PatchType,
  patchDetector,
  patchDocument,
  TableOfContents,
  TextRun,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { hasWordOver } from "../words/longest-text.ts";
import { locales, ownWords } from "../words/own-words.ts";
import { docxContent } from "./docx-content.ts";
import { docxStyles, numbering } from "./docx-styles.ts";

/** In signs. */
const longWord = 500;

/** The document for Word. Its charts are Word's own: their numbers can be edited. */
export async function toDocx(given: Document): Promise<Uint8Array> {
  const document = terminalSafeWithin(given);
  const { language, title, subtitle, issuer } = document;
  const { children, footnotes } = docxContent(document);
  const centred = (child: string) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [child] })] });
  const docx = new Docx({
    ...{ title, subject: subtitle, creator: issuer, lastModifiedBy: issuer, footnotes, numbering },
    // Of a word that fills lines, the time to place it grows with the square of its length: Word then counts the pages itself.
    ...(!hasWordOver(longWord, document) && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    styles: docxStyles(locales[language]),
    sections: [
      {
        properties: { page: { margin: { top: 1360, bottom: 1250, left: 1250, right: 1250 } }, titlePage: true },
        headers: {
          default: new Header({ children: [new Paragraph(`${issuer} – ${title}`)] }),
          first: new Header({ children: [new Paragraph("")] }),
        },
        footers: { default: new Footer({ children: [centred(PageNumber.CURRENT)] }) },
        children: [
          new Paragraph({ style: "Title", children: [new TextRun({ text: title, bold: true, size: 48 })] }),
          ...[subtitle, issuer].map((text) => new Paragraph({ style: "BodyText", text })),
          ...contents(document),
          new Paragraph({ pageBreakBefore: true }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(docx);
}

function contents({ language }: Document) {
  const { contents: label } = ownWords[language];
  return [
    new Paragraph({ style: "TOCHeading", children: [new TextRun({ text: label, bold: true, size: 26 })] }),
    new TableOfContents(label, { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}

/** Where a template takes what a document says. */
const places = ["title", "subtitle", "issuer", "content"] as const;

/**
 * The document in a body's own template: a Word file in which `{{content}}` stands in a paragraph of its own, and `{{title}}`, `{{subtitle}}` and
 * `{{issuer}}` where it wants them. Errors: invalidInput for what is no Word file, or has no place for the content.
 */
export async function intoTemplate(given: Document, template: Uint8Array): Promise<Uint8Array> {
  const document = terminalSafeWithin(given);
  const found = await patchDetector({ data: template, trimPlaceholders: true }).catch(() => undefined);
  if (found === undefined) throw new DomainError("invalidInput", "the template is no Word file (.docx)");
  if (!found.includes("content"))
    throw new DomainError(
      "invalidInput",
      `the template has no {{content}}; it can have ${places.map((each) => `{{${each}}}`).join(", ")}`,
    );
  const { title, subtitle, issuer } = document;
  const { children, footnotes } = docxContent(document);
  const line = (text: string) => ({ type: PatchType.PARAGRAPH, children: [new TextRun(text)] });
  const patches = {
    ...{ title: line(title), subtitle: line(subtitle), issuer: line(issuer) },
    content: { type: PatchType.DOCUMENT, children: [...contents(document), ...children] },
  };
  const used = Object.fromEntries(Object.entries(patches).filter(([name]) => found.includes(name)));
  return patchDocument({
    ...{ outputType: "nodebuffer", data: template, patches: used, footnotes, numbering, trimPlaceholders: true },
    properties: { title, subject: subtitle, creator: issuer },
  });
}
