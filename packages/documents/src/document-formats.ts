import { DomainError } from "@heed/core";
import type { Document } from "@heed/core/document/document";

/** The forms of a document, each with its media type. */
export const documentFormats = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
} as const;

export type DocumentFormat = keyof typeof documentFormats;

/** The bytes of a document. Each writer is loaded when it is asked for. */
export async function writeDocument(document: Document, format: DocumentFormat): Promise<Uint8Array> {
  switch (format) {
    case "md":
      return bytesOf((await import("./markdown/to-markdown.ts")).toMarkdown(document));
    case "html":
      return bytesOf((await import("./html/to-html.ts")).toHtml(document));
    default:
      throw new DomainError("invalidInput", `${format} is no format of documents`);
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
