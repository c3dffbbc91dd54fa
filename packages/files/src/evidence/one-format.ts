import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { EvidenceFileType } from "@heed/core/follow-up/entries/evidence-file";
import { Refusal } from "./refusal.ts";

/** Within this, readers of PDF look for its beginning, wherever it stands. */
const pdfHead = 1024;
/** Within this, readers of archives look for the end of their directory, which a comment may follow. */
const zipTail = 65_557;
/** Within this, some browsers look for a page. */
const pageHead = 1024;

/**
 * Refuses a file that another program would read as another format: one that is also an archive, a PDF or a page. It could pass as
 * one thing and do another.
 */
export async function refuseOtherFormats(path: string, type: EvidenceFileType): Promise<void> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const head = await bytesOf(file, 0, Math.max(pdfHead, pageHead));
    const tail = await bytesOf(file, Math.max(0, size - zipTail), zipTail);
    const isArchive = type === "docx" || type === "xlsx" || type === "odt";
    if (!isArchive && tail.includes("PK\u0005\u0006", 0, "latin1"))
      throw new Refusal(`it is ${type} and an archive (ZIP) too`);
    if (!isArchive) await refuseWhatStandsWithin(path, type);
    if (type !== "pdf" && head.includes("%PDF-")) throw new Refusal(`it is ${type} and a PDF too`);
    if (/<(?:!doctype\s+html|html|script|svg|iframe|body)[\s>]/i.test(head.toString("latin1")))
      throw new Refusal(`it is ${type} and a page too`);
    if (type === "pdf" && !tail.subarray(-pdfHead).includes("%%EOF")) throw new Refusal("it has no end: it is cut off");
    if (type === "png") await requireEndOfPng(file, size);
    if (type === "jpeg" && !tail.includes(Buffer.of(0xff, 0xd9))) throw new Refusal("it has no end: it is cut off");
  } finally {
    await file.close();
  }
}

/** Programs for these archives find them wherever they begin. */
const otherArchives = {
  RAR: Buffer.from("526172211a07", "hex"),
  "7z": Buffer.from("377abcaf271c", "hex"),
};

/** What runs a script or a program when a PDF is opened (ISO 32000, 12.6.4), where it is not packed. */
const pdfActions = /\/(?:JavaScript|Launch)\b/;
/** Longer than any of these, also where each character is written by its code (`#4A`). */
const longestWithin = 40;

async function refuseWhatStandsWithin(path: string, type: EvidenceFileType): Promise<void> {
  let before = Buffer.alloc(0);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const read = Buffer.concat([before, piece]);
    for (const [name, beginning] of Object.entries(otherArchives))
      if (read.includes(beginning)) throw new Refusal(`it is ${type} and an archive (${name}) too`);
    if (type === "pdf" && pdfActions.test(withoutCodes(read.toString("latin1"))))
      throw new Refusal("it has a script or starts a program; save it without");
    before = read.subarray(-longestWithin);
  }
}

function withoutCodes(text: string): string {
  return text.replaceAll(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A picture of 25 MB has some three thousand. */
const maxParts = 20_000;

/** Its parts follow each other until IEND, and nothing follows that. */
async function requireEndOfPng(file: FileHandle, size: number): Promise<void> {
  let parts = 0;
  for (let at = 8; at + 12 <= size; ) {
    parts += 1;
    if (parts > maxParts) throw new Refusal(`it has more than ${maxParts} parts`);
    const part = await bytesOf(file, at, 8);
    at += 12 + part.readUInt32BE(0);
    if (part.toString("latin1", 4, 8) !== "IEND") continue;
    if (at === size) return;
    throw new Refusal("something follows its end");
  }
  throw new Refusal("it has no end: it is cut off");
}

async function bytesOf(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
}
