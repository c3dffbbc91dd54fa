import { createHash } from "node:crypto";
import { DomainError } from "@heed/core";
import type { Document } from "@heed/core/document/document";

/** The forms of a document, each with its media type. */
export const documentFormats = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  /** The tree itself, for a program. */
  json: "application/json",
} as const;

export type DocumentFormat = keyof typeof documentFormats;

/**
 * The bytes of a document. Each writer is loaded when it is asked for; one that takes long has a process of its own. `template`: the Word file
 * that takes it. Errors: invalidInput for a template that cannot.
 */
export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  template?: Uint8Array,
): Promise<Uint8Array> {
  if (template !== undefined && format !== "docx")
    throw new DomainError("invalidInput", `a template is a Word file, and the format is ${format}`);
  switch (format) {
    case "md":
      return bytesOf((await import("./markdown/to-markdown.ts")).toMarkdown(document));
    case "html":
      return bytesOf((await import("./html/to-html.ts")).toHtml(document));
    case "json":
      return bytesOf(`${JSON.stringify(document)}\n`);
    case "pdf":
    case "docx":
      return (await import("./process/write-in-process.ts")).writeInProcess({ document, format, template });
    default:
      throw new DomainError("invalidInput", `${format} is no format of documents`);
  }
}

/** The same with the SHA-256 of the bytes. */
export async function writeWithDigest(
  document: Document,
  format: DocumentFormat,
): Promise<{ bytes: Uint8Array; digest: string }> {
  const bytes = await writeDocument(document, format);
  return { bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
