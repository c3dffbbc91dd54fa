import { createReadStream } from "node:fs";
import type { EvidenceFileType } from "@heed/core/follow-up/entries/evidence-file";
import { refuseOtherFormats } from "./one-format.ts";
import { Refusal } from "./refusal.ts";

/** Programs and other formats that are texts too, by how they begin. */
const otherTexts = /^\s*(?:<[!?a-z]|\{\\rtf|%!PS|#!)/i;

/** The header fields of which a message has at least two (RFC 5322). */
const messageField = /^(?:from|to|cc|date|subject|message-id|received|return-path|mime-version|delivered-to):/gim;
const messageHead = 65_536;

/** A text in UTF-8, or a message where the name says so; undefined for what is neither. */
export async function plainTextType(path: string, named: EvidenceFileType): Promise<EvidenceFileType | undefined> {
  const head = await headOf(path, named === "eml");
  if (named === "eml") return isMessage(head) ? "eml" : undefined;
  if (otherTexts.test(head)) throw new Refusal("it is a page, a program or another format, and no plain text");
  await refuseOtherFormats(path, "txt");
  return "txt";
}

/** Reads all of it in pieces. A message may have parts in other encodings; a text may not. */
async function headOf(path: string, anyBytes: boolean): Promise<string> {
  const decoder = new TextDecoder(anyBytes ? "latin1" : "utf-8", { fatal: true });
  let head = "";
  const read = (text: string) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that no text has.
    if (/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(text)) throw new Refusal("it has characters that no text has");
    if (head.length < messageHead) head += text.slice(0, messageHead - head.length);
  };
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>)
      read(decoder.decode(piece, { stream: true }));
    read(decoder.decode());
  } catch (error) {
    throw error instanceof TypeError ? new Refusal("it is no text in UTF-8") : error;
  }
  return head;
}

/** It begins with a header field, and has two or more of those that each message has. */
function isMessage(head: string): boolean {
  const [fields = ""] = head.split(/\r?\n\r?\n/, 1);
  return /^[!-9;-~]+:/.test(fields) && (fields.match(messageField) ?? []).length >= 2;
}
