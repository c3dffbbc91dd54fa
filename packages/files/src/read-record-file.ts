import { open } from "node:fs/promises";
import { DomainError, RecordFile } from "@heed/core";
import { withOwnIds } from "./exchange/address-ids.ts";
import { readYaml } from "./read-yaml.ts";
import { unreadable } from "./source/unreadable.ts";

const enoughBytes = 64 * 1024;

/** A file in Heed's own exchange format, YAML or JSON, also as linked data (JSON-LD). Throws invalidInput with line and path of each fault. */
export async function readRecordFile(path: string): Promise<RecordFile> {
  return (await readYaml<RecordFile>(path, RecordFile, "invalidInput", withOwnIds)).value;
}

/**
 * Whether the beginning of a file says that it is in Heed's own format. Throws unreadableFile when it cannot be opened.
 */
export async function isRecordFile(path: string): Promise<boolean> {
  if (!/\.(ya?ml|json|jsonld)$/i.test(path)) return false;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(enoughBytes), 0, enoughBytes, 0);
      return /^[\s{\uFEFF]*["']?heed["']?\s*:\s*["']?record\//m.test(buffer.toString("utf8", 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
