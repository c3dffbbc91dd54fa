import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { unreadable } from "./unreadable.ts";

/** SHA-256 of a file's bytes, in hexadecimal. Throws unreadableFile. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return hash.digest("hex");
}
