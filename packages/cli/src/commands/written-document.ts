import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { DomainError } from "@heed/core";
import type { Document } from "@heed/core/document/document";
import type { DocumentFormat } from "@heed/documents";
import { writeError } from "../process/write.ts";
import { inOnePiece, writePieces } from "../process/write-pieces.ts";

export type Written = { format: DocumentFormat; to?: string; template?: string };

/** Writes a document to the standard output, or to a file whose SHA-256 is told. */
export async function writtenDocument(document: Document, { format, to, template }: Written): Promise<void> {
  const { writeDocument } = await import("@heed/documents");
  const bytes = await writeDocument(document, format, template === undefined ? template : await bytesOf(template));
  await writtenBytes(bytes, to);
}

/** The same for a document that was written before. */
export async function writtenBytes(bytes: Uint8Array, to: string | undefined): Promise<void> {
  await writePieces(
    to,
    inOnePiece(() => bytes),
  );
  if (to !== undefined) writeError(`${to}: SHA-256 ${createHash("sha256").update(bytes).digest("hex")}\n`);
}

function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: Error) => {
    throw new DomainError("unreadableFile", `${path} cannot be read: ${error.message}`);
  });
}
