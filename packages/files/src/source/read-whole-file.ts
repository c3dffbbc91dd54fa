import { readFile, stat } from "node:fs/promises";
import { DomainError } from "@heed/core";
import { unmarkedUtf16 } from "./decoded-text.ts";
import { unreadable } from "./unreadable.ts";

/** These files are read as a whole; a larger source belongs in a CSV or NDJSON file, which is read as a stream. */
const largestMegabytes = 64;

/** The bytes of a file. Throws unreadableFile when it cannot be read or is too large. */
export async function readWholeFile(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > largestMegabytes * 1024 * 1024)
      throw unreadable(path, `is larger than ${largestMegabytes} MB, and would be read whole: import it in parts`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text of such a file. Throws unreadableFile when it is not UTF-8. */
export function textOf(path: string, bytes: Buffer): string {
  if (unmarkedUtf16(bytes) !== undefined) throw unreadable(path, "is not UTF-8 but UTF-16: save it as UTF-8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, "is not UTF-8");
  }
}
