import { isAscii, isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { DomainError } from "@heed/core";
import { unreadable } from "./unreadable.ts";

/** Called while a file is read; the counts are in bytes. */
export type Progress = (progress: { done: number; total: number }) => void;

const chunkBytes = 256 * 1024;

/**
 * The text of a file, in pieces. A byte-order mark decides the encoding; without one it is `encoding` (a label of the
 * WHATWG Encoding Standard, such as windows-1252 or macintosh); without either the file must be valid UTF-8
 * (R67). Throws unreadableFile with the line of the first wrong byte, and for UTF-16 that nothing names;
 * invalidMapping for an unknown encoding.
 */
export async function* decodedText(path: string, encoding?: string, onProgress?: Progress): AsyncGenerator<string> {
  const total = await sizeOf(path);
  let bytes = 0;
  let decoder: TextDecoder | undefined;
  let label = encoding ?? "utf-8";
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    if (decoder === undefined) {
      label = markOf(chunk) ?? label;
      decoder = decoderOf(label);
      refuseUnnamed(path, chunk, decoder);
    }
    yield await decodeOrExplain(decoder, chunk, path, label, encoding !== undefined);
    bytes += chunk.length;
    onProgress?.({ done: bytes, total });
  }
  if (decoder !== undefined) yield await decodeOrExplain(decoder, undefined, path, label, encoding !== undefined);
}

/**
 * A warning when a file is UTF-8 although its mapping names another encoding: read as that one, its names are garbled.
 * Every text in ASCII is UTF-8, so that only other signs count.
 */
export async function toldOfEncoding(path: string, encoding: string | undefined): Promise<string[]> {
  if (encoding === undefined || decoderOf(encoding).encoding === "utf-8") return [];
  await sizeOf(path);
  const decoder = decoderOf("utf-8");
  let isFirst = true;
  let isPlain = true;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      if (isFirst && markOf(chunk) !== undefined) return [];
      isFirst = false;
      isPlain &&= isAscii(chunk);
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
  } catch {
    return [];
  }
  return isPlain
    ? []
    : [`the file is UTF-8 throughout, and is read as ${encoding} because the mapping names that (file.encoding)`];
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch (error) {
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw unreadable(path, "is not a file");
}

/** UTF-16 without a byte-order mark has NUL in every second place of what is written in ASCII, and so is UTF-8 too. */
export function unmarkedUtf16(bytes: Buffer): "utf-16le" | "utf-16be" | undefined {
  const begun = bytes.subarray(0, 1024);
  const nulls = [0, 0];
  for (const [at, byte] of begun.entries()) if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = nulls;
  if (Math.max(first, second) * 10 < begun.length || Math.min(first, second) > 0) return undefined;
  return second > first ? "utf-16le" : first > second ? "utf-16be" : undefined;
}

function refuseUnnamed(path: string, chunk: Buffer, { encoding }: TextDecoder): void {
  const unmarked = encoding.startsWith("utf-16") ? undefined : unmarkedUtf16(chunk);
  if (unmarked === undefined) return;
  throw unreadable(
    path,
    `looks like ${unmarked} without a byte-order mark, and is read as ${encoding}: name ${unmarked} in the mapping, under file.encoding, or save the file as UTF-8`,
  );
}

function markOf(chunk: Buffer): string | undefined {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return "utf-8";
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
  return undefined;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    const detail = `${label} is not a known encoding; name one such as utf-8, windows-1252, iso-8859-15 or macintosh`;
    throw new DomainError("invalidMapping", detail, [{ name: "file.encoding", value: label, detail }]);
  }
}

async function decodeOrExplain(
  decoder: TextDecoder,
  chunk: Buffer | undefined,
  path: string,
  label: string,
  named: boolean,
): Promise<string> {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    const advice = named
      ? `it is not ${label}: name its true encoding in the mapping, under file.encoding`
      : "name its encoding in the mapping, under file.encoding, such as windows-1252 or macintosh";
    const wrong = await firstWrongByte(path, label);
    throw unreadable(
      path,
      `has a byte that is not ${label}${wrong?.hex ?? ""}; ${advice}`,
      wrong && { row: wrong.line },
    );
  }
}

/**
 * Reads again from the start. In every encoding that can fail here, a line end is never a byte of another character.
 */
async function firstWrongByte(path: string, label: string): Promise<{ line: number; hex: string } | undefined> {
  if (label.startsWith("utf-16")) return undefined;
  const valid = (bytes: Uint8Array) => (label === "utf-8" ? isUtf8(bytes) : decodes(label, bytes));
  let line = 1;
  let rest = Buffer.alloc(0);
  let afterReturn = false;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = rest.length; at < bytes.length; at++) {
      const byte = bytes[at];
      const second = byte === 0x0a && afterReturn;
      afterReturn = byte === 0x0d;
      if (second) {
        start = at + 1;
        continue;
      }
      if (byte !== 0x0a && byte !== 0x0d) continue;
      if (!valid(bytes.subarray(start, at))) return { line, hex: hexIn(bytes.subarray(start, at), label) };
      line += 1;
      start = at + 1;
    }
    rest = bytes.subarray(start);
  }
  return valid(rest) ? undefined : { line, hex: hexIn(rest, label) };
}

function hexIn(line: Uint8Array, label: string): string {
  let end = 1;
  while (end < line.length && decodes(label, line.subarray(0, end), { stream: true })) end += 1;
  const byte = line.subarray(0, end).findLast((each) => each >= 0x80);
  return byte === undefined ? "" : ` (0x${byte.toString(16).toUpperCase()})`;
}

function decodes(label: string, bytes: Uint8Array, options = { stream: false }): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
